import Analyses
import Indicators
import Interchange

/// What the texts of `effect`'s options of sensitivity mean.
public struct SensitivityRequest: Sendable {
  private let isAsked: Bool
  private let selection: String?
  private let districts: String?
  private let placeboWeights: Bool

  /// The options as written.
  public init(
    isAsked: Bool = false, selection: String? = nil, districts: String? = nil, placeboWeights: Bool = false
  ) {
    self.isAsked = isAsked
    self.selection = selection
    self.districts = districts
    self.placeboWeights = placeboWeights
  }

  /// Completes a question; the list of neighbours is read here.
  ///
  /// Where several estimators are asked for, the panel has those; else all.
  ///
  /// - Throws: ``PipelineError/unreadableOption(option:text:expected:)`` and ``Interchange/InterchangeError`` of the list.
  func complete(_ question: inout EffectQuestion) throws {
    question.wantsPlaceboWeights = placeboWeights
    guard isAsked || selection != nil || districts != nil else { return }
    var sensitivity =
      question.estimators.count > 1
      ? SensitivityQuestion(estimators: question.estimators) : SensitivityQuestion()
    if let selection {
      guard let range = PeriodRange(selection) else {
        throw PipelineError.unreadableOption(
          option: "--selection-years", text: selection, expected: "2021..2023")
      }
      sensitivity.selection = range
    }
    if let districts {
      let pairs = try NeighbourFile.pairs(districts).map { ZonePair($0.0, $0.1) }
      sensitivity.districts = pairs
      sensitivity.neighbours = pairs
    }
    question.sensitivity = sensitivity
  }
}
