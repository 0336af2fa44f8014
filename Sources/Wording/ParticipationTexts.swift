extension Wording {
  /// Methods of participation and surveys, by id.
  static let participationMethods: [String: ArticleText] = [:]

  /// Reasons of participation and surveys, by id.
  static let participationReasons: [String: ReasonText] = [:]

  /// Diagnostics of participation and surveys, by id.
  static let participationDiagnostics: [String: DiagnosticText] = [:]
}
