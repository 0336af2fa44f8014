import Analyses

/// What the texts of `power`'s own options mean.
public struct PowerRequest: Sendable {
  private let effect: EffectRequest
  private let size: String?
  private let horizon: Int?

  /// The options as written; those of `effect` are its own.
  public init(_ effect: EffectRequest, size: String? = nil, horizon: Int? = nil) {
    self.effect = effect
    self.size = size
    self.horizon = horizon
  }

  /// The question, understood.
  ///
  /// - Throws: ``PipelineError/unreadableOption(option:text:expected:)`` and what ``EffectRequest/question()`` throws.
  public func question() throws -> PowerQuestion {
    var question = PowerQuestion(try effect.question(), horizon: horizon)
    if let size {
      guard let known = SmallestEffect(size) else {
        throw PipelineError.unreadableOption(option: "--size", text: size, expected: "5, 20%")
      }
      question.size = known
    }
    if let horizon, !(1...100).contains(horizon) {
      throw PipelineError.unreadableOption(option: "--horizon", text: "\(horizon)", expected: "1–100")
    }
    return question
  }
}
