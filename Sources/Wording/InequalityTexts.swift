extension Wording {
  /// Methods of inequality and segregation, by id.
  static let inequalityMethods: [String: ArticleText] = [:]

  /// Reasons of inequality and segregation, by id.
  static let inequalityReasons: [String: ReasonText] = [:]

  /// Diagnostics of inequality and segregation, by id.
  static let inequalityDiagnostics: [String: DiagnosticText] = [:]
}
