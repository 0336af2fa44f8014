import Analyses
import Foundation
import Indicators
import Interchange

/// Turns the texts of `composite`'s options into what they mean.
extension CompositeOptions {
  /// Options from texts.
  ///
  /// - Parameters:
  ///   - weights: `a=0.2,b=0.8`; `equal`, `pca` or `factor`; or a file with the columns `indicator` and `weight`.
  ///   - better: `a=higher,b=lower`: which way is better, where the catalogue does not say.
  ///   - normalise: The id of a normalisation.
  ///   - aggregate: The id of an aggregation.
  public init(
    weights: String?, better: String?, normalise: String, aggregate: String, draws: Int, allowsMissing: Bool
  ) throws {
    self.init()
    guard setNormalisation(normalise) else {
      throw PipelineError.unreadableOption(
        option: "--normalise", text: normalise, expected: Self.normalisations.joined(separator: ", "))
    }
    guard setAggregation(aggregate) else {
      throw PipelineError.unreadableOption(
        option: "--aggregate", text: aggregate, expected: Self.aggregations.joined(separator: ", "))
    }
    guard (1...1_000_000).contains(draws) else {
      throw PipelineError.unreadableOption(option: "--draws", text: "\(draws)", expected: "1–1000000")
    }
    self.draws = draws
    self.allowsMissing = allowsMissing
    switch weights {
    case nil: break
    case let word? where Self.weightings.contains(word): _ = setWeighting(word)
    case let text? where text.contains("="):
      for (id, word) in try Self.pairs(text, option: "--weights", expected: "a=0.2,b=0.8") {
        guard let number = Double(word), number >= 0, number.isFinite else {
          throw PipelineError.unreadableOption(option: "--weights", text: word, expected: "0.2")
        }
        self.weights[id] = number
      }
    case let path?: self.weights = try WeightFile.read(path)
    }
    for (id, word) in try Self.pairs(better ?? "", option: "--better", expected: "a=higher,b=lower") {
      switch word {
      case "higher": directions[id] = .higherIsBetter
      case "lower": directions[id] = .lowerIsBetter
      default:
        throw PipelineError.unreadableOption(option: "--better", text: word, expected: "higher, lower")
      }
    }
  }

  private static func pairs(_ text: String, option: String, expected: String) throws(PipelineError) -> [(
    String, String
  )] {
    var result: [(String, String)] = []
    // Names of foreign files hold commas: a piece without a sign of equality belongs to the next one's name.
    var open = ""
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let item = open.isEmpty ? String(piece) : "\(open),\(piece)"
      guard let sign = item.lastIndex(of: "=") else {
        open = item
        continue
      }
      open = ""
      let id = item[..<sign].trimmingCharacters(in: .whitespaces)
      guard !id.isEmpty else { throw .unreadableOption(option: option, text: item, expected: expected) }
      result.append((id, item[item.index(after: sign)...].trimmingCharacters(in: .whitespaces)))
    }
    guard open.isEmpty else { throw .unreadableOption(option: option, text: open, expected: expected) }
    return result
  }
}

extension ShrinkOptions {
  /// Options from texts: `ml` or `marshall`, and a threshold in the figures' unit.
  public init(prior: String, above: Double?) throws(PipelineError) {
    self.init(threshold: above)
    guard above?.isFinite ?? true else {
      throw .unreadableOption(option: "--above", text: "\(above ?? 0)", expected: "8.5")
    }
    guard setPrior(prior) else {
      throw .unreadableOption(
        option: "--prior", text: prior, expected: Self.priors.joined(separator: ", "))
    }
  }
}
