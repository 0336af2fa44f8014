import Estimates
import Wording

extension VerbLayout {
  /// Change per year in per cent, of methods that multiply; no column where no row has it.
  func percentPerYear(_ entries: [ResultRow]) -> [Part] {
    guard entries.contains(where: { $0.number("percent_per_year") != nil }) else { return [] }
    let confidence = entries.lazy.compactMap { $0.number("confidence") }.first
    let name = "\(header("percent_per_year")) (\(Wording.intervalHeader(confidence, language: language)))"
    return [
      (
        TextTable.Column(name, isRight: true, dispensability: 2),
        { [language] row in
          guard let percent = row.number("percent_per_year") else { return TextTable.Cell("") }
          var text = language.signed(percent, decimals: 1)
          if let ends = row.interval("percent_per_year_lower", "percent_per_year_upper") {
            text += " (\(language.range(ends.lower, ends.upper, decimals: 1, spelledOut: true)))"
          }
          return TextTable.Cell(text)
        }
      )
    ]
  }
}
