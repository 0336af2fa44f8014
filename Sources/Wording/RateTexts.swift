extension Wording {
  /// Methods of rates, standardisation and life expectancy, by id.
  static let rateMethods: [String: ArticleText] = [:]

  /// Reasons of rates, standardisation and life expectancy, by id.
  static let rateReasons: [String: ReasonText] = [:]

  /// Diagnostics of rates, standardisation and life expectancy, by id.
  static let rateDiagnostics: [String: DiagnosticText] = [:]
}
