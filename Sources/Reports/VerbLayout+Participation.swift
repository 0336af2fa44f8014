import Estimates
import Indicators
import Wording

extension VerbLayout {
  /// What the row is about, how many, per 1 000, and the shares that exist.
  func participation(_ entries: [ResultRow]) -> [Part] {
    let language = self.language
    let total = header("total")
    var parts: [Part] = [
      period(),
      (
        TextTable.Column(header("category"), shortest: 10),
        { row in TextTable.Cell(row.text("category") ?? total) }
      ), value("estimate"),
    ]
    let shares = ["share", "young_share", "largest_share"]
    for key in ["share", "per_1000", "young_share", "inputs", "inputs_per_participant", "largest_category"]
    where entries.contains(where: { $0.number(key) != nil || $0.text(key) != nil }) {
      if key == "largest_category" {
        parts.append(
          (
            TextTable.Column(header(key), dispensability: 4, shortest: 10),
            { row in
              guard let name = row.text(key) else { return TextTable.Cell("") }
              let share = row.number("largest_share").map { " (\(language.number($0, upTo: 1)) %)" }
              return TextTable.Cell(name + (share ?? ""))
            }
          ))
      } else if shares.contains(key) {
        let format = ValueFormat(unit: .perCent, language: language)
        parts.append(
          (
            TextTable.Column(header(key), isRight: true, dispensability: 2),
            { row in
              let ends = key == "young_share" ? row.interval("young_lower", "young_upper") : nil
              let words = ends.map { " (\(format.interval($0.lower, $0.upper)))" } ?? ""
              return TextTable.Cell(row.number(key).map { format.value($0) + words } ?? "")
            }
          ))
      } else {
        parts.append(decimal(key, upTo: key == "inputs" ? 0 : 2))
      }
    }
    return parts
  }
}
