import Estimates
import Indicators
import Wording

/// What `effect` found of few indicators, in sentences: what could be seen, what was, on whom it rests, and the two paths.
struct EffectStory {
  private let result: ResultSet
  private let layout: VerbLayout
  private let rows: [ResultRow]
  private var language: Language { layout.language }

  /// More headlines than this are a table and no story.
  private static let most = 3

  /// - Returns: `nil` for another verb, or where there is nothing to tell.
  init?(_ result: ResultSet, _ layout: VerbLayout) {
    guard result.verb == "effect" else { return nil }
    self.result = result
    self.layout = layout
    rows = result.rows.entries.filter { $0.text("role") == "headline" && $0.number("estimate") != nil }
    guard (1...Self.most).contains(rows.count) else { return nil }
  }

  func lines() -> [String] { rows.flatMap { [""] + story($0) } }

  private func story(_ row: ResultRow) -> [String] {
    let words = EffectWords(language)
    var lines: [String] = []
    let size = layout.effectSize(row, "mde", "mde_relative")
    if rows.count > 1 { lines.append("\(row.text("indicator") ?? ""):") }
    lines.append(
      words.seen(
        donors: row.number("donors"), before: row.number("pre_periods"), after: row.number("post_periods"),
        size: size,
        people: row.number("mde_people_per_year"), floor: row.number("p_floor")))
    let format = layout.format(row)
    if row.text("scale") == "natural", let observed = row.number("observed_mean"),
      let otherwise = row.number("counterfactual_mean")
    {
      lines.append(
        words.found(
          zone: row.zoneLabel, observed: format.value(observed), otherwise: format.value(otherwise),
          effect: layout.effectWords(row), people: row.number("people_per_year")))
    }
    // On the logarithmic scale the bound differs upwards and downwards, and has no one number in per cent.
    let ruledOut =
      row.text("scale") == "natural" ? row.number("ruled_out_above").map { format.size($0) } : nil
    lines.append(words.verdict(row.text("verdict") ?? "", size: size, ruledOut: ruledOut))
    if let breakdown = row.number("breakdown") { lines.append(words.breakdown(breakdown, most: 5)) }
    if let weights = weights(row) { lines.append(weights) }
    return lines + paths(row)
  }

  /// A table's rows of the same indicator, stratum and estimator.
  private func entries(_ table: String, of row: ResultRow) -> [ResultRow] {
    guard let table = result.tables.first(where: { $0.schema.table == table }) else { return [] }
    let known = Set(["indicator", "estimator"] + dimensions(row))
    return table.entries.filter { entry in known.allSatisfy { entry.text($0) == row.text($0) } }
  }

  /// The keys rows are split by.
  private func dimensions(_ row: ResultRow) -> [String] {
    let keys = row.table.schema.columns.map(\.key)
    guard let first = keys.firstIndex(of: "zone_name"), let last = keys.firstIndex(of: "start") else {
      return []
    }
    return Array(keys[(first + 1)..<last])
  }

  /// The donors with most weight, where weights differ.
  private func weights(_ row: ResultRow) -> String? {
    let donors = entries("donors", of: row).compactMap { entry in
      entry.number("weight").map { (name: entry.zoneLabel, weight: $0) }
    }
    guard let most = donors.map(\.weight).max(), let least = donors.map(\.weight).min(), most - least > 1e-9
    else {
      return nil
    }
    let first = donors.sorted { abs($0.weight) > abs($1.weight) }.prefix(5).filter { abs($0.weight) >= 0.005 }
    return EffectWords(language).weights(
      first.map { "\($0.name) \(language.number($0.weight, decimals: 2))" })
  }

  /// The two paths as lines of blocks, and the years after the start in figures.
  private func paths(_ row: ResultRow) -> [String] {
    let curve = entries("curve", of: row)
    let words = EffectWords(language)
    let observed = curve.map { $0.number("observed") }
    let otherwise = curve.map { $0.number("counterfactual") }
    let start = curve.firstIndex { $0["treated"] == .boolean(true) }
    guard let first = curve.first?.text("period"), let last = curve.last?.text("period"), let start,
      let drawn = Sparkline.lines([observed, otherwise], mark: start)
    else { return [] }
    let names = [words.observed, words.expected]
    let width = names.map(DisplayWidth.of).max() ?? 0
    var lines = zip(names, drawn).map { name, line in
      name + String(repeating: " ", count: width - DisplayWidth.of(name)) + "  " + line
    }
    lines[0] += "  \(language.span(from: first, to: last))"
    guard row.text("scale") == "natural" else { return lines }
    let format = layout.format(row)
    let after = curve[start...].compactMap { entry -> String? in
      guard let period = entry.text("period"), let effect = entry.number("effect") else { return nil }
      return "\(language.shortPeriod(code: period)) \(format.difference(effect))"
    }
    if after.count > 1, after.count <= 12 { lines.append(words.yearly(after)) }
    return lines
  }
}
