import Indicators
import Wording

extension VerbLayout {
  /// Measures of unlike units in one table: each row has its own format.
  func inequality(_ entries: [ResultRow]) -> [Part] {
    let language = self.language
    func format(_ row: ResultRow) -> ValueFormat {
      // An index has three decimals; a measure in the figures' unit has theirs.
      let unit = row.text("unit") ?? "index"
      return ValueFormat(
        unit: Unit(rawValue: unit), language: language,
        samples: unit == "index" ? [0.5] : [row.number("estimate") ?? 0])
    }
    func isDifference(_ row: ResultRow) -> Bool {
      row.text("contrast") != nil && row.text("unit") != "index"
    }
    let confidence = entries.lazy.compactMap { $0.number("confidence") }.first
    let value = "\(header("value")) (\(Wording.intervalHeader(confidence, language: language)))"
    var parts: [Part] = [
      period(), text("measure") { Wording.inequalityMeasure($0, language: language) },
      (
        TextTable.Column(value, isRight: true),
        { row in
          guard let number = row.number("estimate") else {
            return TextTable.Cell(sign(row, "estimate"), tone: .muted)
          }
          let format = format(row)
          let ends = row.interval("lower", "upper").map {
            " (\(language.range($0.lower, $0.upper, decimals: format.decimals, spelledOut: true)))"
          }
          // How far apart the highest and the lowest are has no sign, but the unit of a difference.
          let own =
            row.text("measure") == "range"
            ? format.size(number) : isDifference(row) ? format.difference(number) : format.value(number)
          return TextTable.Cell(own + (ends ?? ""))
        }
      ),
    ]
    guard entries.contains(where: { $0.number("corrected") != nil }) else { return parts }
    func index(_ number: Double?) -> String { number.map { language.number($0, decimals: 3) } ?? "" }
    parts += [
      (
        TextTable.Column(header("chance_lower"), isRight: true, dispensability: 2),
        { row in
          TextTable.Cell(
            row.interval("chance_lower", "chance_upper").map {
              language.range($0.lower, $0.upper, decimals: 3)
            } ?? "")
        }
      ),
      (
        TextTable.Column(header("corrected"), isRight: true, dispensability: 1),
        { TextTable.Cell(index($0.number("corrected"))) }
      ), pValue("p_value"),
    ]
    return parts
  }
}
