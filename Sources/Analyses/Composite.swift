import Comparisons
import Estimates
import Indicators

/// How `composite` works.
public struct CompositeOptions: Sendable {
  /// Scores, weights and mean. Weights that are given by indicator are in ``weights``.
  public var recipe: CompositeRecipe
  /// Weights by indicator; empty for those of the recipe. An indicator that is not named counts 0.
  public var weights: [String: Double]
  /// Which way is better, by indicator, where the catalogue does not say.
  public var directions: [String: Direction]
  /// Whether a zone that lacks some component gets an index of the rest.
  public var allowsMissing: Bool
  /// How many draws the rank intervals rest on.
  public var draws: Int
  /// Whether only the latest period is wanted.
  public var latestOnly: Bool

  /// Options; by default the mean of z-scores with equal weights.
  public init(
    recipe: CompositeRecipe = .meanZ, weights: [String: Double] = [:], directions: [String: Direction] = [:],
    allowsMissing: Bool = false, draws: Int = 2000, latestOnly: Bool = false
  ) {
    self.recipe = recipe
    self.weights = weights
    self.directions = directions
    self.allowsMissing = allowsMissing
    self.draws = draws
    self.latestOnly = latestOnly
  }
}

/// `composite`: one index of several indicators, and how sure its ranks are.
public enum Composite {
  /// One row a zone and period, and the table `components`.
  ///
  /// The index is over the zones of the level with the most zones, whichever zones get rows; a group of one zone is that zone.
  /// Its periods are those that all components have; where there is none, or only the latest is wanted and components end in
  /// different periods without a common one, the latest of each is combined, and the rows say so.
  ///
  /// - Throws: ``AnalysisError/needsDirections(_:)`` where it is not declared which way is better, and others where a zone or
  ///   a weight's indicator is unknown.
  public static func run(
    _ dataset: Dataset, composite: CompositeOptions = CompositeOptions(), options: AnalysisOptions
  ) throws(AnalysisError) -> ResultSet {
    let known = dataset.indicators
    for id in composite.weights.keys.sorted() + composite.directions.keys.sorted() where !known.contains(id) {
      throw .unknownIndicator(id, known: known)
    }
    var better: [String: Direction] = [:]
    for panel in dataset.panels {
      let declared = dataset.catalogue[panel.indicator]?.direction
      let stated = declared == .neutral ? nil : declared
      better[panel.indicator] = composite.directions[panel.indicator] ?? stated ?? options.direction
    }
    let undeclared = known.filter { (better[$0] ?? .neutral) == .neutral }
    guard undeclared.isEmpty else { throw .needsDirections(undeclared) }
    var rows = ResultTable(Schemas.composite.split(by: options.keys))
    var parts = ResultTable(Schemas.compositeComponents.split(by: options.keys))
    var findings = dataset.findings
    for panels in strata(dataset, known, options.keys) {
      var prepared: [Prepared] = []
      for panel in panels { prepared.append(try Prepared(panel, of: dataset, zones: options.zones)) }
      for one in prepared { findings += one.grouped.findings }
      let work = CompositeWork(
        dataset: dataset, prepared: prepared, better: better, composite: composite, options: options)
      for columns in work.periods() { try work.answer(columns, &rows, &parts) }
    }
    return ResultSet(verb: "composite", tables: [rows, parts], findings: findings)
  }

  /// The panels of each stratum, one a component in order of the components; strata that lack a component are left out.
  private static func strata(_ dataset: Dataset, _ known: [String], _ keys: [String]) -> [[Panel]] {
    var order: [[String]] = []
    var groups: [[String]: [String: Panel]] = [:]
    for panel in dataset.panels {
      let stratum = keys.map { panel.stratum.category(of: $0)?.category ?? "" }
      if groups[stratum] == nil { order.append(stratum) }
      if groups[stratum]?[panel.indicator] == nil { groups[stratum, default: [:]][panel.indicator] = panel }
    }
    return order.compactMap { stratum in
      let found = known.compactMap { groups[stratum]?[$0] }
      return found.count == known.count ? found : nil
    }
  }
}

extension Question {
  /// A composite index: in the latest period where no periods are asked for.
  public static func composite(_ composite: CompositeOptions = CompositeOptions()) -> Question {
    Question { dataset, asking in
      let (figures, options) = try asking.chosen(from: dataset)
      var composite = composite
      composite.latestOnly = asking.range == PeriodRange()
      return try Composite.run(figures, composite: composite, options: options)
    }
  }
}

extension Diagnostic {
  /// The components are of different periods.
  public static let mixedPeriods = Diagnostic("mixed-periods")
}
