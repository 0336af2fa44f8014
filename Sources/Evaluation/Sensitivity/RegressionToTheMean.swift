import Foundation
import Indicators
import Scheduler

/// Which end of a scale made a zone be chosen.
public enum SelectionEnd: String, Sendable, Hashable, CaseIterable {
  /// High values are bad: cases, low income.
  case highest
  /// Low values are bad: completion, employment.
  case lowest
}

/// How much of an improvement would have come by itself, because the zone was chosen when it looked its worst.
///
///     let check = try RegressionToTheMean(
///       SyntheticDifferenceInDifferences(), design, selection: 9..<12, worst: .highest)
///     check.withoutSelection?.effect      // the baseline without the years the choice was made on
///     check.conditionalMean               // what donors as extreme "gained" without a programme
///     check.shrinkage.expectedEffect      // what the variances alone lead one to expect
///
/// Three answers to one question:
/// - **Donut**: the estimate again with the selection years taken out of the baseline. Errors in those years can no longer
///   make it too high.
/// - **Conditional placebos**: donors at least as extreme as the treated in the selection years take its place. Where fewer
///   than ``fewest`` are, the worst ``fewest`` donors do, and `few-equally-extreme` says that they were less extreme than
///   the treated, so that ``conditionalMean`` understates the regression.
/// - **Shrinkage**: see ``MeanShrinkage``.
///
/// - Errors: those of the estimator; ``EffectError/tooFewDonors(needed:found:)`` without more donors than treated; and
///   ``EffectError/noPrePeriods`` for selection years that are empty or not before the
///   start. A donut that leaves nothing, or too little for the estimator, gives `nil` and ``donutError``.
/// - What is not true: that a donut removes it all where the zone's errors last for years.
/// - References: Illenberger, Small and Shaw (2020) Epidemiology 31:815; Daw and Hatfield (2018) Health Serv Res 53:4138.
public struct RegressionToTheMean: Sendable {
  /// The fewest donors that are compared with, unless there are no more.
  public static let fewest = 8

  /// The estimate with every year.
  public let withSelection: EffectFit
  /// The estimate without the selection years in the baseline; `nil` where it has no answer.
  public let withoutSelection: EffectFit?
  /// Why there is none.
  public let donutError: EffectError?
  /// Positions of the donors that the treated is compared with, the most extreme first.
  public let conditionalDonors: [Int]
  /// The fits with those donors in the place of the treated.
  public let placebos: PlaceboDistribution
  /// What the variances alone lead one to expect; `nil` where they cannot be told apart.
  public let shrinkage: MeanShrinkage?
  /// What is worth knowing: `few-equally-extreme`.
  public let diagnostics: [Diagnostic]

  /// Checks one estimate.
  ///
  /// - Parameters:
  ///   - estimator: The estimator of the estimate.
  ///   - design: The figures.
  ///   - selection: Positions of the periods the choice of zone was made on; all before the start.
  ///   - worst: Which end was chosen.
  ///   - limit: The most placebo sets, where several zones are treated.
  ///   - threads: The bound on threads.
  public init<Estimator: EffectEstimator>(
    _ estimator: Estimator, _ design: EffectDesign, selection: Range<Int>, worst: SelectionEnd,
    limit: Int = 100_000, threads: ThreadLimit = .cores
  ) throws(EffectError) {
    guard !selection.isEmpty, selection.lowerBound >= 0, selection.upperBound <= design.prePeriods else {
      throw .noPrePeriods
    }
    let tuned = try estimator.tuned(to: design)
    withSelection = try tuned.fit(design)
    var (donut, refusal): (EffectFit?, EffectError?) = (nil, nil)
    do throws(EffectError) {
      var shorter = design
      for period in selection.reversed() { shorter = try shorter.leavingOut(prePeriod: period) }
      // Another baseline is another design: what is tuned on figures is tuned anew.
      donut = try estimator.tuned(to: shorter).fit(shorter)
    } catch {
      refusal = error
    }
    withoutSelection = donut
    donutError = refusal

    let sign = worst == .highest ? 1.0 : -1.0
    func extremity(_ path: some Collection<Double>) -> Double {
      sign * path.reduce(0, +) / Double(selection.count)
    }
    let own = extremity(design.treatedMean[selection])
    let donors = (0..<design.donors).map { unit in
      let base = design.row(unit).lowerBound
      return extremity(design.outcomes[base + selection.lowerBound..<base + selection.upperBound])
    }
    // Ties by position, so that the same donors are taken whatever the sort.
    let order = donors.indices.sorted { (donors[$0], $1) > (donors[$1], $0) }
    let wanted = min(max(Self.fewest, design.treated + 1), design.donors)
    let extreme = order.count { PlaceboDistribution.reaches(donors[$0], own) }
    let chosen = Array(order.prefix(max(extreme, wanted)))
    conditionalDonors = chosen
    diagnostics = extreme < min(Self.fewest, chosen.count) ? [.fewEquallyExtreme] : []
    let sets = try PlaceboSets(donors: chosen.count, size: design.treated, limit: limit)
    let members = sets.sets.map { set in set.map { chosen[$0] }.sorted() }
    placebos = PlaceboDistribution(
      fit: withSelection, sets: members, results: tuned.placeboFits(design, sets: members, threads: threads),
      isExhaustive: sets.isExhaustive, prePeriods: design.prePeriods)
    shrinkage = try? MeanShrinkage(design, selection: selection)
  }

  /// The mean effect where there was no programme, among those donors: the regression to the mean as this estimator sees it.
  /// `nil` where none could be fitted.
  public var conditionalMean: Double? { placebos.placebos.isEmpty ? nil : placebos.mean }

  /// The estimate less that mean.
  public var correctedEffect: Double? { conditionalMean.map { withSelection.effect - $0 } }

  /// The place of the treated among those donors alone; its floor is ``PlaceboDistribution/floor``.
  public func pValue(_ alternative: EffectAlternative = .twoSided) -> Double { placebos.pValue(alternative) }

  /// How much the estimate moves when the selection years leave the baseline.
  public var donutShift: Double? { withoutSelection.map { $0.effect - withSelection.effect } }
}

/// What the variances between and within zones lead one to expect of a zone chosen for its extreme mean.
///
/// With years' common movement taken out, donors give the variance within, W = Σ(y_it − ȳ_i)² / (J − 1)(T₀ − 1), and
/// between, B = max(0, Var(ȳ_i) − W/T₀). Over s selection years the reliability of a zone's mean is
///
///     λ = B / (B + W/s),    expected change to later years = −(1 − λ)(x̄ − μ),
///
/// x̄ the treated's mean in the selection years and μ the donors'. A difference in differences whose baseline is all T₀ years
/// alike would take s/T₀ of that for an effect.
///
/// - Errors: ``EffectError/tooFewDonors(needed:found:)`` below three donors,
///   ``EffectError/tooFewPrePeriods(needed:found:)`` below two years, ``EffectError/constantOutcomes`` without variance.
/// - What is not true: it takes years' errors for independent and all zones for one normal crowd. Errors that last make the
///   true expectation smaller; zones of unequal size make it larger for the small.
/// - Reference: Barnett, van der Pols and Dobson (2005) Int J Epidemiol 34:215.
public struct MeanShrinkage: Sendable, Hashable {
  /// B.
  public let betweenVariance: Double
  /// W.
  public let withinVariance: Double
  /// λ, from 0 (all chance) to 1 (all lasting).
  public let reliability: Double
  /// x̄ − μ.
  public let distance: Double
  /// −(1 − λ)(x̄ − μ): the change expected of itself from the selection years to later ones.
  public let expectedChange: Double
  /// s/T₀ of it: the effect a difference in differences is expected to find where there is none.
  public let expectedEffect: Double

  /// The expectation for a design.
  public init(_ design: EffectDesign, selection: Range<Int>) throws(EffectError) {
    let (zones, years) = (design.donors, design.prePeriods)
    guard zones > 2 else { throw .tooFewDonors(needed: 3, found: zones) }
    guard years > 1 else { throw .tooFewPrePeriods(needed: 2, found: years) }
    guard !selection.isEmpty, selection.lowerBound >= 0, selection.upperBound <= years else {
      throw .noPrePeriods
    }
    let common = design.donorMean
    let rows = (0..<zones).map { unit in
      (0..<years).map { design.outcomes[design.row(unit).lowerBound + $0] - common[$0] }
    }
    let means = rows.map { $0.reduce(0, +) / Double(years) }
    var within = 0.0
    for (row, mean) in zip(rows, means) { within += row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } }
    within /= Double((zones - 1) * (years - 1))
    let centre = means.reduce(0, +) / Double(zones)
    let total = means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(zones - 1)
    let between = max(0, total - within / Double(years))
    guard between + within > 0 else { throw .constantOutcomes }
    let treated = design.treatedMean
    let count = Double(selection.count)
    betweenVariance = between
    withinVariance = within
    // The mean of several treated zones is as much more certain as it has zones; so are its lasting differences.
    reliability = between / (between + within / count)
    distance = selection.reduce(0.0) { $0 + treated[$1] - common[$1] } / count
    expectedChange = -(1 - reliability) * distance
    expectedEffect = expectedChange * count / Double(years)
  }
}

/// Whether two estimators that should agree do: synthetic control on levels, and on levels less their mean.
///
/// The plain one must reach the treated's level; where it cannot, or reaches it by donors that were high by chance, the two
/// part. They are said to disagree where they differ by more than `margin`, by default the demeaned fit's own error before
/// the start, or where they point in opposite directions and both are beyond it.
///
/// - What is not true: that agreement proves either right.
public struct EstimatorDisagreement: Sendable, Hashable {
  /// The plain effect less the demeaned.
  public let difference: Double
  /// The mean gap before the start of the plain fit: the level it did not reach.
  public let levelGap: Double
  /// What a difference is held against.
  public let margin: Double
  /// Whether the two have opposite signs, both larger than the margin.
  public let pointsApart: Bool

  /// Two fits of the same design.
  ///
  /// - Throws: ``EffectError/shape(what:expected:found:)`` for fits of unlike designs,
  ///   ``EffectError/parameter(name:value:)`` for a margin that is negative or not finite.
  public init(
    plain: EffectFit, demeaned: EffectFit, prePeriods: Int, margin: Double? = nil
  ) throws(EffectError) {
    guard plain.observed.count == demeaned.observed.count else {
      throw .shape(what: "fits", expected: plain.observed.count, found: demeaned.observed.count)
    }
    guard prePeriods > 0, prePeriods <= plain.observed.count else { throw .noPrePeriods }
    let margin = margin ?? demeaned.rootMeanSquare(over: 0..<prePeriods)
    guard margin >= 0, margin.isFinite else { throw .parameter(name: "margin", value: margin) }
    self.margin = margin
    difference = plain.effect - demeaned.effect
    levelGap = plain.effects[..<prePeriods].reduce(0, +) / Double(prePeriods)
    pointsApart =
      plain.effect * demeaned.effect < 0 && min(abs(plain.effect), abs(demeaned.effect)) > margin
  }

  /// Whether the two tell different stories.
  public var isMarked: Bool { pointsApart || abs(difference) > margin }

  /// The share of all, the treated among them, whose two estimates are at least as far apart: placebos of both estimators
  /// with the same sets.
  ///
  /// - Throws: ``EffectError/shape(what:expected:found:)`` where the sets are not the same.
  public static func pValue(
    plain: PlaceboDistribution, demeaned: PlaceboDistribution
  ) throws(EffectError) -> Double {
    guard plain.sets == demeaned.sets else {
      throw .shape(what: "placebos", expected: plain.sets.count, found: demeaned.sets.count)
    }
    let own = abs(plain.fit.effect - demeaned.fit.effect)
    let others = zip(plain.effects, demeaned.effects).map { abs($0 - $1) }
    return Double(1 + others.count { PlaceboDistribution.reaches($0, own) }) / Double(others.count + 1)
  }
}

extension Diagnostic {
  /// Fewer donors than wanted were as extreme as the treated when it was chosen.
  public static let fewEquallyExtreme = Diagnostic("few-equally-extreme")
}
