import Wording

extension VerbLayout {
  /// Rates with interval, what they rest on, and the ratio to the reference where there is one.
  func standardise(_ entries: [ResultRow]) -> [Part] {
    var parts =
      [period(), value("estimate", header: header("standardised_rate"))] + interval(entries, "lower", "upper")
    if entries.contains(where: { $0.number("smr") != nil }) { parts.append(ratio(entries)) }
    parts.append(value("crude_rate", dispensability: 3))
    parts += [plain("observed")]
    if entries.contains(where: { $0.number("expected") != nil }) { parts.append(expected()) }
    // What the ages are taken from is said also where nobody chose it.
    parts.append(
      (
        TextTable.Column(header("standard"), dispensability: 2, shortest: 6),
        { TextTable.Cell($0.text("standard") ?? "") }
      ))
    return parts
  }

  /// 107 (100–114), where 100 is the reference.
  private func ratio(_ entries: [ResultRow]) -> Part {
    let confidence = entries.lazy.compactMap { $0.number("confidence") }.first
    let name = "\(header("smr")) (\(Wording.intervalHeader(confidence, language: language)))"
    return (
      TextTable.Column(name, isRight: true, dispensability: 1),
      { [language] row in
        guard let number = row.number("smr") else { return TextTable.Cell("") }
        let ends = row.interval("smr_lower", "smr_upper").map {
          " (\(language.number($0.lower, decimals: 0))–\(language.number($0.upper, decimals: 0)))"
        }
        return TextTable.Cell(language.number(number, decimals: 0) + (ends ?? ""))
      }
    )
  }

  private func expected() -> Part {
    (
      TextTable.Column(header("expected_events"), isRight: true, dispensability: 2),
      { [language] row in TextTable.Cell(row.number("expected").map { language.number($0, upTo: 1) } ?? "") }
    )
  }
}
