import Estimates
import Indicators

/// Goals first, then their indicators: each goal's composite is tested, and only goals that are found open their gate.
///
///     let tested = try GoalHierarchy(own: effects, placebos: rows, better: directions, goals: ["jobs", "jobs", "school"])
///     tested.goals[0].adjusted      // of the goal
///     tested.adjusted[1]            // of an indicator, given that goals were selected
///
/// The m goals' composite p-values are adjusted by Benjamini and Hochberg to Q_g. Within goal g the indicators have adjusted
/// values aᵢ (step-down over the placebo zones, or Benjamini and Hochberg). At q the R goals with Q_g ≤ q are selected, and in
/// them the indicators with aᵢ ≤ q·R/m are found. The smallest q that finds an indicator is its adjusted value:
///
///     min over k of max(Q_g, Q₍ₖ₎, aᵢ·m/k), at most 1
///
/// which keeps the error within goals, on average over the selected goals, at or below q.
///
/// - Unlike ``Estimates/MultipleTesting/selectiveFamilies(_:families:)``, a goal is selected by its composite, not by its best
///   indicator: a goal may be found while none of its indicators is, and the other way round is impossible.
/// - Shape: one goal name, direction and row of placebos an indicator. Goals come in the order they are first named.
/// - Missing: the rule of ``SharedPlacebos`` within each goal; a goal of which nothing is left, or whose indicators have no
///   direction, has a reason and takes no part.
/// - Errors: ``EffectError/shape(what:expected:found:)`` and ``EffectError/notFinite(unit:period:)``.
/// - What is not true: goals made after the figures were seen protect nobody.
/// - Reference: Benjamini and Bogomolov (2014) J R Stat Soc B 76:297.
public struct GoalHierarchy: Sendable, Equatable {
  /// How indicators are adjusted within their goal.
  public enum Within: String, Sendable, Hashable, CaseIterable {
    /// Step-down over the placebo zones: any false rejection in the goal.
    case stepDown = "step-down"
    /// Benjamini and Hochberg: the share of false rejections in the goal.
    case benjaminiHochberg = "bh"
  }

  /// One goal.
  public struct Goal: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Positions of its indicators.
    public let members: [Int]
    /// Its composite; `nil` where there is none.
    public let composite: GoalComposite?
    /// The composite's p-value.
    public let pValue: Double?
    /// Adjusted for the number of goals.
    public let adjusted: Double?
    /// Why there is no composite.
    public let reason: Reason?
  }

  /// The goals, in the order they are first named.
  public let goals: [Goal]
  /// Adjusted p-values, one an indicator; `nil` where there is no test.
  public let adjusted: [Double?]

  /// Tests goals and indicators.
  ///
  /// - Parameters:
  ///   - alternative: The direction asked of composites, on which more is worse: `.less` for improvement.
  ///   - alternatives: The directions asked of indicators, one each or one for all.
  public init(
    own: [Double?], placebos: [[Double?]], better: [Direction], goals names: [String],
    weighting: GoalComposite.Weighting = .equal, within: Within = .stepDown,
    alternative: EffectAlternative = .twoSided, alternatives: [EffectAlternative] = [.twoSided],
    share: Double = 0.9
  ) throws(EffectError) {
    for (what, found) in [
      ("placebos", placebos.count), ("directions", better.count), ("goals", names.count),
      ("alternatives", alternatives.count == 1 ? own.count : alternatives.count),
    ] where found != own.count { throw .shape(what: what, expected: own.count, found: found) }
    var members: [String: [Int]] = [:]
    var order: [String] = []
    for (index, name) in names.enumerated() {
      if members[name] == nil { order.append(name) }
      members[name, default: []].append(index)
    }
    var inside = [Double?](repeating: nil, count: own.count)
    var found: [(composite: GoalComposite?, pValue: Double?, reason: Reason?)] = []
    for name in order {
      let places = members[name] ?? []
      do throws(EffectError) {
        let shared = try SharedPlacebos(
          own: places.map { own[$0] }, placebos: places.map { placebos[$0] }, share: share)
        let composite = try GoalComposite(
          shared, better: places.map { better[$0] }, weighting: weighting)
        let tested = try StepDownPlacebos(
          shared, alternatives: alternatives.count == 1 ? alternatives : places.map { alternatives[$0] })
        let values =
          within == .stepDown ? tested.adjusted : MultipleTesting.benjaminiHochberg(tested.pValues)
        for (place, value) in zip(places, values) { inside[place] = value }
        found.append((composite, composite.pValue(alternative), nil))
      } catch .shape(let what, let expected, let count) {
        throw .shape(what: what, expected: expected, found: count)
      } catch .notFinite(let unit, let period) {
        throw .notFinite(unit: unit, period: places[period])
      } catch {
        found.append((nil, nil, error.reason))
      }
    }
    let selected = MultipleTesting.benjaminiHochberg(found.map(\.pValue))
    goals = order.indices.map { index in
      Goal(
        name: order[index], members: members[order[index]] ?? [], composite: found[index].composite,
        pValue: found[index].pValue, adjusted: selected[index], reason: found[index].reason)
    }
    adjusted = Self.gated(
      goals: selected, within: order.map { (members[$0] ?? []).map { inside[$0] } },
      members: order.map { members[$0] ?? [] }, count: own.count)
  }

  /// min over k of max(Q_g, Q₍ₖ₎, aᵢ·m/k).
  static func gated(goals: [Double?], within: [[Double?]], members: [[Int]], count: Int) -> [Double?] {
    let ordered = goals.compactMap(\.self).sorted()
    var result = [Double?](repeating: nil, count: count)
    for (goal, own) in goals.enumerated() {
      guard let own else { continue }
      for (index, value) in zip(members[goal], within[goal]) {
        guard let value else { continue }
        result[index] = ordered.enumerated().reduce(1.0) { best, step in
          min(best, max(own, step.element, value * Double(ordered.count) / Double(step.offset + 1)))
        }
      }
    }
    return result
  }
}

extension Method {
  /// Goals tested first, then their indicators.
  public static let goalHierarchy = Method("effect.goal-hierarchy")
}
