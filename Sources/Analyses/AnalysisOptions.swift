import Estimates
import Indicators
import Scheduler

extension Diagnostic {
  /// The figures are constructed for an example.
  public static let constructedFigures = Diagnostic("constructed-figures")
  /// Some figures may still be revised by their source.
  public static let provisionalFigures = Diagnostic("provisional-figures")
  /// Some figures are estimates rather than counts.
  public static let estimatedFigures = Diagnostic("estimated-figures")
}

/// What all verbs take.
public struct AnalysisOptions: Sendable {
  /// Codes or group ids of the zones that get rows; empty for all zones of the panels.
  public var zones: [String]
  /// The dimensions the rows are split by: keys of the rows.
  public var keys: [String]
  /// The level of intervals; tests are at one minus it.
  public var level: ConfidenceInterval.Level
  /// Which way is better, where the catalogue does not say.
  public var direction: Direction?
  /// The seed of random routines.
  public var seed: UInt64
  /// The bound on threads.
  public var threads: ThreadLimit
  /// How p-values are adjusted for the number of tests.
  public var adjustment = Adjustment.benjaminiHochberg

  /// Options; the defaults are 95 % and all cores.
  public init(
    zones: [String] = [], keys: [String] = [], level: ConfidenceInterval.Level = .p95,
    direction: Direction? = nil, seed: UInt64 = 1, threads: ThreadLimit = .cores
  ) {
    self.zones = zones
    self.keys = keys
    self.level = level
    self.direction = direction
    self.seed = seed
    self.threads = threads
  }
}

/// A panel made ready for a verb: its groups made, the zones that get rows found.
struct Prepared {
  var panel: Panel
  let choice: ZoneChoice
  let grouped: ZoneChoice.Grouped
  /// One entry a wanted zone: its code and where it is, or why it is not.
  let rows: [(code: String, position: Result<Int, RefusedArithmetic>)]

  /// - Throws: ``AnalysisError`` where a zone is unknown or ambiguous.
  init(_ panel: Panel, of dataset: Dataset, zones: [String]) throws(AnalysisError) {
    choice = ZoneChoice(dataset)
    do {
      grouped = try choice.adding(panel)
    } catch {
      throw .indicators(error)
    }
    self.panel = grouped.panel
    if zones.isEmpty {
      // A file of several breakdowns makes panels in which most zones have no record at all: those get no rows.
      rows = panel.zones.indices
        .filter { zone in panel.statuses[panel.series(zone)].contains { $0.kind != .missing } }
        .map { (panel.zones[$0].code, .success($0)) }
    } else {
      var rows: [(code: String, position: Result<Int, RefusedArithmetic>)] = []
      for word in zones {
        // A code of the panel needs no search through names, unless a group has taken the word.
        let isCode =
          grouped.index[word] != nil && choice.groups[word] == nil && choice.groups[word.lowercased()] == nil
        let code = isCode ? word : try choice.code(word, in: dataset.panels)
        rows.append((code, grouped.position(code)))
      }
      self.rows = rows
    }
  }

  /// The name of a row's zone or group.
  func name(_ row: (code: String, position: Result<Int, RefusedArithmetic>)) -> String {
    if case .success(let position) = row.position { return panel.zones[position].name }
    return choice.system?.zone(row.code)?.name ?? choice.groups[row.code]?.name.nb ?? ""
  }
}

extension Dataset {
  /// The cells every row has, by key; those of dimensions under the keys that `schema`, not yet split, gives them.
  func commonCells(
    _ panel: Panel, code: String, name: String, options: AnalysisOptions, schema: ResultSchema,
    statuses: some Sequence<CellStatus>
  ) -> ResultCells {
    var cells = ResultCells(schema.split(by: options.keys))
    cells["indicator"] = .text(panel.indicator)
    cells["zone"] = .text(code)
    cells["zone_name"] = .text(name)
    cells["unit"] = .text(panel.unit.rawValue)
    cells["confidence"] = .number(options.level.value)
    for key in options.keys {
      cells[schema.key(ofDimension: key)] =
        panel.stratum.category(of: key).map { .text($0.label) } ?? .none(.notApplicable)
    }
    var diagnostics: [Diagnostic] = []
    if catalogue[panel.indicator]?.isConstructed == true { diagnostics.append(.constructedFigures) }
    let flags = statuses.reduce(into: CellStatus.Flags()) { $0.formUnion($1.flags) }
    if flags.contains(.provisional) { diagnostics.append(.provisionalFigures) }
    if flags.contains(.estimated) { diagnostics.append(.estimatedFigures) }
    cells["diagnostics"] = .texts(diagnostics.map(\.rawValue))
    return cells
  }

  /// Which way is better for a panel.
  func direction(of panel: Panel, options: AnalysisOptions) -> Direction? {
    catalogue[panel.indicator]?.direction ?? options.direction
  }
}

extension ResultCells {
  /// Adds diagnostics to the row's.
  mutating func add(_ diagnostics: [Diagnostic]) {
    guard !diagnostics.isEmpty else { return }
    var all: [String] = []
    if case .texts(let known) = self["diagnostics"] { all = known }
    for diagnostic in diagnostics where !all.contains(diagnostic.rawValue) { all.append(diagnostic.rawValue) }
    self["diagnostics"] = .texts(all)
  }

  /// Sets a value and the ends of its interval under three keys.
  mutating func set(
    _ estimate: Estimate, _ value: String, _ lower: String, _ upper: String
  ) {
    self[value] = .number(estimate.value, or: .notApplicable)
    let reason = estimate.intervalReason ?? .noIntervalForKind
    self[lower] = .number(estimate.interval?.lower, or: reason)
    self[upper] = .number(estimate.interval?.upper, or: reason)
  }

  /// Sets the headline: estimate, interval, method and n.
  mutating func setHeadline(_ estimate: Estimate) {
    set(estimate, "estimate", "lower", "upper")
    self["method"] = .text(estimate.method.rawValue)
    self["n"] = .number(estimate.n, or: .notApplicable)
    if estimate.interval == nil, let reason = estimate.intervalReason {
      self["reason"] = .text(reason.rawValue)
    }
    add(estimate.diagnostics)
  }

  /// Marks the row as refused.
  mutating func refuse(_ reason: Reason) {
    self["reason"] = .text(reason.rawValue)
    self["estimate"] = ResultValue.none(reason)
  }
}
