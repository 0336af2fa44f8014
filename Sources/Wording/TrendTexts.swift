extension Wording {
  /// Methods of trends, by id.
  static let trendMethods: [String: ArticleText] = [:]

  /// Reasons of trends, by id.
  static let trendReasons: [String: ReasonText] = [:]

  /// Diagnostics of trends, by id.
  static let trendDiagnostics: [String: DiagnosticText] = [:]
}
