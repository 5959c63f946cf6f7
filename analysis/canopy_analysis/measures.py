"""The measures of a run: one line each; what is not listed is read from its attributes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """How a monthly measure is called, summed up and judged.

    Attributes
    ----------
    name, en, zh : str
        Name in the run file, and in two languages.
    unit : str
        Key of `words.UNITS`.
    kind : str
        "stock" and "ratio" are averaged over months, "flow" is summed.
    good : int
        +1 more is a gain, -1 less is a gain, 0 neither (no cost per unit).
    headline : bool
        Whether it stands in the main table, where verdicts hold jointly.
    """

    name: str
    en: str
    zh: str
    unit: str
    kind: str
    good: int = 0
    headline: bool = False

    def label(self, lang):
        """Name in `lang`."""
        return self.zh if lang == "zh" else self.en


MEASURES = {m.name: m for m in (
    Measure("entities", "Enterprises", "市场主体", "enterprise", "stock", +1, True),
    Measure("entries", "Entries", "新设", "enterprise", "flow", +1, True),
    Measure("exits", "Exits", "退出", "enterprise", "flow", -1, True),
    Measure("individual_to_company", "Individuals becoming companies", "个转企", "enterprise", "flow", +1, True),
    Measure("above_scale", "Above-scale enterprises", "四上企业", "enterprise", "stock", +1, True),
    Measure("above_scale_new", "Newly above scale", "新增四上", "enterprise", "flow", +1),
    Measure("official_new_urban_jobs", "Official new urban jobs", "城镇新增就业", "person", "flow", +1, True),
    Measure("employment", "Employment", "就业人数", "person", "stock", +1, True),
    Measure("hires", "Hires", "招聘", "person", "flow"),
    Measure("separations", "Separations", "离职", "person", "flow"),
    Measure("unemployed", "Unemployed", "失业人数", "person", "stock", -1),
    Measure("unemployment_rate", "Unemployment rate", "失业率", "share", "ratio", -1, True),
    Measure("vacancies", "Vacancies", "空缺岗位", "person", "stock"),
    Measure("vacancy_duration", "Time to fill a job", "招聘耗时", "month", "ratio", -1, True),
    Measure("laid_off_duration", "Time to work after a lay-off", "被裁人员再就业耗时", "month", "ratio", -1),
    Measure("unemployment_duration", "Time out of work before a job", "就业前失业时间", "month", "ratio", -1),
    Measure("registered_share", "Registered share of new jobs", "新就业登记比例", "share", "ratio"),
    Measure("hires_from_non_employment", "Newly at work", "由非就业转就业", "person", "flow", +1),
    Measure("quits", "Changes of job", "跳槽", "person", "flow"),
    Measure("layoffs", "Lay-offs", "裁员", "person", "flow", -1),
    Measure("courses_begun", "Courses begun", "开班培训", "person", "flow"),
    Measure("courses_passed", "Courses passed", "培训合格", "person", "flow", +1),
    Measure("labour_force", "Labour force (district)", "劳动力（天元区居民）", "person", "stock"),
    Measure("employed_residents", "Employed residents", "居民就业人数", "person", "stock", +1),
    Measure("commuters_in", "Commuters in", "通勤流入", "person", "stock"),
    Measure("commuters_out", "Commuters out", "通勤流出", "person", "stock"),
    Measure("arrivals", "People moving in", "迁入人口", "person", "flow", +1),
    Measure("departures", "People moving away", "迁出人口", "person", "flow", -1),
    Measure("births", "Births", "出生", "person", "flow"),
    Measure("deaths", "Deaths", "死亡", "person", "flow"),
    Measure("retirements", "Retirements", "退休", "person", "flow"),
    Measure("school_leavers", "School leavers", "毕业生", "person", "flow"),
    Measure("mean_wage", "Mean wage", "平均工资", "yuan_month", "ratio", +1, True),
    Measure("wage_index", "Wage index", "工资指数", "index", "ratio"),
    Measure("output", "Output", "总产出", "yuan", "flow", +1),
    Measure("value_added", "Value added", "增加值", "yuan", "flow", +1, True),
    Measure("revenue", "Revenue", "营业收入", "yuan", "flow", +1, True),
    Measure("profit", "Profit", "利润", "yuan", "flow", +1, True),
    Measure("price_level", "Price level", "价格水平", "index", "ratio"),
    Measure("unit_cost", "Unit cost", "单位成本", "per_100_yuan", "ratio", -1, True),
    Measure("local_supply_ratio", "Local supply ratio", "本地配套率", "share", "ratio", +1, True),
    Measure("links", "Supply links", "供应链接", "link", "stock", +1, True),
    Measure("link_births", "Links formed", "新建链接", "link", "flow"),
    Measure("link_deaths", "Links ended", "中断链接", "link", "flow"),
    Measure("moves_in", "Moves in", "迁入", "enterprise", "flow", +1),
    Measure("moves_out", "Moves out", "迁出", "enterprise", "flow", -1, True),
    Measure("moves_out_expected", "Expected moves out", "预期迁出", "enterprise", "flow", -1),
    Measure("moves_within", "Moves within the zone", "区内搬迁", "enterprise", "flow"),
    Measure("spin_offs", "Spin-offs", "裂变企业", "enterprise", "flow", +1, True),
    Measure("digital_share", "Digital enterprises", "数字化企业占比", "share", "ratio", +1, True),
    Measure("green_share", "Green power share", "绿电占比", "share", "ratio", +1, True),
    Measure("rd_spending", "R&D spending", "研发支出", "yuan", "flow", +1, True),
    Measure("loss_share", "Loss-making enterprises", "亏损企业占比", "share", "ratio", -1, True),
    Measure("top8_share", "Top eight's share of output", "前八家产出占比", "share", "ratio"),
    Measure("loans", "Loans", "贷款余额", "yuan", "stock"),
    Measure("cash", "Enterprises' cash", "企业现金", "yuan", "stock"),
    Measure("freight_cost", "Freight cost", "运费", "yuan", "flow", -1, True),
    Measure("budget_revenue", "Budget revenue", "财政收入", "yuan", "flow", +1, True),
    Measure("budget_spending", "Budget spending", "财政支出", "yuan", "flow"),
    Measure("project_cost", "Public cost of the projects", "项目公共支出", "yuan", "flow"),
    Measure("special_bonds", "Special bonds", "专项债余额", "yuan", "stock"),
    Measure("policy_cap", "Cap of policy spending", "政策支出上限", "yuan", "ratio"),
    Measure("investment", "Investment of enterprises", "企业投资", "yuan", "flow", +1),
    Measure("fund_stakes", "Stakes of the zone fund", "园区基金持股", "yuan", "stock"),
    Measure("fund_money", "Money of the zone fund", "园区基金现金", "yuan", "stock"),
    Measure("fund_written_off", "Losses of the zone fund", "园区基金损失", "yuan", "flow", -1),
    Measure("guarantee_losses", "Losses on guarantees", "担保代偿", "yuan", "flow", -1),
    Measure("trade_credit_lost", "Trade credit lost", "供应商坏账", "yuan", "flow", -1),
    Measure("lever_cost", "Public cost of the levers", "政策杠杆公共成本", "yuan", "flow"),
    Measure("developer_coverage", "Developer's interest coverage", "开发公司利息保障倍数", "index", "ratio", +1),
    Measure("developer_debt", "Developer's debt", "开发公司有息负债", "yuan", "stock"),
    Measure("developer_assets", "Developer's assets", "开发公司总资产", "yuan", "stock"),
    Measure("developer_cash", "Developer's cash", "开发公司现金", "yuan", "stock"),
    Measure("developer_construction", "Planned building that was done", "园区建设完成比例", "index", "ratio", +1),
    Measure("developer_service_level", "Parks' services", "园区服务水平", "index", "ratio", +1),
    Measure("developer_land_revenue", "Developer's land income", "开发公司土地收入", "yuan", "flow"),
    Measure("developer_rent_revenue", "Developer's rents", "开发公司租金收入", "yuan", "flow"),
    Measure("developer_service_revenue", "Developer's service fees", "开发公司服务收入", "yuan", "flow"),
    Measure("developer_net_profit", "Developer's net profit", "开发公司净利润", "yuan", "flow"),
    Measure("developer_rescue", "Rescue of the developer", "财政救助开发公司", "yuan", "flow", -1),
    Measure("park_users_served", "Users of the parks' services", "园区服务人次", "enterprise", "ratio", +1),
    Measure("invited_contacts", "Projects that looked at the zone", "接洽项目", "project", "flow"),
    Measure("invited_signed", "Invited projects signed", "签约项目", "project", "flow", +1),
    Measure("invited_opened", "Invited projects opened", "投产项目", "project", "flow", +1),
    Measure("invited_jobs", "Jobs of opened projects", "投产项目计划用工", "person", "flow", +1),
    Measure("livability", "Livability", "宜居度", "index", "ratio", +1, True),
    Measure("gain", "Sense of gain", "获得感", "index", "ratio", +1),
    Measure("happiness", "Sense of happiness", "幸福感", "index", "ratio", +1),
    Measure("security", "Sense of security", "安全感", "index", "ratio", +1),
    Measure("population", "Population", "常住人口", "person", "stock", +1),
)}

DISTRICT = "_district"
UNITS_IN_FILES = {"1": "index", "": "index", "yuan": "yuan", "persons": "person", "person": "person", "month": "month",
                  "enterprises": "enterprise", "enterprise": "enterprise", "links": "link", "link": "link"}


def measure_of(run, name):
    """Return the measure of that name, from the table or from the file's attributes.

    Parameters
    ----------
    run : RunFile
    name : str
        A plain name, or one with `_district` behind it.
    """
    if name in MEASURES:
        return MEASURES[name]
    stem = name[: -len(DISTRICT)] if name.endswith(DISTRICT) else name
    if stem in MEASURES and stem != name:
        known = MEASURES[stem]
        return Measure(name, f"{known.en} (district)", f"{known.zh}（天元区）", known.unit, known.kind,
                       known.good)
    units = run.attribute(f"kpi/{name}", "units", "1")
    english = run.attribute(f"kpi/{name}", "long_name") or name.replace("_", " ")
    chinese = run.attribute(f"kpi/{name}", "long_name_zh") or english
    return Measure(name, english, chinese, unit_key(units), _kind(units))


def unit_key(units):
    """Return the key of `words.UNITS` for units as files write them."""
    bare = units.replace(" a month", "").replace("/month", "").replace(" per month", "").strip()
    return UNITS_IN_FILES.get(bare, bare)


def _kind(units):
    if units.strip() == "month":
        return "ratio"
    if "month" in units:
        return "flow"
    return "ratio" if units.strip() in ("", "1", "%") or "/" in units or " per " in units else "stock"
