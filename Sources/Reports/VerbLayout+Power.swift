import Indicators
import Wording

/// The columns of `power`: what could be seen, and from when.
extension VerbLayout {
  func power(_ entries: [ResultRow]) -> [Part] {
    let language = self.language
    let seen: Part = (
      TextTable.Column(header("mde"), isRight: true),
      { row in
        guard let size = effectSize(row, "mde", "mde_relative") else {
          return TextTable.Cell(sign(row, "estimate"), tone: .muted)
        }
        return TextTable.Cell(
          Wording.detectable(size, people: row.number("mde_people_per_year"), language: language))
      }
    )
    let relative: Part = (
      TextTable.Column(header("relative"), isRight: true, dispensability: 2),
      { row in
        TextTable.Cell(
          row.number("mde_relative").map { language.number($0, decimals: 0) + Wording.percentSign } ?? "")
      }
    )
    let floor: Part = (
      TextTable.Column(header("p_floor"), isRight: true, dispensability: 4),
      { row in TextTable.Cell(row.number("p_floor").map { Wording.pValue($0, language: language) } ?? "") }
    )
    let donors: Part = (
      TextTable.Column(header("donors"), isRight: true, dispensability: 5),
      { row in TextTable.Cell(row.number("donors").map { language.number($0, upTo: 0) } ?? "") }
    )
    let size: Part = (
      TextTable.Column(header("size"), isRight: true),
      { row in TextTable.Cell(effectSize(row, "size", "size_relative") ?? "") }
    )
    let first: Part = (
      TextTable.Column(header("first_year_detectable"), shortest: 12),
      { row in
        guard row.number("estimate") != nil else { return TextTable.Cell("") }
        return TextTable.Cell(
          Wording.firstDetectable(
            row.text("first_year_detectable").map { language.shortPeriod(code: $0) },
            isExtrapolated: row["first_is_extrapolated"] == .boolean(true),
            horizon: row.number("horizon"), reason: row.text("reason"), language: language))
      }
    )
    let verdict: Part = (
      TextTable.Column(header("verdict"), shortest: 15),
      { row in
        // The word before the colon; what follows explains it.
        let words = row.text("verdict").map { Wording.informativeness($0, language: language) } ?? ""
        return TextTable.Cell(String(words.prefix { $0 != ":" }))
      }
    )
    return effectMethod(entries) + [donors, floor, seen, relative, size, first, verdict]
  }
}
