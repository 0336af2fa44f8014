import Indicators

extension Wording {
  /// What was understood of a file, in one line:
  ///
  ///     leste Ident som sone, Variabel som verdi, År som periode; enhet ukjent; 3 rader hoppet over (tom verdi)
  ///
  /// - Parameters:
  ///   - roles: Headers with what they were read as, in order: `zone`, `period`, `value`, `numerator`, `denominator`,
  ///     `indicator`, `status`, `sex`, `age`, … An unknown role is named as it is.
  ///   - unit: The unit; ``Unit/unknown`` says so.
  ///   - dropped: Headers that were not used, such as the second of two period columns.
  ///   - skipped: How many rows were left out, by why: a ``Reason``'s or ``Diagnostic``'s id.
  ///   - file: The file's name, put first where several are read.
  public static func readingSummary(
    roles: [(header: String, role: String)], unit: Unit, dropped: [String] = [],
    skipped: [(reason: String, count: Int)] = [], file: String? = nil, language: Language = .nb
  ) -> String {
    let columns = roles.map {
      "\($0.header) \(language.pick("som", "as")) \(column($0.role, language: language))"
    }
    var parts: [String] = []
    parts.append(
      columns.isEmpty
        ? language.pick("leste ingen kolonner", "read no columns")
        : language.pick("leste ", "read ") + columns.joined(separator: ", "))
    let unitName = ValueFormat(unit: unit, language: language).unitName
    parts.append(
      language.pick("enhet ", "unit ") + (unitName ?? language.pick("ukjent", "unknown")))
    if !dropped.isEmpty {
      parts.append(language.pick("brukte ikke ", "did not use ") + language.list(dropped))
    }
    let total = skipped.reduce(0) { $0 + max(0, $1.count) }
    if total > 0 {
      let reasons = skipped.filter { $0.count > 0 }.map { entry in
        let words = skippedReason(entry.reason, language)
        return skipped.count { $0.count > 0 } == 1 ? words : "\(language.number(entry.count)) \(words)"
      }
      let rows = language.pick(total == 1 ? "rad" : "rader", total == 1 ? "row" : "rows")
      let verb = language.pick("hoppet over", "skipped")
      parts.append("\(language.number(total)) \(rows) \(verb) (\(reasons.joined(separator: ", ")))")
    }
    let line = (file.map { "\($0): " } ?? "") + parts.joined(separator: "; ")
    return TextTemplate("{line}", language).filled(["line": line])
  }

  /// What a column is read as, in words.
  public static func column(_ role: String, language: Language) -> String {
    switch role {
    case "zone": language.pick("sone", "zone")
    case "zone-text": language.pick("om sonen", "about the zone")
    case "zone_name", "zone-name", "name": language.pick("sonenavn", "zone name")
    case "period", "time": language.pick("periode", "period")
    case "value": language.pick("verdi", "value")
    case "numerator": language.pick("teller", "numerator")
    case "denominator": language.pick("nevner", "denominator")
    case "indicator": language.pick("indikator", "indicator")
    case "measure": language.pick("mål", "measure")
    case "status": "status"
    case "unit": language.pick("enhet", "unit")
    case "sex": language.pick("kjønn", "sex")
    case "age": language.pick("alder", "age")
    case "other", "split", "dimension": language.pick("inndeling", "breakdown")
    default: role
    }
  }

  private static func skippedReason(_ id: String, _ language: Language) -> String {
    diagnosticTexts[id]?.title(language) ?? reasonTexts[id]?.phrase(language) ?? id
  }
}
