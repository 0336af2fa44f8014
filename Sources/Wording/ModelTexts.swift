extension Wording {
  /// Methods of regression models and joins of trends, by id.
  static let modelMethods: [String: ArticleText] = [:]

  /// Reasons of regression models and joins of trends, by id.
  static let modelReasons: [String: ReasonText] = [:]

  /// Diagnostics of regression models and joins of trends, by id.
  static let modelDiagnostics: [String: DiagnosticText] = [:]
}
