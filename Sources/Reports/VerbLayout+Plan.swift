import Indicators
import Wording

/// The columns of a plan: levels before the start, and what is expected to be seen.
extension VerbLayout {
  func plan(_ entries: [ResultRow]) -> [Part] {
    let words = PlanWords(language)
    let size: Part = (
      TextTable.Column(header("mde"), isRight: true),
      { row in
        guard let size = effectSize(row, "mde", "mde_relative") else {
          return TextTable.Cell("", tone: .muted)
        }
        return TextTable.Cell(size)
      }
    )
    let expected: Part = (
      TextTable.Column(header("expectation"), shortest: 18),
      { row in
        let isInformative: Bool? = if case .boolean(let value) = row["informative"] { value } else { nil }
        return TextTable.Cell(words.expectation(isInformative))
      }
    )
    let donors: Part = (
      TextTable.Column(header("donors"), isRight: true, dispensability: 4),
      { [language] row in TextTable.Cell(row.number("donors").map { language.number($0, upTo: 0) } ?? "") }
    )
    return [
      value("treated_baseline", dispensability: 3), value("donor_baseline", dispensability: 3), donors, size,
      expected,
    ]
  }

  /// Whether a row was planned, where there is a plan.
  func planned(_ entries: [ResultRow]) -> [Part] {
    func flag(_ row: ResultRow) -> Bool? {
      if case .boolean(let value) = row["pre_specified"] { value } else { nil }
    }
    let words = PlanWords(language)
    guard entries.contains(where: { flag($0) != nil }) else { return [] }
    return [
      (
        TextTable.Column(header("pre_specified"), dispensability: 1),
        { row in TextTable.Cell(flag(row).map(words.answer) ?? "") }
      )
    ]
  }
}
