import Estimates
import Indicators
import Wording

/// The columns of `rank` and `target`, and what `compare` and `baseline` say of gaps over time, revisions and what could be
/// seen.
extension VerbLayout {
  func rank(_ entries: [ResultRow]) -> [Part] {
    let language = self.language
    func count(_ row: ResultRow, _ key: String) -> String {
      row.number(key).map { language.number($0, upTo: 0) } ?? ""
    }
    let place: Part = (
      TextTable.Column(header("rank"), isRight: true),
      { row in
        guard row.number("rank") != nil else {
          return TextTable.Cell(sign(row, "rank"), tone: .muted)
        }
        return TextTable.Cell("\(count(row, "rank"))\(Wording.ofMany(row.number("n"), language: language))")
      }
    )
    let ends: Part = (
      TextTable.Column(
        Wording.intervalHeader(entries.lazy.compactMap { $0.number("confidence") }.first, language: language),
        isRight: true, dispensability: 1),
      { row in
        guard row.number("rank_lower") != nil else { return TextTable.Cell("") }
        return TextTable.Cell("\(count(row, "rank_lower"))–\(count(row, "rank_upper"))")
      }
    )
    let label: Part = text("funnel_label") { Wording.funnel($0, language: language) }
    let chance: Part = (
      TextTable.Column(header("p_worst_fifth"), isRight: true, dispensability: 3),
      { row in
        TextTable.Cell(
          row.number("p_worst_fifth").map { language.number($0 * 100, upTo: 0) + Wording.percentSign } ?? "")
      }
    )
    return [period(), value("value"), place, ends, plain("quantile"), label, chance]
  }

  func target(_ entries: [ResultRow]) -> [Part] {
    let language = self.language
    func change(_ key: String, _ lower: String?, _ upper: String?, dispensability: Int) -> Part {
      (
        TextTable.Column(header(key), isRight: true, dispensability: dispensability),
        { row in
          guard let number = row.number(key) else { return TextTable.Cell(sign(row, key), tone: .muted) }
          let format = format(row)
          var ends = ""
          if let lower, let upper, let interval = row.interval(lower, upper) {
            ends = " (\(format.slopeInterval(interval.lower, interval.upper)))"
          }
          return TextTable.Cell(format.slope(number) + ends)
        }
      )
    }
    let projection: Part = (
      TextTable.Column(header("projected"), isRight: true, dispensability: 1),
      { row in
        guard let number = row.number("estimate") else {
          return TextTable.Cell(sign(row, "estimate"), tone: .muted)
        }
        let format = format(row)
        let ends = row.interval("lower", "upper").map { " (\(format.interval($0.lower, $0.upper)))" }
        return TextTable.Cell(format.value(number) + (ends ?? ""))
      }
    )
    let verdict: Part = (
      TextTable.Column(header("verdict"), shortest: 12),
      { row in
        let word = row.text("verdict") ?? "cannot-say"
        let tone: TextTable.Tone = word == "behind" ? .worse : word == "cannot-say" ? .plain : .better
        return TextTable.Cell(Wording.progress(word, language: language), tone: tone)
      }
    )
    return [
      period(), value("value"), value("target"), text("by_period") { language.shortPeriod(code: $0) },
      change("needed_change", nil, nil, dispensability: 2),
      change("observed_change", "observed_lower", "observed_upper", dispensability: 3), projection, verdict,
    ]
  }

  /// With gaps over time: the change a year and what became of the difference.
  func gap(_ entries: [ResultRow]) -> [Part] {
    guard entries.contains(where: { $0.text("gap_verdict") != nil }) else { return [] }
    let language = self.language
    return [
      (
        TextTable.Column(header("gap_change_per_year"), isRight: true, dispensability: 2),
        { row in
          guard let number = row.number("gap_change_per_year") else {
            return TextTable.Cell(sign(row, "gap_change_per_year"), tone: .muted)
          }
          let format = format(row)
          let ends = row.interval("gap_change_lower", "gap_change_upper")
            .map { " (\(format.slopeInterval($0.lower, $0.upper)))" }
          return TextTable.Cell(format.slope(number) + (ends ?? ""))
        }
      ),
      (
        TextTable.Column(header("gap_verdict"), shortest: 14),
        { row in TextTable.Cell(row.text("gap_verdict").map { Wording.gap($0, language: language) } ?? "") }
      ),
    ]
  }

  /// The frozen baseline, where any row's figures were revised.
  func frozen(_ entries: [ResultRow]) -> [Part] {
    guard entries.contains(where: { $0.number("frozen_estimate") != nil }) else { return [] }
    return [value("frozen_estimate", dispensability: 1)]
  }

  /// The smallest difference that could be seen, in the unit and in people a year.
  func detectable(_ entries: [ResultRow]) -> [Part] {
    guard entries.contains(where: { $0.number("mdc") != nil }) else { return [] }
    let language = self.language
    return [
      (
        TextTable.Column(header("mdc"), isRight: true, dispensability: 4),
        { row in
          guard let number = row.number("mdc") else { return TextTable.Cell("") }
          return TextTable.Cell(
            Wording.detectable(
              format(row).size(number), people: row.number("mdc_people"), language: language))
        }
      )
    ]
  }

  /// What one comparison could have seen, as a sentence; `nil` where there are several.
  func seen(_ entries: [ResultRow]) -> String? {
    guard entries.count == 1, let row = entries.first, let size = row.number("mdc"), let n = row.number("n")
    else { return nil }
    return Wording.cannotSeeLess(than: format(row).size(size), base: n, language: language)
  }
}
