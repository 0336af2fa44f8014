import Analyses
import Estimates
import Indicators
import Interchange

/// Turns the texts of options into what they mean, each refusal saying what was expected.
extension Request {
  /// Sets the periods from `--period`, `--window`, `--from` and `--to`.
  public mutating func setPeriods(period: String?, window: String?, from: String?, to: String?)
    throws(PipelineError)
  {
    if let text = period ?? window {
      guard let range = PeriodRange(text) else {
        throw .unreadableOption(
          option: period == nil ? "--window" : "--period", text: text, expected: "2019, 2024K2, 2019..2023")
      }
      self.range = range
    }
    if from != nil || to != nil {
      self.range = PeriodRange(
        from: try one(from, "--from") ?? range.first, to: try one(to, "--to") ?? range.last)
    }
  }

  private func one(_ text: String?, _ option: String) throws(PipelineError) -> Period? {
    guard let text else { return nil }
    guard let period = Period(text) else {
      throw .unreadableOption(option: option, text: text, expected: "2019, 2024K2, 2024M06")
    }
    return period
  }

  /// Sets the confidence level.
  public mutating func setConfidence(_ value: Double) throws(PipelineError) {
    guard let level = ConfidenceInterval.Level(value) else {
      throw .unreadableOption(option: "--confidence", text: "\(value)", expected: "0.95")
    }
    confidence = level
  }

  /// Sets which way is better.
  public mutating func setDirection(_ word: String?) throws(PipelineError) {
    switch word {
    case nil: break
    case "higher": direction = .higherIsBetter
    case "lower": direction = .lowerIsBetter
    case "neutral": direction = .neutral
    case let other?:
      throw .unreadableOption(option: "--direction", text: other, expected: "higher, lower, neutral")
    }
  }

  /// Sets how p-values are adjusted.
  public mutating func setAdjustment(_ word: String?) throws(PipelineError) {
    guard let word else { return }
    guard let known = Adjustment(rawValue: word) else {
      throw .unreadableOption(
        option: "--adjust", text: word, expected: Adjustment.allCases.map(\.rawValue).joined(separator: ", "))
    }
    adjustment = known
  }

  /// The groups of `--group NAME=A+B`.
  func parsedGroups() throws(PipelineError) -> [ZoneGroup] {
    var result: [ZoneGroup] = []
    for text in groups {
      let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
      let members = sides.count == 2 ? sides[1].split(separator: "+").map(String.init) : []
      guard sides.count == 2, !sides[0].isEmpty, !members.isEmpty else { throw .unreadableGroup(text) }
      result.append(ZoneGroup(id: sides[0], definition: .union(members)))
    }
    return result
  }
}
