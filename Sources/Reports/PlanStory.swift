import Estimates
import Indicators
import Wording

/// What a plan promises, in sentences: who, against whom, when, and what can be expected to be seen.
struct PlanStory {
  private let result: ResultSet
  private let language: Language

  /// - Returns: `nil` for another verb.
  init?(_ result: ResultSet, _ layout: VerbLayout) {
    guard result.verb == "effect-plan" else { return nil }
    self.result = result
    language = layout.language
  }

  func lines() -> [String] {
    let words = PlanWords(language)
    let rows = result.rows.entries
    var lines = ["", words.promise]
    if let first = rows.first, let start = first.text("start") {
      let method = Wording.method(Method(first.text("method") ?? ""), language: language)
      lines.append(
        words.subject(
          zone: first.zoneLabel, start: start, headline: method, scale: first.text("scale") ?? ""))
    }
    let donors = table("donors").map { $0.zoneLabel }
    if !donors.isEmpty { lines.append(words.donors(donors)) }
    let looks = table("looks")
    let said = looks.compactMap { look -> String? in
      guard let year = look.number("year"), let level = look.number("level") else { return nil }
      return words.look(year: Int(year), name: look.text("look") ?? "", level: level)
    }
    if let alpha = looks.first?.number("alpha") { lines.append(words.looks(said, alpha: alpha)) }
    let hopeless = rows.count { $0["informative"] == .boolean(false) }
    lines.append(words.seen(hopeless, of: rows.count))
    return lines
  }

  private func table(_ name: String) -> [ResultRow] {
    result.tables.first { $0.schema.table == name }?.entries ?? []
  }
}

/// The certificates of a calibration, one sentence a row.
struct CalibrationStory {
  /// More rows than this are for the table alone.
  private static let most = 12
  private let rows: [ResultRow]
  private let language: Language

  /// - Returns: `nil` where nothing was calibrated.
  init?(_ result: ResultSet, _ layout: VerbLayout) {
    guard result.verb == "effect",
      let table = result.tables.first(where: { $0.schema.table == "calibration" }), table.count > 0
    else { return nil }
    rows = Array(table.entries.prefix(Self.most))
    language = layout.language
  }

  func lines() -> [String] {
    let words = PlanWords(language)
    let isOfOne = Set(rows.compactMap { $0.text("indicator") }).count == 1
    return [""]
      + rows.map { row in
        let word = row.text("estimator") ?? ""
        let method = isOfOne ? word : "\(row.text("indicator") ?? ""), \(word)"
        guard let found = row.number("false_positive_5"), let zones = row.number("zones") else {
          return words.uncalibrated(
            method: method, reason: row.rowReason.map { Wording.reason($0, language: language) } ?? "")
        }
        return words.certificate(
          method: method, zones: Int(zones), found: found, lower: row.number("false_positive_5_lower"),
          upper: row.number("false_positive_5_upper"), verdict: row.text("verdict") ?? "")
      }
  }
}
