import Estimates
import Wording

extension VerbLayout {
  /// `composite`: the index, its rank with interval, and under how many choices the zone stays at the bottom.
  func composite(_ entries: [ResultRow]) -> [Part] {
    let confidence = entries.lazy.compactMap { $0.number("confidence") }.first
    let name = "\(header("rank")) (\(Wording.intervalHeader(confidence, language: language)))"
    return [
      period(),
      (
        TextTable.Column(header("index"), isRight: true),
        { [language] row in
          guard let number = row.number("estimate") else {
            return TextTable.Cell(sign(row, "estimate"), tone: .muted)
          }
          return TextTable.Cell(language.number(number, decimals: 2))
        }
      ),
      (
        TextTable.Column(name, isRight: true),
        { [language] row in
          guard let rank = row.number("rank") else { return TextTable.Cell("") }
          let ends = row.interval("rank_lower", "rank_upper").map {
            " (\(language.number($0.lower, upTo: 1))–\(language.number($0.upper, upTo: 1)))"
          }
          return TextTable.Cell(language.number(rank, upTo: 1) + (ends ?? ""))
        }
      ),
      share("worst_decile_share", dispensability: 2), share("worst_fifth_share", dispensability: 3),
    ]
  }
}
