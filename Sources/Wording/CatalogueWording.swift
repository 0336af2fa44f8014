import Indicators

extension Wording {
  /// A theme's name.
  public static func theme(_ theme: Theme, language: Language) -> String {
    switch theme {
    case .livingConditions: language.pick("Levekår", "Living conditions")
    case .publicHealth: language.pick("Folkehelse", "Public health")
    case .exclusion: language.pick("Utenforskap", "Exclusion")
    case .growingUp: language.pick("Oppvekst", "Growing up")
    case .neighbourhood: language.pick("Nærmiljø", "Neighbourhood")
    case .participation: language.pick("Medvirkning", "Participation")
    case .population: language.pick("Befolkning", "Population")
    }
  }

  /// A zone level's name, in the singular. A level of a programme's own keeps its id.
  public static func level(_ level: ZoneLevel, language: Language) -> String {
    switch level {
    case .country: language.pick("land", "country")
    case .county: language.pick("fylke", "county")
    case .municipality: language.pick("kommune", "municipality")
    case .district: language.pick("bydel", "city district")
    case .subdistrict: language.pick("delområde", "sub-district")
    case .livingConditionsZone: language.pick("levekårssone", "living-conditions zone")
    case .basicUnit: language.pick("grunnkrets", "basic statistical unit")
    case .unplaced: language.pick("uten sone", "without a zone")
    case .group: language.pick("gruppe", "group")
    case .unknown: language.pick("ukjent nivå", "unknown level")
    default: level.rawValue
    }
  }

  /// Which way is better, in words.
  public static func direction(_ direction: Direction, language: Language) -> String {
    switch direction {
    case .higherIsBetter: language.pick("høyere er bedre", "higher is better")
    case .lowerIsBetter: language.pick("lavere er bedre", "lower is better")
    case .neutral: language.pick("ingen retning er bedre", "no direction is better")
    }
  }

  /// The kind of figure, in words.
  public static func kind(_ kind: IndicatorKind, language: Language) -> String {
    switch kind {
    case .proportion: language.pick("andel", "share")
    case .rate: language.pick("rate", "rate")
    case .mean: language.pick("gjennomsnitt", "mean")
    case .count: language.pick("antall", "count")
    case .median: language.pick("median", "median")
    case .index: language.pick("indeks", "index")
    }
  }

  /// An indicator's place in the chain of results.
  public static func role(_ role: IndicatorRole, language: Language) -> String {
    switch role {
    case .outcome: language.pick("effektindikator", "outcome indicator")
    case .output: language.pick("resultatindikator", "output indicator")
    case .process: language.pick("prosessindikator", "process indicator")
    case .context: language.pick("bakgrunn", "context")
    }
  }
}
