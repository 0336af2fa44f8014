import Indicators
import Scheduler

/// What staggered starts would have seemed to do had they been handed to other zones: the exact answer to how sure an
/// aggregate is, however few zones a group has.
///
///     let placebos = try StaggeredPlacebos(CallawaySantAnna(), design)
///     placebos.overall.pValue()          // exact
///     placebos.overall.interval()        // every effect the permutations do not speak against
///
/// The pattern of starts and ends is kept; only who has which is permuted.
///
/// - ``Among/everyZone``: over all zones that take part, the treated among them. Exact, also with several treated zones, where
///   zones were exchangeable without the programme. Zones that had the programme and are compared with in a permutation hold a
///   share of its effect; ``PlaceboSample`` takes it out again under each effect tried. The effect is taken to last where
///   cells after the end are left out by the estimator, and to end with the programme where they are untreated.
/// - ``Among/neverTreated``: over zones that never start; the treated are not there. What the noise of the pattern is, clean
///   of any effect. Its p-value is the usual one for one treated zone, and too small for several.
/// - Missing: permutations are of starts only, and a zone's missing cells stay its own. A permutation that the estimator
///   refuses is left out and counted.
/// - What is not true: zones of unequal size are not exchangeable; see ``rescaled``.
public struct StaggeredPlacebos: Sendable {
  /// Whom the starts are handed to.
  public enum Among: String, Sendable, CaseIterable {
    /// All zones that take part.
    case everyZone = "every-zone"
    /// Zones that never start.
    case neverTreated = "never-treated"
  }

  /// A part of the aggregate with its placebos.
  public struct Part: Sendable, Equatable {
    /// The key of ``StaggeredPart``.
    public let key: Int
    /// The effect and its placebos.
    public let sample: PlaceboSample
  }

  /// The aggregate of the true starts.
  public let aggregate: StaggeredAggregate
  /// The overall effect among its placebos.
  public let overall: PlaceboSample
  /// The parts among theirs; a part that no permutation has is not here.
  public let parts: [Part]
  /// The overall effect among placebos brought to the noise of the true assignment (``PlaceboSample/rescaled(loads:own:)``);
  /// `nil` where the design has no sizes.
  public let rescaled: PlaceboSample?
  /// The zones that starts are handed to: units of the design.
  public let zones: [Int]
  /// The assignments behind the values, as positions in ``zones``: see ``StartAssignments/assignments``.
  public let assignments: [[Int]]
  /// The pattern: the zones that have each start and end.
  public let patterns: [StartPattern]
  /// How many assignments the estimator refused.
  public let refused: Int

  /// Runs an estimator under the true starts and under others.
  ///
  /// - Parameters:
  ///   - estimator: The estimator.
  ///   - design: The figures.
  ///   - aggregation: What is tested.
  ///   - among: Whom the starts are handed to.
  ///   - limit: The most assignments; above it they are drawn without replacement.
  ///   - seed: The seed of that draw.
  ///   - threads: The bound on threads.
  /// - Throws: What the estimator throws for the true starts, ``EffectError/tooFewDonors(needed:found:)`` where there is no
  ///   other assignment.
  public init(
    _ estimator: CallawaySantAnna, _ design: CohortDesign, aggregation: StaggeredAggregation = .simple,
    among: Among = .everyZone, limit: Int = 20_000, seed: UInt64 = 1, threads: ThreadLimit = .cores
  ) throws(EffectError) {
    let plan = try CohortPlan(design, estimator)
    let truth = try estimator.fit(design).aggregated(aggregation)
    let horizon = design.periods + estimator.anticipation
    // A start past the horizon is none, and an end past the data has not come.
    let patternOf = plan.units.map { unit -> StartPattern? in
      design.starts[unit].flatMap { start in
        guard start < horizon else { return nil }
        return StartPattern(start: start, stop: design.stops[unit].flatMap { $0 < design.periods ? $0 : nil })
      }
    }
    let kinds = Set(patternOf.compactMap(\.self)).sorted()
    let holders = kinds.map { kind in plan.units.indices.filter { patternOf[$0] == kind } }
    let everyone = among == .everyZone
    let zones = everyone ? plan.units : plan.never
    let ways = try StartAssignments(
      zones: zones.count, sizes: holders.map(\.count), actual: everyone ? holders.flatMap(\.self) : nil,
      limit: limit, seed: seed)
    // Somebody must be left to compare with, as there is under the true starts.
    if !everyone {
      let treated = ways.sizes.reduce(0, +)
      guard treated < zones.count else { throw .tooFewDonors(needed: treated + 1, found: zones.count) }
    }
    let runner = AssignmentRunner(
      estimator: estimator, design: design.keeping(zones), aggregation: aggregation, kinds: kinds,
      sizes: ways.sizes, mark: everyone)
    let keys = truth.parts.map(\.key)
    let answers = try runner.answers(ways.assignments, keys: [nil] + keys, threads: threads)
    let kept = ways.assignments.indices.filter { answers.values[$0][0] != nil }
    // Values are sums of the figures in another order than the estimate is.
    let largest = design.outcomes.reduce(0.0) { $1.isFinite ? max($0, abs($1)) : $0 }
    let sample = { (column: Int, estimate: Double) throws(EffectError) -> PlaceboSample in
      let found = kept.filter { answers.values[$0][column] != nil }
      return try PlaceboSample(
        estimate: estimate, values: found.compactMap { answers.values[$0][column]?.value },
        shares: found.compactMap { answers.values[$0][column]?.share }, population: ways.population,
        isExhaustive: ways.isExhaustive, slack: largest * 1e-12)
    }
    aggregate = truth
    overall = try sample(0, truth.overall.effect)
    var parts: [Part] = []
    for (column, part) in truth.parts.enumerated() {
      guard let key = part.key, kept.contains(where: { answers.values[$0][column + 1] != nil }) else {
        continue
      }
      parts.append(Part(key: key, sample: try sample(column + 1, part.effect)))
    }
    self.parts = parts
    self.zones = zones
    assignments = kept.map { ways.assignments[$0] }
    patterns = kinds
    refused = ways.assignments.count - kept.count
    if let sizes = design.sizes, let loads = answers.loads {
      let own = zip(loads, holders).reduce(0.0) { sum, kind in
        sum + kind.1.reduce(0.0) { $0 + kind.0 / sizes[plan.units[$1]] }
      }
      let spread = ways.sizes.indices.flatMap { [Int](repeating: $0, count: ways.sizes[$0]) }
      rescaled = try overall.rescaled(
        loads: assignments.map { assignment in
          zip(assignment, spread).reduce(0.0) { $0 + loads[$1.1] / sizes[zones[$1.0]] }
        }, own: own)
    } else {
      rescaled = nil
    }
  }
}

/// A start with the end that goes with it.
public struct StartPattern: Sendable, Hashable, Comparable {
  /// The first period of the programme.
  public let start: Int
  /// The first period without it again; `nil` where it has not ended.
  public let stop: Int?

  /// By start, then by end, those that have not ended last.
  public static func < (left: Self, right: Self) -> Bool {
    (left.start, left.stop ?? .max) < (right.start, right.stop ?? .max)
  }
}
