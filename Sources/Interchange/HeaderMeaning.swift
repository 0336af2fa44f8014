/// What a header alone lets one expect of its column. The cells decide whether it holds.
enum HeaderMeaning: Equatable {
  /// An area, by code, name or both; `rank` is higher for finer areas, nil where the word does not say.
  case zone(rank: Int?, isCode: Bool, isName: Bool)
  /// A name of something whose code stands elsewhere.
  case name
  case period
  case value
  case numerator
  case denominator
  case indicator
  case status
  case sex
  case age
  /// Groups of people, often numbered: quintiles, levels of education.
  case group
  /// What kind of figure the value is, or in which unit: `Måltall`, `parameter`, `Enhet`.
  case measureLabel
  /// The order in which a table was shown.
  case sortKey

  /// The meaning of a header, nil where no word is known.
  init?(_ header: String) {
    let text = HeaderText(header)
    guard !text.base.isEmpty else { return nil }
    // Before the words that forgive a slip: a quartile (`kvartil`) is no quarter (`kvartal`).
    if Self.quantiles.contains(where: text.base.hasSuffix) {
      self = .group
      return
    }
    for (meaning, names) in Self.exact where names.contains(where: text.means) {
      self = meaning
      return
    }
    if let zone = Self.zone(text) {
      self = zone
      return
    }
    let words = text.base.split(separator: " ").map(String.init)
    guard let first = words.first, let last = words.last else { return nil }
    if first.hasPrefix("sort"), first != "sort" || words.count > 1 {
      self = .sortKey
      return
    }
    // Compounds end with what they are: `valgår`, `skatteår`; `skoleår_slutt` begins with it.
    let periodic = ["aar", "year", "periode", "period", "dato", "maaned", "kvartal"]
    if periodic.contains(where: { last.hasSuffix($0) || first.hasSuffix($0) }),
      !last.hasSuffix("gjennomsnitt")
    {
      self = .period
      return
    }
    let figures = [
      "antall", "andel", "persons", "personer", "prosent", "rate", "verdi", "value", "folkemengde",
      "population",
      "number", "share", "percent", "gjennomsnitt", "median",
    ]
    if figures.contains(first) || figures.contains(last) {
      self = .value
      return
    }
    return nil
  }

  /// Whether the header promises figures.
  var promisesFigures: Bool { self == .value || self == .numerator || self == .denominator }

  private static let exact: [(HeaderMeaning, [String])] = [
    (
      .period,
      [
        "aar", "year", "tid", "time", "period", "periode", "dato", "date", "maaned", "month", "kvartal",
        "quarter",
        "uke", "week", "skoleaar", "school year", "calyear", "halvaar",
      ]
    ),
    (.numerator, ["teller", "numerator", "events", "hendelser", "cases"]),
    (.denominator, ["nevner", "denominator", "persons at risk"]),
    (
      .indicator,
      ["indikator", "indicator", "indicator id", "indikator id", "statistikkvariabel", "contents"]
    ),
    (.status, ["status", "spvflagg", "flagg", "flag", "obs status", "observation status"]),
    (.sex, ["kjoenn", "sex", "gender"]),
    (.age, ["alder", "age", "aldersgruppe", "age group", "aldersgrupper"]),
    (
      .group,
      [
        "gruppe", "group", "utdanning", "utdanningsnivaa", "utdanningsgruppe", "inntektsgruppe", "education",
        "education level", "educational level", "income group", "stratum",
      ]
    ),
    (.measureLabel, ["maaltall", "parameter", "maaleenhet", "unit", "measure"]),
    (
      .name,
      [
        "navn", "name", "label", "zone name", "sonenavn", "omraadenavn", "geonavn", "regionnavn", "enhetnavn",
        "enhetsnavn", "stedsnavn", "lksnavn",
      ]
    ),
    (
      .value,
      [
        "value", "verdi", "antall", "andel", "variabel", "prosent", "percent", "rate", "count", "persons",
        "personer",
        "population", "folkemengde", "befolkning", "tall", "figure", "obs value",
      ]
    ),
  ]

  /// Words for areas, without the endings that say code or name, with their rank.
  private static let areas: [(name: String, rank: Int?)] = [
    ("grunnkrets", 6), ("krets", 6), ("basic unit", 6), ("delomraade", 5), ("delbydel", 5),
    ("levekaarssone", 5),
    ("levekaar", 5), ("lks", 5), ("subdistrict", 5), ("bydel", 4), ("district", 4), ("ward", 4),
    ("kommune", 3),
    ("municipality", 3), ("municip", 3), ("bostedskommune", 3), ("economic region", 2),
    ("oekonomisk region", 2),
    ("oekonomisk", 2), ("fylke", 1), ("fylkes", 1), ("county", 1), ("landsdel", 1), ("land", 0),
    ("country", 0),
    ("geo", nil), ("region", nil), ("sone", nil), ("zone", nil), ("omraade", nil), ("ident", nil),
    ("geografi", nil), ("geography", nil), ("geografisk enhet", nil), ("area", nil), ("sted", nil),
    ("bosted", nil), ("location", nil), ("state", nil), ("organisasjons", 7), ("enhet", nil), ("place", nil),
    ("code", nil), ("kode", nil),
  ]

  private static let quantiles = [
    "kvintil", "kvartil", "desil", "tertil", "persentil", "quintile", "quartile", "decile", "tertile",
  ]

  private static let codeEndings = [
    "nummer", "nr", "no", "kode", "code", "id", "number", "s nummer", "s nr", "s kode", "snummer", "snr",
    "skode",
  ]
  private static let nameEndings = ["navn", "name", "snavn"]

  private static func zone(_ text: HeaderText) -> HeaderMeaning? {
    for area in areas where text.means(area.name) {
      return .zone(rank: area.rank, isCode: ["ident", "code", "kode"].contains(area.name), isName: false)
    }
    for short in ["knr", "komnr"] where text.base == short {
      return .zone(rank: 3, isCode: true, isName: false)
    }
    for (endings, isCode) in [(codeEndings, true), (nameEndings, false)] {
      for ending in endings where text.base.hasSuffix(ending) {
        var stem = text.base.dropLast(ending.count)
        while stem.last == " " { stem.removeLast() }
        guard !stem.isEmpty, let area = areas.first(where: { HeaderText(String(stem)).means($0.name) }) else {
          continue
        }
        return .zone(rank: area.rank, isCode: isCode, isName: !isCode)
      }
    }
    return nil
  }
}
