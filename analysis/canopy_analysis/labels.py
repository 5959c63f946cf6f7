"""English names of the codes of axes; Chinese names come with the run file."""

ENGLISH = {
    "place": {
        "hexi": "Hexi", "tianxin": "Tianxin", "dongjiaduan": "Dongjiaduan",
        "rest_of_district": "Rest of district", "rest_of_zhuzhou": "Rest of Zhuzhou",
        "changsha_xiangtan": "Changsha-Xiangtan", "pearl_river_delta": "Pearl River Delta",
        "yangtze_delta": "Yangtze Delta", "other": "Other"},
    "sector": {
        "AGRI": "Agriculture, food", "MINE": "Mining", "LIGHT": "Light industry", "FUEL": "Refining",
        "CHEM": "Chemicals, polymers", "PHARMA": "Pharmaceuticals", "NONMET": "Non-metal minerals",
        "METAL": "Metal smelting", "METPROD": "Metal products", "GENMACH": "General machinery",
        "SPECMACH": "Special machinery", "AUTO": "Vehicles", "AUTOPART": "Auto parts",
        "RAILAERO": "Rail and aviation", "ELECEQ": "Electrical equipment", "APPLI": "Appliances",
        "ELECTRON": "Electronics", "ELECPOW": "Power and heat", "GASWAT": "Gas and water",
        "CONSTR": "Construction", "TRADE": "Trade", "TRANS": "Transport, logistics",
        "HOTEL": "Lodging, catering", "ICTSERV": "Software, IT services", "FIN": "Finance",
        "REALEST": "Real estate", "BUSSERV": "Business services", "RDTECH": "R&D, technical services",
        "HHSERV": "Household services", "PUBSERV": "Public services"},
    "cost_term": {"energy": "Energy", "finance": "Finance", "labour": "Labour", "land": "Land",
                  "logistics": "Logistics", "materials": "Materials", "services": "Services"},
    "ring": {"zone": "Zone", "city": "City", "province": "Province"},
}
CHINESE = {
    "place": {
        "hexi": "河西", "tianxin": "田心", "dongjiaduan": "董家塅", "rest_of_district": "天元区其余",
        "rest_of_zhuzhou": "株洲其余", "changsha_xiangtan": "长沙·湘潭", "pearl_river_delta": "珠三角",
        "yangtze_delta": "长三角", "other": "其他"},
    "tier": {"stranger": "生人", "acquaintance": "熟人", "friend": "友人", "kin": "亲人"},
    "cost_term": {"materials": "原料", "labour": "人工", "land": "用地", "finance": "融资",
                  "logistics": "物流", "energy": "用能", "services": "服务"},
    "ring": {"zone": "园区", "city": "本市", "province": "本省"},
    "kind": {"individual": "个体户", "company": "企业"},
}
ZONE_PLACES = ("hexi", "tianxin", "dongjiaduan", "rest_of_district")
CITY_PLACE = "rest_of_zhuzhou"
ORDER_OF_TERMS = ("materials", "labour", "land", "finance", "logistics", "energy", "services")


def label(axis, code, chinese, lang):
    """Return the name of a code in `lang`; `chinese` is what the file says (may be the code)."""
    if lang == "zh":
        return chinese if chinese and chinese != code else CHINESE.get(axis, {}).get(code, code)
    plain = code.replace("_", " ")
    return ENGLISH.get(axis, {}).get(code, plain if code.isupper() else plain.capitalize())
