import Estimates
import Indicators
import Wording

/// What `effect --sensitivity` found of few indicators: a picture of the headline beside other choices, how all of them stand to
/// it, and the checks in words.
struct SensitivityStory {
  private let result: ResultSet
  private let layout: VerbLayout
  private let rows: [ResultRow]
  private var language: Language { layout.language }
  private var words: EffectCheckWords { EffectCheckWords(language) }

  /// More headlines than this are a table and no story.
  private static let most = 3

  /// - Returns: `nil` where it was not asked for, or there is nothing to tell.
  init?(_ result: ResultSet, _ layout: VerbLayout) {
    guard result.verb == "effect",
      result.tables.contains(where: { $0.schema.table == "sensitivity" && $0.count > 0 })
    else { return nil }
    self.result = result
    self.layout = layout
    rows = result.rows.entries.filter { $0.text("role") == "headline" && $0.number("estimate") != nil }
    guard (1...Self.most).contains(rows.count) else { return nil }
  }

  /// For a terminal.
  func lines() -> [String] {
    rows.flatMap { row in
      (rows.count > 1 ? ["", "\(row.text("indicator") ?? ""):"] : [""]) + picture(row) + [""] + checks(row)
    }
  }

  /// The same as Markdown, where only a block of code keeps its columns.
  func markdown() -> [String] { ["", "```"] + lines().map(DisplayWidth.printable) + ["```"] }

  /// A table's rows of the same indicator and stratum.
  private func entries(_ table: String, of row: ResultRow) -> [ResultRow] {
    guard let table = result.tables.first(where: { $0.schema.table == table }) else { return [] }
    let keys = row.table.schema.columns.map(\.key)
    var known = ["indicator"]
    if let first = keys.firstIndex(of: "zone_name"), let last = keys.firstIndex(of: "start"), first < last {
      known += keys[(first + 1)..<last]
    }
    return table.entries.filter { entry in
      known.allSatisfy { entry.text($0) == row.text($0) }
    }
  }

  private func picture(_ row: ResultRow) -> [String] {
    let all = entries("sensitivity", of: row)
    guard let headline = all.first, headline.text("role") == "headline" else { return [] }
    let others = all.dropFirst().filter { $0.number("estimate") != nil }
    let method = headline.text("method")
    func isOwn(_ entry: ResultRow) -> Bool { entry.text("method") == method }
    func isAsked(_ entry: ResultRow) -> Bool { entry.text("donor_rule") == "asked" }
    func isAll(_ entry: ResultRow) -> Bool { entry.text("window") == "all" }
    func name(_ entry: ResultRow) -> String {
      entry.text("method").map { Wording.method(Method($0), language: language) } ?? ""
    }
    let sections: [(id: String, rows: [ResultRow], label: (ResultRow) -> String)] = [
      ("methods", all.dropFirst().filter { isAsked($0) && isAll($0) && !isOwn($0) }, name),
      (
        "rules", all.filter { isOwn($0) && isAll($0) && !isAsked($0) },
        { words.rule($0.text("donor_rule") ?? "") }
      ),
      (
        "windows", all.filter { isOwn($0) && isAsked($0) && !isAll($0) },
        { words.window($0.text("window") ?? "") }
      ),
    ]
    var entries = [entry(headline, name(headline), row, isHeadline: true)]
    for section in sections { entries += section.rows.map { entry($0, section.label($0), row) } }
    guard let chart = ForestChart(entries) else { return [] }
    var drawn = chart.lines()[...]
    var lines = [words.panelTitle(runs: others.count)] + drawn.prefix(1)
    drawn = drawn.dropFirst()
    for section in sections where !section.rows.isEmpty {
      lines.append(words.section(section.id))
      lines += drawn.prefix(section.rows.count)
      drawn = drawn.dropFirst(section.rows.count)
    }
    lines.append(agreement(headline, others: Array(others), all: all, row))
    return row.text("verdict") == "uninformative" ? lines + [words.weakAgreement] : lines
  }

  private func entry(_ cell: ResultRow, _ label: String, _ row: ResultRow, isHeadline: Bool = false)
    -> ForestChart.Entry
  {
    let note =
      cell.number("estimate").map { effect($0, row) } ?? cell.rowReason.map {
        "– " + Wording.reason($0, language: language)
      } ?? ""
    return ForestChart.Entry(
      label: label, estimate: cell.number("estimate"), interval: cell.interval("lower", "upper"),
      isHeadline: isHeadline, note: note)
  }

  private func agreement(_ headline: ResultRow, others: [ResultRow], all: [ResultRow], _ row: ResultRow)
    -> String
  {
    let estimates = others.compactMap { $0.number("estimate") }
    let interval = headline.interval("lower", "upper")
    // Rules that leave the same zones, or cannot be followed here, are in the picture with their reason.
    let skipped = Set([
      "same-donors", "needs-zone-list", "needs-neighbours", "needs-denominators", "no-weights",
    ])
    let failed = all.count {
      $0.number("estimate") == nil && !skipped.contains($0.rowReason?.rawValue ?? "")
    }
    let isTold = interval.map { $0.lower > 0 || $0.upper < 0 } ?? false
    return words.agreement(
      runs: others.count, agree: others.count { $0.text("agreement") == "agrees" },
      below: interval.map { ends in estimates.count { $0 < ends.lower } } ?? 0,
      above: interval.map { ends in estimates.count { $0 > ends.upper } } ?? 0,
      sameSign: isTold ? others.count { $0["same_sign"] == .boolean(true) } : nil, failed: failed,
      lowest: estimates.min().map { effect($0, row) } ?? "?",
      highest: estimates.max().map { effect($0, row) } ?? "?")
  }

  private func checks(_ row: ResultRow) -> [String] {
    let all = entries("checks", of: row)
    guard !all.isEmpty else { return [] }
    let tried = all.filter { $0.text("verdict") != "not-possible" }
    let doubts = tried.filter { $0.text("verdict") == "doubt" }
    var lines = [
      words.checksTitle(doubts: doubts.count, tried: tried.count, untried: all.count - tried.count)
    ]
    // Doubts first, then what holds, then what was not tried.
    let order =
      doubts + tried.filter { $0.text("verdict") == "ok" }
      + all.filter { $0.text("verdict") == "not-possible" }
    let verdicts = order.map { words.verdict($0.text("verdict") ?? "") }
    let questions = order.map { words.question($0.text("check") ?? "") }
    let (first, second) = (
      verdicts.map(DisplayWidth.of).max() ?? 0, questions.map(DisplayWidth.of).max() ?? 0
    )
    for (index, check) in order.enumerated() {
      let found =
        check.text("verdict") == "not-possible"
        ? (check.rowReason.map { Wording.reason($0, language: language) } ?? "")
        : words.found(check.text("check") ?? "", figures(check, row))
      lines.append(
        "  \(padded(verdicts[index], first))  \(padded(questions[index], second))  \(found)")
    }
    return lines
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// An effect or a difference of effects: in the figures' unit, on the logarithmic scale in per cent.
  private func effect(_ value: Double, _ row: ResultRow) -> String {
    row.text("scale") == "log"
      ? language.signed(Wording.percentOfLogarithm(value), decimals: 1) + Wording.percentSign
      : layout.format(row).difference(value)
  }

  private func figures(_ check: ResultRow, _ row: ResultRow) -> CheckFigures {
    let isEffect = ["effect", "difference"].contains(check.text("measure"))
    func written(_ key: String) -> String? {
      check.number(key).map { number in
        if isEffect { return effect(number, row) }
        if check.text("measure") == "distance" { return layout.format(row).size(number) }
        return language.number(number, decimals: key == "high" ? 2 : 1)
      }
    }
    var figures = CheckFigures()
    figures.value = written("value")
    figures.low = written("low")
    figures.high = written("high")
    figures.mean = written("mean")
    figures.reference = written("reference")
    figures.pValue = check.number("p_value").map { Wording.pValue($0, language: language) }
    figures.floor = check.number("p_floor").map { Wording.pValue($0, language: language) }
    figures.count = check.number("count").map { language.number($0, upTo: 0) }
    figures.disjoint = check.number("disjoint").map { language.number($0, upTo: 0) }
    figures.concerns = check.text("concerns").map { text in
      if check.text("check") == "without-selection" || check.text("check") == "equally-extreme"
        || check.text("check") == "expected-return"
      {
        let ends = text.components("..")
        return ends.count == 2 ? language.span(from: ends[0], to: ends[1]) : text
      }
      return text
    }
    figures.breakdown = check.text("breakdown")
    return figures
  }
}

extension String {
  /// The parts between a sign.
  fileprivate func components(_ sign: String) -> [String] { split(separator: sign).map(String.init) }
}
