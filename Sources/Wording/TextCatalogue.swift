extension Wording {
  /// The methods in plain words, by id. Formula and reference are on the method's card.
  static let methodArticles = joined(methodAreas)

  /// The methods in plain words, by area.
  static let methodAreas: [[String: ArticleText]] = [
    coreMethods,
    rateMethods,
    lifeMethods,
    comparisonMethods,
    trendMethods,
    modelMethods,
    inequalityMethods,
    compositeMethods,
    participationMethods,
    effectMethods,
    placeboMethods,
    interruptedMethods,
    sensitivityMethods,
    augmentedMethods,
    staggeredMethods,
    cohortMethods,
    differenceMethods,
    powerMethods,
    multiplicityMethods,
    syntheticControlMethods,
  ]

  /// Why a number does not exist, by id.
  static let reasonTexts = joined(reasonAreas)

  /// Why a number does not exist, by area.
  static let reasonAreas: [[String: ReasonText]] = [
    coreReasons,
    rateReasons,
    lifeReasons,
    comparisonReasons,
    trendReasons,
    modelReasons,
    inequalityReasons,
    compositeReasons,
    participationReasons,
    effectReasons,
    inferenceReasons,
    effectCheckReasons,
    placeboReasons,
    interruptedReasons,
    sensitivityReasons,
    staggeredReasons,
    cohortReasons,
    powerReasons,
    multiplicityReasons,
  ]

  /// What is worth knowing about a result or an input, by id.
  static let diagnosticTexts = joined(diagnosticAreas)

  /// What is worth knowing about a result or an input, by area.
  static let diagnosticAreas: [[String: DiagnosticText]] = [
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
    effectDiagnostics,
    inferenceDiagnostics,
    placeboDiagnostics,
    interruptedDiagnostics,
    sensitivityDiagnostics,
    augmentedDiagnostics,
    staggeredDiagnostics,
    cohortDiagnostics,
    differenceDiagnostics,
    planDiagnostics,
    syntheticControlDiagnostics,
    powerDiagnostics,
    multiplicityDiagnostics,
  ]

  /// The texts of all areas; an id belongs to one of them.
  private static func joined<Text>(_ areas: [[String: Text]]) -> [String: Text] {
    areas.reduce(into: [:]) { all, area in all.merge(area) { first, _ in first } }
  }
}
