import Indicators

/// The effect on one group in one period.
public struct GroupTimeEffect: Sendable, Equatable {
  /// The period the group started in, counted from 0.
  public let start: Int
  /// The period its programme ended in, for an effect after the end; `nil` otherwise.
  public let stop: Int?
  /// The period of the effect.
  public let period: Int
  /// The period it is measured from.
  public let base: Int
  /// How many of the group are observed in both periods.
  public let treated: Int
  /// How many are compared with.
  public let controls: Int
  /// ATT(g, t), in the unit of the outcome; `nil` where ``reason`` says why.
  public internal(set) var effect: Double?
  /// Why there is no effect.
  public internal(set) var reason: Reason?
  /// The standard error; `nil` where ``errorReason`` says why.
  public internal(set) var standardError: Double?
  /// Why there is no standard error.
  public internal(set) var errorReason: Reason?

  init(_ cell: PlannedComparison) {
    start = cell.start
    stop = cell.stop
    period = cell.period
    base = cell.base
    treated = cell.treated.count
    controls = cell.controls.count
  }

  /// Periods since the start; negative before it.
  public var eventTime: Int { period - start }

  /// Whether the effect is 0 because the others are measured from this period.
  public var isReference: Bool { period == base }
}

/// The effects of all groups in all periods, with what each unit contributes to them.
public struct StaggeredEffects: Sendable {
  /// ATT(g, t) by group and period; before the start they test whether the paths were parallel.
  public let cells: [GroupTimeEffect]
  /// The effects from the end of a programme on, on those whose programme ended, by group, end and period.
  public let afterEnd: [GroupTimeEffect]
  /// The figures.
  public let design: CohortDesign
  /// How they were compared.
  public let estimator: CallawaySantAnna
  /// Units that take part.
  public let units: [Int]
  /// Units left out because no period lies before their start.
  public let startedTooEarly: [Int]
  /// Units left out because they lack cells.
  public let incomplete: [Int]
  /// What is worth knowing, in order of id.
  public let diagnostics: [Diagnostic]
  /// φ of ``cells`` and then of ``afterEnd``: rows of one value a unit.
  let influence: [Double]
  let plan: [PlannedComparison]

  init(
    all: [GroupTimeEffect], comparisons: Int, influence: [Double], design: CohortDesign, plan: CohortPlan,
    estimator: CallawaySantAnna
  ) {
    cells = Array(all[..<comparisons])
    afterEnd = Array(all[comparisons...])
    self.influence = influence
    self.design = design
    self.estimator = estimator
    self.plan = plan.comparisons + plan.afterEnd
    units = plan.units
    startedTooEarly = plan.startedTooEarly
    incomplete = plan.incomplete
    var found: [Diagnostic] = []
    if !plan.startedTooEarly.isEmpty { found.append(.startedTooEarly) }
    if !plan.incomplete.isEmpty { found.append(.incompleteUnitsLeftOut) }
    if plan.incomplete.isEmpty, !design.isComplete { found.append(.comparedPairwise) }
    let ended = plan.units.contains { design.hasEnded($0, design.periods - 1) }
    if ended { found.append(estimator.afterEnd == .leftOut ? .cellsAfterEndLeftOut : .cellsAfterEndCompared) }
    if all.contains(where: { $0.effect == nil }) { found.append(.comparisonsWithoutAnswer) }
    if all.contains(where: { $0.errorReason == .varianceNotEstimable }) { found.append(.needsPlacebos) }
    diagnostics = found.sorted()
  }

  /// What each unit contributes to a comparison: its place is that of ``cells`` followed by ``afterEnd``. The variance is the
  /// sum of squares; times the number of units it is the influence function.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` for a place that is none.
  public func contributions(to place: Int) throws(EffectError) -> [Double] {
    guard plan.indices.contains(place) else { throw .parameter(name: "place", value: Double(place)) }
    return Array(row(place))
  }

  func row(_ place: Int) -> ArraySlice<Double> {
    influence[place * design.units..<(place + 1) * design.units]
  }

  func effect(_ place: Int) -> Double? {
    place < cells.count ? cells[place].effect : afterEnd[place - cells.count].effect
  }
}

extension Diagnostic {
  /// Units without a period before their start take no part.
  public static let startedTooEarly = Diagnostic("started-too-early")
  /// Units that lack a cell take no part.
  public static let incompleteUnitsLeftOut = Diagnostic("incomplete-units-left-out")
  /// Each comparison uses the units observed in both its periods, so they differ between comparisons.
  public static let comparedPairwise = Diagnostic("compared-pairwise")
  /// Cells after the end of a programme are neither treated nor compared with.
  public static let cellsAfterEndLeftOut = Diagnostic("cells-after-end-left-out")
  /// Cells after the end of a programme are taken for untreated, because the caller said so.
  public static let cellsAfterEndCompared = Diagnostic("cells-after-end-compared")
  /// Some comparisons could not be made, and are in no aggregate.
  public static let comparisonsWithoutAnswer = Diagnostic("comparisons-without-answer")
  /// Some groups are so small that only placebos can say how sure an effect is.
  public static let needsPlacebos = Diagnostic("needs-placebos")
}
