extension Wording {
  /// Methods of shrinkage, composite indices and many tests, by id.
  static let compositeMethods: [String: ArticleText] = [:]

  /// Reasons of shrinkage, composite indices and many tests, by id.
  static let compositeReasons: [String: ReasonText] = [:]

  /// Diagnostics of shrinkage, composite indices and many tests, by id.
  static let compositeDiagnostics: [String: DiagnosticText] = [:]
}
