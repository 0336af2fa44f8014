import Analyses
import Estimates
import Indicators
import Wording

/// Which columns of a verb's rows people see, and how each is written.
struct VerbLayout {
  /// Lines above the table: what all rows share.
  var titles: [String] = []
  private(set) var table: TextTable
  /// The signs used in place of figures.
  private(set) var signs: Set<String> = []
  /// Of one comparison, what it could have seen.
  private(set) var detectableNote: String?

  let language: Language
  private let catalogue: IndicatorCatalogue
  private var formats: [String: ValueFormat] = [:]
  /// The comparator of all rows; `nil` where there are several or none.
  private var commonComparator: String?

  /// A column on its way: header, looks, and how a row fills it.
  typealias Part = (column: TextTable.Column, cell: (ResultRow) -> TextTable.Cell)

  init(_ rows: ResultTable, verb: String, catalogue: IndicatorCatalogue, language: Language) {
    self.language = language
    self.catalogue = catalogue
    self.table = TextTable(columns: [])
    let entries = rows.entries
    collectFormats(entries)
    let known = Schemas.all.first { $0.verb == verb }
    var parts: [Part] = []
    if let known {
      parts = head(
        entries, dimensions: rows.schema.columns.map(\.key).filter { known.position(of: $0) == nil })
      hoistComparator(entries)
      parts += body(verb, entries)
    } else {
      parts = everything(rows)
    }
    if entries.contains(where: { row in row.rowReason.map { !VerbLayout.isPlain($0) } ?? false }) {
      parts.append(
        (
          TextTable.Column(
            Wording.columnHeader("reason", language: language), dispensability: 4, shortest: 16),
          { row in
            TextTable.Cell(row.rowReason.map { Wording.reason($0, language: language) } ?? "", tone: .muted)
          }
        ))
    }
    table = TextTable(columns: parts.map(\.column))
    for row in entries { table.add(parts.map { $0.cell(row) }) }
    collectSigns(entries, verb: verb)
    if verb == "compare" { detectableNote = seen(entries) }
  }

  /// Reasons whose sign says it all.
  private static func isPlain(_ reason: Reason) -> Bool {
    [.suppressed, .missing, .notApplicable].contains(reason)
  }

  private mutating func collectFormats(_ entries: [ResultRow]) {
    var samples: [String: [Double]] = [:]
    var units: [String: Unit] = [:]
    for row in entries {
      let key = row.text("indicator") ?? ""
      if let value = row.number("value") ?? row.number("estimate") ?? row.number("raw") {
        samples[key, default: []].append(value)
      }
      // The unit of an index is not that of the figures it is made from.
      if units[key] == nil, let unit = row.text("unit"), unit != "index", !unit.hasSuffix(" squared") {
        units[key] = Unit(rawValue: unit)
      }
    }
    for row in entries {
      let key = row.text("indicator") ?? ""
      guard formats[key] == nil else { continue }
      let unit = units[key] ?? catalogue[key]?.unit ?? .unknown
      formats[key] = ValueFormat(
        unit: unit, kind: catalogue[key]?.kind, language: language, samples: samples[key] ?? [])
    }
  }

  func format(_ row: ResultRow) -> ValueFormat {
    formats[row.text("indicator") ?? ""] ?? ValueFormat(unit: .unknown, language: language)
  }

  func sign(_ row: ResultRow, _ key: String) -> String {
    (row.reason(key) ?? row.rowReason).map { Wording.sign(of: $0, language: language).sign } ?? ""
  }

  private mutating func collectSigns(_ entries: [ResultRow], verb: String) {
    let headline = verb == "compare" ? ["value", "comparator_value", "estimate"] : ["estimate"]
    for row in entries {
      for key in headline where row.table.schema.position(of: key) != nil && row.number(key) == nil {
        signs.insert(sign(row, key))
      }
      if row.text("status")?.contains("provisional") == true { signs.insert("*") }
    }
    signs.remove("")
  }

  /// Indicator and zone, or a title where all rows are about one; then the dimensions rows are split by.
  private mutating func head(_ entries: [ResultRow], dimensions: [String]) -> [Part] {
    let language = self.language
    let catalogue = self.catalogue
    func name(_ row: ResultRow) -> String {
      let id = row.text("indicator") ?? ""
      let made = id == "composite" ? Wording.columnHeader(id, language: language) : id
      return catalogue[id]?.name(language) ?? made
    }
    /// Of a rate, per how many: its values do not say.
    let formats = self.formats
    func base(_ row: ResultRow) -> String {
      guard let format = formats[row.text("indicator") ?? ""], format.suffix.isEmpty,
        let unit = format.unitName, unit.hasPrefix("per ")
      else { return "" }
      return " (\(unit))"
    }
    /// A row over all zones of a file has no zone of its own.
    func zoneLabel(_ row: ResultRow) -> String {
      row.text("zone") == "all" && row.text("zone_name") == nil
        ? Wording.comparator("all", name: nil, language: language) : row.zoneLabel
    }
    var parts: [Part] = []
    let indicators = Set(entries.compactMap { $0.text("indicator") })
    if indicators.count == 1, let first = entries.first {
      let format = format(first)
      let unit = format.unitName ?? TableWords(language).unknownUnit
      // Indices have no unit, known or unknown.
      let hasUnit = entries.contains { $0.text("unit") != "index" }
      titles.append(hasUnit ? "\(name(first)) (\(unit))" : name(first))
    } else if indicators.count > 1 {
      parts.append(
        (
          TextTable.Column(Wording.columnHeader("indicator", language: language), shortest: 16),
          {
            TextTable.Cell(name($0) + base($0))
          }
        ))
    }
    let zones = Set(entries.map { $0.text("zone") ?? "" })
    if zones.count == 1, entries.count > 1, let first = entries.first {
      titles.append("\(header("zone")) \(zoneLabel(first))")
    } else {
      parts.append((TextTable.Column(header("zone"), shortest: 10), { TextTable.Cell(zoneLabel($0)) }))
    }
    for dimension in dimensions {
      parts.append(
        (
          TextTable.Column(Wording.columnHeader(dimension, language: language), shortest: 6),
          { row in
            TextTable.Cell(row.text(dimension) ?? "")
          }
        ))
    }
    return parts
  }

  /// Where all rows have the same comparator it stands above the table, and its name over its values.
  private mutating func hoistComparator(_ entries: [ResultRow]) {
    let all = Set(
      entries.compactMap { row in row.text("against").map { [$0, row.text("against_name") ?? ""] } })
    guard all.count == 1, let only = all.first else { return }
    let name = Wording.comparator(only[0], name: only[1], language: language)
    commonComparator = name
    titles.append("\(header("against")) \(name)")
  }

  /// The comparator's value, under its name where there is one comparator only; else beside a column that names it.
  func comparator(_ key: String) -> [Part] {
    guard commonComparator == nil else { return [value(key, dispensability: 2, header: commonComparator)] }
    return [against(), value(key, dispensability: 2, header: header("value"))]
  }

  private func body(_ verb: String, _ entries: [ResultRow]) -> [Part] {
    switch verb {
    case "level":
      return [period(), value("estimate")] + interval(entries, "lower", "upper") + counts(entries)
    case "baseline":
      return [text("window") { [language] in language.window($0) }, value("estimate")]
        + interval(entries, "lower", "upper") + comparator("comparator_estimate")
        + difference(entries, "difference", "difference_lower", "difference_upper")
        + frozen(entries) + detectable(entries)
    case "trend": return trend(entries)
    case "inequality": return inequality(entries)
    case "compare":
      return [period(), value("value", dispensability: 1)] + comparator("comparator_value")
        + difference(entries, "estimate", "lower", "upper") + [verdict(), pValue("p_adjusted")]
        + gap(entries) + detectable(entries)
    case "rank": return rank(entries)
    case "target": return target(entries)
    case "check":
      return [
        period(), text("rule") { [language] in Wording.diagnostic(Diagnostic($0), language: language) },
      ]
        + [
          text("severity") { [language] in Wording.severity($0, language: language) }, plain("found"),
          plain("expected"),
        ]
        + [text("place") { $0 }]
    case "shrink": return shrink(entries)
    case "composite": return composite(entries)
    case "standardise": return standardise(entries)
    case "life-expectancy": return lifeExpectancy(entries)
    case "participation": return participation(entries)
    case "effect": return effect(entries)
    case "power": return power(entries)
    case "effect-plan": return plan(entries)
    case "survey": return survey(entries)
    default: return []
    }
  }

  /// A number as it is, without a unit: counts and limits.
  func plain(_ key: String) -> Part {
    (
      TextTable.Column(header(key), isRight: true, dispensability: 2),
      { [language] row in TextTable.Cell(row.number(key).map { language.number($0, upTo: 3) } ?? "") }
    )
  }

  func header(_ key: String) -> String { Wording.columnHeader(key, language: language) }

  func period() -> Part {
    text("period") { [language] in
      $0.contains("..") ? language.window($0) : language.shortPeriod(code: $0)
    }
  }

  func text(_ key: String, _ words: @escaping (String) -> String) -> Part {
    (TextTable.Column(header(key), shortest: 8), { TextTable.Cell($0.text(key).map(words) ?? "") })
  }

  func value(_ key: String, dispensability: Int = 0, header name: String? = nil) -> Part {
    (
      TextTable.Column(name ?? header(key), isRight: true, dispensability: dispensability),
      { row in
        guard let number = row.number(key) else { return TextTable.Cell(sign(row, key), tone: .muted) }
        let mark = row.text("status")?.contains("provisional") == true && key == "estimate" ? "*" : ""
        return TextTable.Cell(format(row).value(number) + mark)
      }
    )
  }

  func interval(_ entries: [ResultRow], _ lower: String, _ upper: String) -> [Part] {
    guard entries.contains(where: { $0.interval(lower, upper) != nil }) else { return [] }
    let name = Wording.intervalHeader(
      entries.lazy.compactMap { $0.number("confidence") }.first, language: language)
    return [
      (
        TextTable.Column(name, isRight: true, dispensability: 2),
        { row in
          TextTable.Cell(row.interval(lower, upper).map { format(row).interval($0.lower, $0.upper) } ?? "")
        }
      )
    ]
  }

  private func counts(_ entries: [ResultRow]) -> [Part] {
    ["numerator", "denominator"].compactMap { key in
      guard entries.contains(where: { $0.number(key) != nil }) else { return nil }
      return (
        TextTable.Column(header(key), isRight: true, dispensability: 4),
        { [language] row in
          TextTable.Cell(row.number(key).map { language.number($0, upTo: 1) } ?? sign(row, key))
        }
      )
    }
  }

  private func against() -> Part {
    (
      TextTable.Column(header("against"), dispensability: 1, shortest: 12),
      { [language] row in
        TextTable.Cell(
          Wording.comparator(row.text("against") ?? "", name: row.text("against_name"), language: language))
      }
    )
  }

  func difference(_ entries: [ResultRow], _ key: String, _ lower: String, _ upper: String) -> [Part] {
    let confidence = entries.lazy.compactMap { $0.number("confidence") }.first
    let name = "\(header("difference")) (\(Wording.intervalHeader(confidence, language: language)))"
    return [
      (
        TextTable.Column(name, isRight: true),
        { row in
          guard let number = row.number(key) else { return TextTable.Cell(sign(row, key), tone: .muted) }
          let format = format(row)
          let ends = row.interval(lower, upper).map { " (\(format.differenceInterval($0.lower, $0.upper)))" }
          return TextTable.Cell(format.difference(number) + (ends ?? ""))
        }
      )
    ]
  }

  private func trend(_ entries: [ResultRow]) -> [Part] {
    let language = self.language
    let confidence = entries.lazy.compactMap { $0.number("confidence") }.first
    let name = "\(header("slope")) (\(Wording.intervalHeader(confidence, language: language)))"
    return [
      (
        TextTable.Column(header("period"), dispensability: 3, shortest: 9),
        { row in
          guard let first = row.text("first_period"), let last = row.text("last_period") else {
            return TextTable.Cell("")
          }
          return TextTable.Cell(language.span(from: first, to: last))
        }
      ),
      (
        TextTable.Column(name, isRight: true, dispensability: 1),
        { row in
          let format = format(row)
          // The headline of a test for steps is the step, not a change per year.
          if row.text("method")?.hasPrefix("change.") == true, let step = row.number("estimate") {
            return TextTable.Cell(format.difference(step))
          }
          guard let slope = row.number("slope") ?? row.number("estimate") else {
            return TextTable.Cell(sign(row, "estimate"), tone: .muted)
          }
          let ends = (row.interval("slope_lower", "slope_upper") ?? row.interval("lower", "upper"))
            .map { " (\(format.slopeInterval($0.lower, $0.upper)))" }
          return TextTable.Cell(format.slope(slope) + (ends ?? ""))
        }
      ),
      (
        TextTable.Column(header("direction"), shortest: 20),
        { row in
          let word = Wording.trend(
            row.text("direction") ?? "not-computable", better: row.text("better"), language: language)
          return TextTable.Cell(word.text, tone: VerbLayout.tone(row.text("better")))
        }
      ),
      pValue("p_adjusted"),
    ] + percentPerYear(entries) + step(entries) + detectableSlope(entries) + method(entries)
  }

  /// From when the level is another, of methods that look for that.
  private func step(_ entries: [ResultRow]) -> [Part] {
    guard entries.contains(where: { $0.text("change_period") != nil }) else { return [] }
    return [
      (
        TextTable.Column(header("change_period"), dispensability: 3),
        { [language] row in
          TextTable.Cell(row.text("change_period").map { language.shortPeriod(code: $0) } ?? "")
        }
      )
    ]
  }

  /// The smallest change a year that would have been seen.
  private func detectableSlope(_ entries: [ResultRow]) -> [Part] {
    guard entries.contains(where: { $0.number("mdc") != nil }) else { return [] }
    return [
      (
        TextTable.Column(header("mdc_slope"), isRight: true, dispensability: 4),
        { row in
          // A size, without a sign.
          let text = row.number("mdc").map { format(row).slope($0) } ?? ""
          return TextTable.Cell(text.hasPrefix("+") ? String(text.dropFirst()) : text)
        }
      )
    ]
  }

  /// Which method a row is by, where the rows are by several.
  func method(_ entries: [ResultRow]) -> [Part] {
    let methods = Set(entries.compactMap { $0.text("method") })
    guard methods.count > 1 else { return [] }
    let names = methods.reduce(into: [:]) { $0[$1] = Wording.method(Method($1), language: language) }
    let own = VerbLayout.distinctEndings(names)
    return [text("method") { own[$0] ?? names[$0] ?? $0 }]
  }

  /// Of names such as `Change per year (Theil–Sen)` what tells them apart, where only one has it; the whole name stands
  /// below the table.
  static func distinctEndings(_ names: [String: String]) -> [String: String] {
    var endings: [String: String] = [:]
    for (id, name) in names {
      guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { continue }
      endings[id] = String(name[name.index(after: open)...].dropLast())
    }
    return endings.filter { _, ending in endings.values.count { $0 == ending } == 1 }
  }

  private func verdict() -> Part {
    (
      TextTable.Column(header("verdict"), shortest: 22),
      { [language] row in
        let verdict = row.text("verdict") ?? "not-compared"
        let word = Wording.verdict(verdict, difference: row.number("estimate"), language: language)
        return TextTable.Cell(word.text, tone: VerbLayout.tone(verdict))
      }
    )
  }

  static func tone(_ judgement: String?) -> TextTable.Tone {
    switch judgement {
    case "better": .better
    case "worse": .worse
    default: .plain
    }
  }

  func pValue(_ key: String) -> Part {
    (
      TextTable.Column(header(key), isRight: true, dispensability: 5),
      { [language] row in
        TextTable.Cell(row.number(key).map { Wording.pValue($0, language: language) } ?? "")
      }
    )
  }

  /// A verb without a layout: every column that has something.
  private func everything(_ rows: ResultTable) -> [Part] {
    let entries = rows.entries
    return rows.schema.columns.enumerated().compactMap { index, column in
      guard column.key != "reason", entries.contains(where: { rows[$0.index, index].reason == nil }) else {
        return nil
      }
      let isNumber = column.type == .number || column.type == .integer
      return (
        TextTable.Column(
          header(column.key), isRight: isNumber, dispensability: index < 3 ? 0 : index, shortest: 8),
        { [language] row in
          switch rows[row.index, index] {
          case .text(let text): TextTable.Cell(text)
          case .integer(let number): TextTable.Cell(language.number(number))
          case .number(let number): TextTable.Cell(language.number(number, upTo: 4))
          case .boolean(let flag): TextTable.Cell(TableWords(language).flag(flag))
          case .texts(let texts): TextTable.Cell(texts.joined(separator: ", "))
          case .none(let reason):
            TextTable.Cell(Wording.sign(of: reason, language: language).sign, tone: .muted)
          }
        }
      )
    }
  }
}
