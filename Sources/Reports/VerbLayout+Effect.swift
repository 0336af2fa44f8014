import Indicators
import Wording

/// The columns of `effect`: what could be seen before what was.
extension VerbLayout {
  func effect(_ entries: [ResultRow]) -> [Part] {
    let language = self.language
    let confidence = entries.lazy.compactMap { $0.number("confidence") }.first
    let seen: Part = (
      TextTable.Column(header("mde"), isRight: true),
      { row in
        guard let size = effectSize(row, "mde", "mde_relative") else {
          return TextTable.Cell("", tone: .muted)
        }
        return TextTable.Cell(
          Wording.detectable(size, people: row.number("mde_people_per_year"), language: language))
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
    let answer: Part = (
      TextTable.Column(
        "\(header("effect")) (\(Wording.intervalHeader(confidence, language: language)))", isRight: true),
      { row in
        guard row.number("estimate") != nil else {
          return TextTable.Cell(sign(row, "estimate"), tone: .muted)
        }
        return TextTable.Cell(effectWords(row))
      }
    )
    let verdict: Part = (
      TextTable.Column(header("verdict"), shortest: 32),
      { row in
        let word = Wording.effect(
          row.text("verdict") ?? "not-computable", direction: row.text("direction"),
          better: row.text("better"),
          language: language)
        return TextTable.Cell(word.text, tone: VerbLayout.tone(row.text("better")))
      }
    )
    return effectMethod(entries) + [donors, floor, seen, answer, verdict, pValue("p_value")]
      + planned(entries)
  }

  /// Which estimator a row is by, where there are several.
  func effectMethod(_ entries: [ResultRow]) -> [Part] {
    guard Set(entries.compactMap { $0.text("estimator") }).count > 1 else { return [] }
    return [
      (
        TextTable.Column(header("estimator"), shortest: 18),
        { [language] row in
          TextTable.Cell(row.text("method").map { Wording.method(Method($0), language: language) } ?? "")
        }
      )
    ]
  }

  /// An effect with its interval, in the figures' unit; on the logarithmic scale in per cent.
  func effectWords(_ row: ResultRow) -> String {
    guard let estimate = row.number("estimate") else { return "" }
    if row.text("scale") == "log" {
      let share = Wording.percentOfLogarithm
      let ends = row.interval("lower", "upper").map {
        " (\(language.range(share($0.lower), share($0.upper), decimals: 1, spelledOut: true)))"
      }
      return language.signed(share(estimate), decimals: 1) + Wording.percentSign + (ends ?? "")
    }
    let format = format(row)
    let ends = row.interval("lower", "upper").map { " (\(format.differenceInterval($0.lower, $0.upper)))" }
    return format.difference(estimate) + (ends ?? "")
  }

  /// A size without a sign: in the figures' unit, on the logarithmic scale in per cent.
  func effectSize(_ row: ResultRow, _ key: String, _ relative: String) -> String? {
    if row.text("scale") == "log" {
      return row.number(relative).map { language.number($0, decimals: 0) + Wording.percentSign }
    }
    return row.number(key).map { format(row).size($0) }
  }
}
