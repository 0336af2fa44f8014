import Indicators

/// The effects of a programme that starts at different times, by group (period of start) and period.
///
///     let effects = try CallawaySantAnna().fit(design)
///     let overall = try effects.aggregated(.simple).overall      // one number
///     let byAge = try effects.aggregated(.dynamic())             // by years since the start
///
/// For units that start in g, at a period t from the start on,
///
///     ATT(g, t) = E[Yₜ − Y_b | G = g] − E[Yₜ − Y_b | compared],   b = g − 1 − anticipation
///
/// and before the start b = t − 1 (varying base) or the same b (universal base). Where there are covariates, the comparison is
/// by outcome regression, by inverse probability weights that sum to one, or by both (doubly robust).
///
/// - Compared: units that never start, or all that have not started by the later of t and b (never the group itself).
/// - Anticipation: this many periods before the start count as touched; they have the long difference and are no test of
///   parallel paths. R's `did` takes the short difference there.
/// - Started in the first period: no figures before the start, so the unit takes no part, neither treated nor compared with.
/// - Ended: from the end on a unit's cells are in no ATT(g, t) and in no comparison, because a programme's effect may last.
///   ``StaggeredEffects/afterEnd`` holds the effects after the end by themselves. With ``AfterEnd/untreated`` the caller says
///   that the effect ends with the programme, and such cells may be compared with where both periods of a comparison are
///   without programme.
/// - Missing: ``IncompleteUnits/pairwise``, each comparison uses the units observed in its two periods; or
///   ``IncompleteUnits/leftOut``, a unit that lacks any cell takes no part.
/// - Errors: ``EffectError/noTreated`` where no group has a period before its start, ``EffectError/noDonors`` where nobody is
///   left to compare with, those of parameters. A single comparison that cannot be made has a reason and stops nothing.
/// - What is not true: the paths before the start do not prove that the groups would have moved alike after it, and a high
///   p-value of their test proves it least where zones are small.
/// - Reference: Callaway and Sant'Anna (2021) J Econom 225:200; Sant'Anna and Zhao (2020) J Econom 219:101.
public struct CallawaySantAnna: Sendable, Equatable {
  /// Whom the groups are compared with.
  public enum Comparison: String, Sendable, CaseIterable {
    /// Units without a start in the data, nor so soon after it that it could be anticipated.
    case neverTreated = "never-treated"
    /// All units that have not started yet.
    case notYetTreated = "not-yet-treated"
  }

  /// How covariates are used.
  public enum CovariateUse: String, Sendable, CaseIterable {
    /// The change of the compared is regressed on the covariates.
    case regression = "reg"
    /// The compared are weighted to look like the group.
    case weighting = "ipw"
    /// Both: right where either is.
    case doublyRobust = "dr"
  }

  /// What periods before the start are compared with.
  public enum Base: String, Sendable, CaseIterable {
    /// The period before each.
    case varying
    /// The last period before the start, as after it.
    case universal
  }

  /// What the cells after the end of a programme are.
  public enum AfterEnd: String, Sendable, CaseIterable {
    /// Neither treated nor untreated.
    case leftOut = "left-out"
    /// Untreated again: the caller knows that the effect ends with the programme.
    case untreated
  }

  /// What is done with units that lack cells.
  public enum IncompleteUnits: String, Sendable, CaseIterable {
    /// Each comparison uses the units observed in both its periods.
    case pairwise
    /// They take no part.
    case leftOut = "left-out"
  }

  /// Whom the groups are compared with.
  public var comparison: Comparison
  /// How covariates are used; without covariates all three are the difference of mean changes.
  public var covariateUse: CovariateUse
  /// What periods before the start are compared with.
  public var base: Base
  /// How many periods before the start are touched already.
  public var anticipation: Int
  /// What the cells after the end are.
  public var afterEnd: AfterEnd
  /// What is done with units that lack cells.
  public var incompleteUnits: IncompleteUnits
  /// The fewest treated units (clusters, where the design has them) that a standard error can be trusted with.
  public var fewestTreated: Int

  /// An estimator.
  public init(
    comparison: Comparison = .neverTreated, covariateUse: CovariateUse = .doublyRobust, base: Base = .varying,
    anticipation: Int = 0, afterEnd: AfterEnd = .leftOut, incompleteUnits: IncompleteUnits = .pairwise,
    fewestTreated: Int = 5
  ) {
    self.comparison = comparison
    self.covariateUse = covariateUse
    self.base = base
    self.anticipation = anticipation
    self.afterEnd = afterEnd
    self.incompleteUnits = incompleteUnits
    self.fewestTreated = fewestTreated
  }

  /// `effect.callaway-santanna`.
  public var method: Method { .callawaySantAnna }

  /// The effects by group and period.
  public func fit(_ design: CohortDesign) throws(EffectError) -> StaggeredEffects {
    let plan = try CohortPlan(design, self)
    let units = design.units
    let all = plan.comparisons + plan.afterEnd
    var influence = [Double](repeating: 0, count: all.count * units)
    var effects: [GroupTimeEffect] = []
    effects.reserveCapacity(all.count)
    let kernel = ChangeComparison(design, covariateUse)
    influence.withUnsafeMutableBufferPointer { buffer in
      for (place, cell) in all.enumerated() {
        // Bounds: `buffer` has all.count rows of `units`, and `place` is below all.count.
        let row = UnsafeMutableBufferPointer(rebasing: buffer[place * units..<(place + 1) * units])
        effects.append(effect(of: cell, kernel, design, into: row))
      }
    }
    return StaggeredEffects(
      all: effects, comparisons: plan.comparisons.count, influence: influence, design: design, plan: plan,
      estimator: self)
  }

  /// One comparison, with what each unit contributes to it written to `row`.
  private func effect(
    of cell: PlannedComparison, _ kernel: ChangeComparison, _ design: CohortDesign,
    into row: UnsafeMutableBufferPointer<Double>
  ) -> GroupTimeEffect {
    var answer = GroupTimeEffect(cell)
    guard !cell.isReference else {
      answer.effect = 0
      answer.errorReason = .referencePeriod
      return answer
    }
    switch kernel.difference(cell, into: row) {
    case .failure(let reason):
      for unit in row.indices { row[unit] = 0 }
      answer.reason = reason
      answer.errorReason = reason
    case .success(let value):
      answer.effect = value
      let doubt = Self.doubt(
        treated: cell.treated, controls: cell.controls, clusters: design.clusters, fewest: fewestTreated)
      if let doubt {
        answer.errorReason = doubt
      } else {
        answer.standardError = StandardErrors.of(row, clusters: design.clusters)
      }
    }
    return answer
  }

  /// Why the error of a comparison of these units cannot be told from the spread among them; `nil` where it can.
  static func doubt(treated: [Int], controls: [Int], clusters: [Int]?, fewest: Int) -> Reason? {
    func count(_ units: [Int]) -> Int {
      guard let clusters else { return units.count }
      return Set(units.map { clusters[$0] }).count
    }
    let (inside, outside) = (count(treated), count(controls))
    if inside < 2 || outside < 2 { return .varianceNotEstimable }
    if inside < fewest { return .tooFewTreatedForError }
    return outside < fewest ? .tooFewComparedForError : nil
  }
}

extension Method {
  /// Effects by group and period where starts differ.
  public static let callawaySantAnna = Method("effect.callaway-santanna")
}

extension Reason {
  /// One unit, or one cluster, has no spread to learn an error from; placebos have.
  public static let varianceNotEstimable = Reason("variance-not-estimable")
  /// The error exists as a number, but cannot be trusted with so few treated.
  public static let tooFewTreatedForError = EffectError.tooFewTreated(needed: 2, found: 1).reason
  /// The error exists as a number, but cannot be trusted with so few to compare with.
  public static let tooFewComparedForError = EffectError.tooFewDonors(needed: 2, found: 1).reason
  /// The effect is 0 because the others are measured from here.
  public static let referencePeriod = Reason("reference-period")
  /// The covariates cannot be told from each other, or from a constant, among the compared.
  public static let collinearCovariates = Reason("collinear-covariates")
  /// The covariates tell the group from the compared without fail, so no weights exist.
  public static let noOverlap = Reason("no-overlap")
  /// Nobody of the group is observed in both periods of the comparison.
  public static let groupNotObserved = Reason("group-not-observed")
  /// Nobody to compare with is observed in both periods of the comparison.
  public static let comparedNotObserved = Reason("compared-not-observed")
}
