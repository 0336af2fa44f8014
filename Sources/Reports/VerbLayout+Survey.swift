import Estimates
import Indicators
import Wording

extension VerbLayout {
  /// The value with its interval, and what the answers are worth.
  func survey(_ entries: [ResultRow]) -> [Part] {
    [period(), value("estimate")] + interval(entries, "lower", "upper")
      + [decimal("n", upTo: 0), decimal("n_effective", upTo: 0), decimal("no_answer", upTo: 0)]
  }
}
