extension Wording {
  /// Methods of comparisons, ranks and targets, by id.
  static let comparisonMethods: [String: ArticleText] = [:]

  /// Reasons of comparisons, ranks and targets, by id.
  static let comparisonReasons: [String: ReasonText] = [:]

  /// Diagnostics of comparisons, ranks and targets, by id.
  static let comparisonDiagnostics: [String: DiagnosticText] = [:]
}
