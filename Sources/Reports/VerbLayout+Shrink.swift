import Estimates
import Wording

extension VerbLayout {
  /// `shrink`: the zone's own value with its interval, the smoothed one with its own, and what it was smoothed towards.
  func shrink(_ entries: [ResultRow]) -> [Part] {
    [period(), value("raw", dispensability: 1)] + interval(entries, "raw_lower", "raw_upper")
      + [value("estimate", header: header("shrunken"))] + interval(entries, "lower", "upper")
      + [share("weight", dispensability: 3), value("prior_mean", dispensability: 2)]
      + [share("probability_above", dispensability: 4)]
  }

  /// A share of one in whole per cent.
  func share(_ key: String, dispensability: Int) -> Part {
    (
      TextTable.Column(header(key), isRight: true, dispensability: dispensability),
      { [language] row in
        TextTable.Cell(row.number(key).map { "\(language.number($0 * 100, decimals: 0))\u{00A0}%" } ?? "")
      }
    )
  }
}
