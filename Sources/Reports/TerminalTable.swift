import Analyses
import Disclosure
import Estimates
import Indicators
import Wording

/// The result of a verb as a table for people: the columns that matter, numbers in the reader's language, signs where a
/// figure is hidden with their meaning below, and the methods in words.
public struct TerminalTable {
  private let result: ResultSet
  private let catalogue: IndicatorCatalogue
  private let language: Language

  /// A table of a protected result; indicators are named from the catalogue, or by their ids.
  public init(
    _ result: Protected<ResultSet>, catalogue: IndicatorCatalogue = IndicatorCatalogue(),
    language: Language = .nb
  ) {
    self.result = result.value
    self.catalogue = catalogue
    self.language = language
  }

  /// The lines for a terminal so many columns wide.
  public func lines(width: Int = 100, usesColour: Bool = false) -> [String] {
    let layout = VerbLayout(result.rows, verb: result.verb, catalogue: catalogue, language: language)
    let (lines, leftOut) = layout.table.terminal(width: max(20, width), usesColour: usesColour)
    var output = layout.titles.map(DisplayWidth.printable)
    output += lines
    if !leftOut.isEmpty { output.append(TableWords(language).leftOut(leftOut)) }
    if let story = EffectStory(result, layout) { output += story.lines() }
    if let story = SensitivityStory(result, layout) { output += story.lines().map(DisplayWidth.printable) }
    if let story = PlanStory(result, layout) { output += story.lines() }
    if let story = CalibrationStory(result, layout) { output += story.lines() }
    return output + notes(layout).map(DisplayWidth.printable)
  }

  /// The table as Markdown.
  public func markdown() -> [String] {
    let layout = VerbLayout(result.rows, verb: result.verb, catalogue: catalogue, language: language)
    var output: [String] = []
    for title in layout.titles { output += [TextTable.escaped(DisplayWidth.printable(title)), ""] }
    output += layout.table.markdown()
    let told = (PlanStory(result, layout)?.lines() ?? []) + (CalibrationStory(result, layout)?.lines() ?? [])
    output += told.map { $0.isEmpty ? "" : TextTable.escaped(DisplayWidth.printable($0)) + "  " }
    if let story = EffectStory(result, layout) {
      output += story.lines().map { $0.isEmpty ? "" : TextTable.escaped(DisplayWidth.printable($0)) + "  " }
    }
    if let story = SensitivityStory(result, layout) { output += story.markdown() }
    let notes = notes(layout)
    if !notes.isEmpty {
      output.append("")
      output += notes.map { "- " + TextTable.escaped(DisplayWidth.printable($0)) }
    }
    return output
  }

  /// What stands below the table: signs, reasons, diagnostics, methods, the mark of constructed figures.
  private func notes(_ layout: VerbLayout) -> [String] {
    let fixed = TableWords(language)
    var notes: [String] = []
    for (sign, meaning) in PageWords(language).signs where layout.signs.contains(sign) {
      notes.append("\(sign)  \(meaning)")
    }
    let rows = result.rows.entries
    func counted(_ ids: [String], _ words: (String) -> String) -> [String] {
      var counts: [String: Int] = [:]
      for id in ids { counts[id, default: 0] += 1 }
      return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { id, count in
        "\(words(id)) (\(fixed.rows(count)))"
      }
    }
    let reasons = counted(rows.compactMap { $0.rowReason?.rawValue }) {
      Wording.reason(Reason($0), language: language)
    }
    if !reasons.isEmpty {
      notes.append(fixed.withoutFigures + ": " + reasons.joined(separator: ", "))
      let found = Set(rows.compactMap { $0.rowReason?.rawValue })
      notes += found.sorted().compactMap(fixed.hint)
    }
    let diagnostics = counted(rows.flatMap { $0.texts("diagnostics") }) {
      Wording.diagnostic(Diagnostic($0), language: language)
    }
    if !diagnostics.isEmpty {
      notes.append(fixed.notes + ": " + diagnostics.joined(separator: ", "))
    }
    if let seen = layout.detectableNote { notes.append(seen) }
    let methods = Set(rows.compactMap { $0.text("method") }).sorted()
    if !methods.isEmpty {
      let names = methods.map { id in
        let name = Wording.method(Method(id), language: language)
        return name == id ? id : "\(name) (\(id))"
      }
      notes.append(fixed.method + ": " + names.joined(separator: ", "))
    }
    let ids = Set(rows.compactMap { $0.text("indicator") })
    if catalogue.indicators.contains(where: { $0.isConstructed && ids.contains($0.id) })
      || rows.contains(where: { $0.texts("diagnostics").contains(Diagnostic.constructedFigures.rawValue) })
    {
      notes.append(Wording.constructedMark(language))
    }
    return notes
  }
}
