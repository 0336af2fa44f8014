extension Wording {
  /// The methods in plain words, by id. Formula and reference are on the method's card.
  static let methodArticles: [String: ArticleText] = joined([
    coreMethods,
    rateMethods,
    lifeMethods,
    comparisonMethods,
    trendMethods,
    modelMethods,
    inequalityMethods,
    compositeMethods,
    participationMethods,
  ])

  /// Why a number does not exist, by id.
  static let reasonTexts: [String: ReasonText] = joined([
    coreReasons,
    rateReasons,
    lifeReasons,
    comparisonReasons,
    trendReasons,
    modelReasons,
    inequalityReasons,
    compositeReasons,
    participationReasons,
  ])

  /// What is worth knowing about a result or an input, by id.
  static let diagnosticTexts: [String: DiagnosticText] = joined([
    readingDiagnostics,
    analysisDiagnostics,
    rateDiagnostics,
    lifeDiagnostics,
    comparisonDiagnostics,
    trendDiagnostics,
    modelDiagnostics,
    inequalityDiagnostics,
    compositeDiagnostics,
    participationDiagnostics,
  ])

  /// The texts of all areas; an id belongs to one of them.
  private static func joined<Text>(_ areas: [[String: Text]]) -> [String: Text] {
    areas.reduce(into: [:]) { all, area in all.merge(area) { first, _ in first } }
  }
}
