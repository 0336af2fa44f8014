import Indicators

/// Reads `indicators.yml`: what is measured.
///
/// Keys of an indicator: `id`, `name`, `theme`, `goal`, `role`, `kind`, `unit`, `numerator`, `denominator`, `multiplier`,
/// `direction`, `window`, `strata`, `standardise`, `aggregate`, `suppress`, `breaks`, `valid-range`, `description`,
/// `constructed`. `id`, `name` and `kind` must be there; the rest has the defaults of ``Indicators/Indicator``.
///
/// - Throws: ``InterchangeError/document(_:path:)`` with a ``ConfigurationProblem`` at line and column.
public enum IndicatorFile {
  private static let keys = [
    "id", "name", "theme", "goal", "role", "kind", "unit", "numerator", "denominator", "multiplier",
    "direction",
    "window", "strata", "standardise", "aggregate", "suppress", "breaks", "valid-range", "description",
    "constructed",
  ]

  /// Reads the file at a path.
  public static func read(_ path: String) throws(InterchangeError) -> IndicatorCatalogue {
    try read(ByteSource(contentsOf: path))
  }

  /// Reads a source.
  public static func read(_ source: ByteSource) throws(InterchangeError) -> IndicatorCatalogue {
    try read(source.array, path: source.path)
  }

  /// Reads a text; `path` is what errors call it.
  public static func read(_ bytes: [UInt8], path: String = "-") throws(InterchangeError) -> IndicatorCatalogue
  {
    let root = try ConfigurationDocument(bytes, kind: "indicators", keys: ["indicators"], path: path).root
    var ids: Set<String> = []
    var indicators: [Indicator] = []
    for value in try root["indicators"]?.list() ?? [] { indicators.append(try indicator(value, &ids)) }
    return IndicatorCatalogue(indicators)
  }

  private static func indicator(
    _ value: ConfigurationDocument.Value, _ ids: inout Set<String>
  ) throws(InterchangeError) -> Indicator {
    let entry = try value.mapping(keys: keys)
    var indicator = Indicator(
      id: try entry.id(unlike: &ids), name: try entry.required("name").localised(),
      kind: try entry.required("kind").word(IndicatorKind.self))
    indicator.theme = try entry["theme"]?.word(Theme.self)
    indicator.goal = try entry["goal"]?.text()
    if let role = entry["role"] { indicator.role = try role.word(IndicatorRole.self) }
    if let unit = entry["unit"] { indicator.unit = Unit(rawValue: try unit.text()) }
    indicator.numerator = try entry["numerator"].map(figure)
    indicator.denominator = try entry["denominator"].map(figure)
    if let multiplier = entry["multiplier"] {
      let factor = try multiplier.number()
      guard factor > 0 else { throw multiplier.wrongType("a number above 0") }
      indicator.multiplier = factor
    }
    if let direction = entry["direction"] { indicator.direction = try direction.word(Direction.self) }
    if let window = try entry["window"]?.mapping(keys: ["years", "published-windows"]) {
      if let years = window["years"] { indicator.windowYears = try years.integer(atLeast: 1) }
      if let published = window["published-windows"] {
        indicator.windowsArePublished = try published.boolean()
      }
    }
    if let strata = entry["strata"] { indicator.strata = try strata.texts() }
    if let standardise = entry["standardise"] { indicator.standardise = try standardisation(standardise) }
    if let aggregate = entry["aggregate"] { indicator.aggregate = try aggregate.word(AggregationRule.self) }
    if let suppress = entry["suppress"] { indicator.suppression = try suppression(suppress) }
    for value in try entry["breaks"]?.list() ?? [] {
      let parts = try value.mapping(keys: ["period", "reason"])
      indicator.breaks.append(
        SeriesBreak(period: try parts.required("period").period(), reason: try parts["reason"]?.localised()))
    }
    indicator.validRange = try entry["valid-range"].map(range)
    indicator.about = try entry["description"]?.localised()
    if let constructed = entry["constructed"] { indicator.isConstructed = try constructed.boolean() }
    return indicator
  }

  private static func figure(_ value: ConfigurationDocument.Value) throws(InterchangeError) -> FigureReference
  {
    let entry = try value.mapping(keys: ["source", "measure", "population", "filter"])
    var filter: [String: String] = [:]
    for (name, category) in try entry["filter"]?.named() ?? [] { filter[name] = try category.text() }
    return FigureReference(
      source: try entry.required("source").text(), measure: try entry["measure"]?.text(),
      population: try entry["population"]?.word(["january", "midyear"]), filter: filter)
  }

  /// `none`, `direct(<population>)` or `indirect(<area>)`.
  private static func standardisation(_ value: ConfigurationDocument.Value) throws(InterchangeError) -> String
  {
    let text = try value.text()
    if text == "none" { return text }
    for method in ["direct(", "indirect("]
    where text.hasPrefix(method) && text.hasSuffix(")") && text.utf8.count > method.utf8.count + 1 {
      return text
    }
    throw value.wrongType("none, direct(<population>) or indirect(<area>)")
  }

  private static func suppression(_ value: ConfigurationDocument.Value) throws(InterchangeError)
    -> SuppressionRule
  {
    let entry = try value.mapping(
      keys: ["numerator-below", "complement-below", "denominator-below", "series", "zeros"])
    var rule = SuppressionRule()
    if let limit = entry["numerator-below"] { rule.numeratorBelow = try limit.integer(atLeast: 0) }
    if let limit = entry["complement-below"] { rule.complementBelow = try limit.integer(atLeast: 0) }
    if let limit = entry["denominator-below"] { rule.denominatorBelow = try limit.integer(atLeast: 0) }
    if let zeros = entry["zeros"] { rule.hidesZeros = try zeros.word(["hide", "show"]) == "hide" }
    if let series = try entry["series"]?.mapping(keys: ["hidden-share", "weak-share", "weak-below"]) {
      rule.seriesHiddenShare = try series["hidden-share"]?.number(in: 0...1)
      rule.seriesWeakShare = try series["weak-share"]?.number(in: 0...1)
      if let limit = series["weak-below"] { rule.seriesWeakBelow = try limit.integer(atLeast: 0) }
    }
    return rule
  }

  private static func range(_ value: ConfigurationDocument.Value) throws(InterchangeError) -> ClosedRange<
    Double
  > {
    let ends = try value.list()
    guard ends.count == 2 else { throw value.wrongType("a list of two numbers") }
    let (low, high) = (try ends[0].number(), try ends[1].number())
    guard low <= high else { throw ends[1].wrongType("a number not below \(low)") }
    return low...high
  }
}
