"""Small run files that follow the contract, with effects planted on purpose."""

from dataclasses import dataclass

import h5py
import numpy as np

EPOCH = np.datetime64("2022-12-01")
AXES = {
    "place": (["hexi", "tianxin", "dongjiaduan", "rest_of_district", "rest_of_zhuzhou", "changsha_xiangtan",
               "pearl_river_delta", "yangtze_delta", "other"],
              ["河西示范园", "田心高科园", "董家塅高科园", "天元区其余", "株洲其余", "长沙·湘潭", "珠三角", "长三角", "其他"]),
    "sector": (["AUTO", "AUTOPART", "GENMACH", "TRADE"], ["汽车整车", "汽车零部件", "通用设备", "批发零售"]),
    "kind": (["individual", "company"], ["个体户", "企业"]),
    "tier": (["stranger", "acquaintance", "friend", "kin"], ["生人", "熟人", "友人", "亲人"]),
    "cost_term": (["materials", "labour", "land", "finance", "logistics", "energy", "services"],
                  ["原料", "人工", "用地", "融资", "物流", "用能", "服务"]),
    "ring": (["zone", "city", "province"], ["园区", "本市", "本省"]),
    "lever": (["supply_platform", "direct_power"], ["供需平台", "直购电"]),
}
UNITS = {"entities": "enterprises", "employment": "persons", "revenue": "yuan a month", "lever_cost": "yuan a month",
         "value_added": "yuan a month", "exits": "enterprises a month", "entries": "enterprises a month",
         "unit_cost": "yuan/100 yuan", "local_supply_ratio": "1", "moves_out": "enterprises a month",
         "links": "links", "novelty": "widgets a month"}
SCENARIO = 'title = "base"\n[[lever]]\nname = "old"\nkind = "direct_power"\nfrom = "2022-01"\n'
PLAN = SCENARIO + '[[lever]]\nname = "new"\nkind = "supply_platform"\nfrom = "{start}"\nuntil = "{until}"\n'


@dataclass
class Zone:
    """What a synthetic scenario does; effects start in month `start` (row)."""

    months: int = 24
    title: str = "Baseline"
    title_zh: str = "基准"
    start: int | None = None
    until: str = "2030-01"
    jobs: float = 0.0
    energy: float = 0.0
    saved: bool = False
    lever_cost: float = 0.0
    new_noise: float = 0.0
    scale: float = 1.0
    filetype: str = "canopy-run"
    snapshots: bool = True


def write_runs(folder, seeds, zone):
    """Write folder/seed-NNNN.h5 for every seed."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in seeds:
        write_run(folder / f"seed-{seed:04d}.h5", seed, zone)


def write_run(path, seed, zone):
    """Write one run; the luck of a seed is the same in every zone, `new_noise` comes on top."""
    luck = np.random.default_rng(seed)
    own = np.random.default_rng([seed, sum(map(ord, zone.title))])
    with h5py.File(path, "w", track_order=True) as file:
        file.attrs.update({"filetype": zone.filetype, "schema_version": 1, "scenario": zone.title.lower(),
                           "title": zone.title, "title_zh": zone.title_zh, "seed": seed, "git_commit": "abc",
                           "committed_months": zone.months, "scale": zone.scale})
        days = days_of(zone.months)
        starts = (EPOCH + np.timedelta64(int(days[zone.start or 0]), "D")).astype("datetime64[M]")
        text = SCENARIO if zone.start is None else PLAN.format(start=starts, until=zone.until)
        file.create_dataset("scenario/resolved", data=text)
        kpi = Group(file, "kpi", days)
        for axis, (codes, chinese) in AXES.items():
            kpi.axis(axis, codes, chinese)
        for name, values in monthly(zone, luck, own).items():
            kpi.add(name, values)
        firms = write_panel(file, days, seed, zone)
        write_events(file, days, seed, zone)
        Group(file, "check", days).add("goods", np.zeros(zone.months))
        if zone.snapshots:
            for row in sorted({*range(11, zone.months, 12), zone.months - 1}):
                write_snapshot(file, days[row], row, firms, seed, zone)


def days_of(months):
    """Days since 2022-12-01 of the months from 2023-01 on, shape (month,)."""
    first = np.datetime64("2023-01", "M") + np.arange(months)
    return (first.astype("datetime64[D]") - EPOCH).astype(np.int32)


def monthly(zone, luck, own):
    """Return {measure: ndarray (month,) or (month, axis)}."""
    n, after = zone.months, np.zeros(zone.months)
    if zone.start is not None:
        after[zone.start:] = 1.0

    def noisy(level, spread):
        return level + spread * luck.standard_normal(n) + zone.new_noise * spread * after * own.standard_normal(n)

    terms = np.tile([45.0, 18, 3, 2, 8, 4, 9], (n, 1)) + 0.01 * luck.standard_normal((n, 7))
    terms[:, 5] += zone.energy * after
    revenue = noisy(9e8, 1e6)
    by_kind = np.stack([noisy(400, 1), noisy(200, 1)], axis=1)
    entries = np.stack([noisy(6.5, .1), noisy(3.2, .1)], axis=1)
    tiers = np.stack([noisy(level, 3) for level in (900, 700, 400, 100)], axis=1)
    levers = np.stack([zone.lever_cost * after, np.full(n, 2e5)], axis=1)
    years = (np.arange(n) + 1) / 12
    return {
        "entities": by_kind.sum(axis=1), "entities_by_kind": by_kind, "entries": entries.sum(axis=1),
        "entries_by_kind": entries, "exits": entries.sum(axis=1) / 2, "exits_by_kind": entries / 2,
        "employment": noisy(2000, 5) + zone.jobs * after, "revenue": revenue, "value_added": revenue * 0.3,
        "unit_cost": terms.sum(axis=1), "unit_cost_by_cost_term": terms,
        "local_supply_ratio": noisy(.3, .002), "links": np.full(n, 2000.0), "links_by_tier": tiers,
        "local_supply_ratio_by_sector": np.stack([noisy(v, .002) for v in (.2, .3, .4, .5)], axis=1),
        "local_supply_ratio_by_ring": np.stack([noisy(v, .002) for v in (.3, .45, .6)], axis=1),
        "moves_out": noisy(.5, .01), "moves_within": noisy(2, .01), "digital_share": 1 - 0.9 * np.exp(-0.05 * years),
        "lever_cost": levers.sum(axis=1), "lever_cost_by_lever": levers, "lever_use_by_lever": levers / 1000,
        "novelty": noisy(50, 1),
    }


class Group:
    """A group with its own month coordinate and attached dimension scales."""

    def __init__(self, file, name, days):
        self.group = file.create_group(name, track_order=True)
        self.scales = {}
        self.coordinate("month", days)

    def coordinate(self, name, values, dtype=None):
        dataset = self.group.create_dataset(name, data=values, dtype=dtype)
        dataset.make_scale(name)
        self.scales[name] = dataset
        if name == "month":
            dataset.attrs["units"] = "days since 2022-12-01"

    def axis(self, name, codes, chinese):
        text = h5py.string_dtype("utf-8")
        self.coordinate(name, np.array(codes, object), text)
        self.group.create_dataset(f"{name}_zh", data=np.array(chinese, object), dtype=text)

    def add(self, name, values, dimensions=None):
        dataset = self.group.create_dataset(name, data=values)
        dimensions = dimensions or ["month", *([name.rsplit("_by_", 1)[1]] if "_by_" in name else [])]
        for row, dimension in enumerate(dimensions):
            dataset.dims[row].attach_scale(self.scales[dimension])
        dataset.attrs.update({"units": UNITS.get(name.split("_by_")[0], "1"), "long_name": name, "long_name_zh": name})


def population(seed):
    """The opening enterprises of a seed: {column: ndarray (firm,)}."""
    draw = np.random.default_rng([seed, 7])
    n = 600
    return {"id": np.arange(1000, 1000 + n), "kind": (np.arange(n) % 3 == 0).astype(np.int8),
            "sector": (np.arange(n) % 4).astype(np.int8), "place": draw.integers(0, 4, n).astype(np.int8),
            "workers": np.ceil(draw.pareto(1.1, n) + 1), "birth_month": -draw.integers(0, 200, n),
            "revenue_12m": 1e6 * (draw.pareto(1.0, n) + 1), "productivity": np.exp(.4 * draw.standard_normal(n)),
            "effective_productivity": np.exp(.4 * draw.standard_normal(n)),
            "above_scale": (np.arange(n) % 10 == 0).astype(np.int8)}


def gone(zone):
    """Rows of the enterprises that exit: ten, of which the plan saves five."""
    return np.arange(0, 50, 5)[5 if zone.saved else 0:]


def write_panel(file, days, seed, zone):
    firms = population(seed)
    panel = Group(file, "panel", days)
    panel.coordinate("firm", firms["id"][:60])
    last = np.ones((zone.months, 60))
    last[zone.months // 2:, gone(zone)] = np.nan
    for column in ("workers", "revenue_12m"):
        panel.add(column, last * firms[column][:60], ["month", "firm"])
    panel.add("sector", np.where(np.isnan(last), -1, firms["sector"][:60]).astype(np.int8), ["month", "firm"])
    return firms


def write_events(file, days, seed, zone):
    """Ten exits (five saved by the plan) and some moves."""
    draw = np.random.default_rng([seed, 8])
    leaving, n_moves = gone(zone), 40
    events = Group(file, "event", np.full(len(leaving) + n_moves, days[zone.months // 2]))
    group = events.group
    group.create_dataset("kind", data=np.r_[np.full(len(leaving), 1), np.full(n_moves, 2)].astype(np.int8))
    group["kind"].attrs["flag_values"] = np.arange(6, dtype=np.int8)
    group["kind"].attrs["flag_meanings"] = "entry exit move individual_to_company above_scale spin_off"
    group.create_dataset("firm", data=np.r_[1000 + leaving, 1100 + np.arange(n_moves)])
    group.create_dataset("legal_form", data=np.ones(len(leaving) + n_moves, np.int8))
    group["legal_form"].attrs["flag_values"] = np.arange(2, dtype=np.int8)
    group["legal_form"].attrs["flag_meanings"] = "individual company"
    for name in ("place_from", "place_to"):
        places = draw.integers(0, 9 if name == "place_from" else 4, n_moves)
        group.create_dataset(name, data=np.r_[np.full(len(leaving), -1), places].astype(np.int8))
        group[name].attrs["flag_values"] = np.arange(9, dtype=np.int8)
        group[name].attrs["flag_meanings"] = " ".join(AXES["place"][0])


def write_snapshot(file, day, row, firms, seed, zone):
    """Enterprises with Laplace growth a year, links of which exp(-age ln 2 / 13) survive."""
    month = str((EPOCH + np.timedelta64(int(day), "D")).astype("datetime64[M]"))
    draw = np.random.default_rng([seed, row])
    alive = np.ones(len(firms["id"]), bool)
    if row >= zone.months // 2:
        alive[gone(zone)] = False
    table = file.create_group(f"snapshot/{month}/firms")
    lift = 1.05 if zone.saved else 1.0
    for column, values in firms.items():
        if column == "revenue_12m" and row > 11:
            values = values * np.exp(draw.laplace(0, .2, len(values))) * lift
        table.create_dataset(column, data=values[alive])
    for column, axis in (("kind", "kind"), ("sector", "sector"), ("place", "place")):
        table[column].attrs["flag_meanings"] = " ".join(AXES[axis][0])
        table[column].attrs["flag_values"] = np.arange(len(AXES[axis][0]), dtype=np.int8)
    links = file.create_group(f"snapshot/{month}/links")
    age = -np.log(np.arange(1, 2001) / 2000) / np.log(2) * 13
    buyer = draw.integers(1000, 1600, 2000)
    for column, values in (("buyer", buyer), ("seller", draw.integers(1000, 1600, 2000)), ("good", buyer * 0),
                           ("age", np.floor(age).astype(int)), ("flow", np.ones(2000))):
        links.create_dataset(column, data=values)
