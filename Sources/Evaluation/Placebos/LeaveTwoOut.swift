import Indicators
import Scheduler

/// A placebo test with finer steps than 1/(J + 1): every pair of donors is left out in turn, and the treated and the two are
/// scored on the donors that remain.
///
///     let test = try LeaveTwoOut(estimator, design)
///     test.pValue       // losses / pairs, in steps of 2 / (J(J − 1))
///     test.guarantee    // how often a value this low can come about where every unit was as likely to be treated
///
/// For each pair {i, j} the treated, i and j are each scored as treated against the same J − 2 donors. The treated loses unless
/// its score is strictly the largest of the three. p = losses / C(J, 2).
///
/// **Guarantee.** Were any of the N = J + 1 units the treated one, m units could have a p-value of at most α only if together
/// they win m(1 − α)C(N − 1, 2) of the triples, and no more than C(N, 3) − C(N − m, 3) triples hold one of them. The largest
/// such m over N bounds the probability of a p-value of at most α. It is never below 1/N: the finer steps make a finer
/// statement about *these* figures and no smaller error of the first kind than the plain placebo test has.
///
/// - Shape: J(J − 1)/2 times three fits.
/// - Units: scores are ratios of errors by default, so units differ in noise without harm.
/// - Pairs in which the estimator refuses one of the three are left out and counted in ``refused``.
/// - Errors: ``EffectError/tooFewDonors(needed:found:)`` with fewer than three donors;
///   ``EffectError/shape(what:expected:found:)`` with more than one treated unit (give their mean as one); what the estimator
///   throws where every pair is refused.
/// - Reference: Lei and Sudijono (2024) arXiv:2401.07152.
public struct LeaveTwoOut: Sendable, Equatable {
  /// In how many pairs the treated did not come out strictly first.
  public let losses: Int
  /// How many pairs were scored.
  public let pairs: Int
  /// How many pairs the estimator refused.
  public let refused: Int
  /// How many donors there are.
  public let donors: Int

  /// `effect.leave-two-out`.
  public var method: Method { .leaveTwoOut }

  /// Scores every pair.
  ///
  /// - Parameters:
  ///   - estimator: The estimator; tuned once on the whole design.
  ///   - design: The figures, with one treated unit.
  ///   - statistic: The score.
  ///   - alternative: The direction of the score; the ratio of errors has none.
  ///   - threads: The bound on threads.
  public init(
    _ estimator: some EffectEstimator, _ design: EffectDesign, statistic: PlaceboScore = .errorRatio,
    alternative: EffectAlternative = .twoSided, threads: ThreadLimit = .cores
  ) throws(EffectError) {
    guard design.treated == 1 else { throw .shape(what: "treated", expected: 1, found: design.treated) }
    guard design.donors > 2 else { throw .tooFewDonors(needed: 3, found: design.donors) }
    let tuned = try estimator.tuned(to: design)
    let sets = try PlaceboSets(donors: design.donors, size: 2, limit: .max).sets
    var verdicts = [Result<Bool, EffectError>](repeating: .failure(.notConverged), count: sets.count)
    verdicts.withUnsafeMutableBufferPointer { buffer in
      // Bounds: parallelFor hands out disjoint ranges of 0..<sets.count, and the buffer has that many elements.
      nonisolated(unsafe) let buffer = buffer
      parallelFor(sets.count, threads: threads) { range in
        for index in range {
          do throws(EffectError) {
            buffer[index] = .success(
              try Self.wins(tuned, design, without: sets[index], statistic, alternative))
          } catch {
            buffer[index] = .failure(error)
          }
        }
      }
    }
    var (losses, pairs) = (0, 0)
    var first: EffectError?
    for verdict in verdicts {
      switch verdict {
      case .success(let wins):
        pairs += 1
        if !wins { losses += 1 }
      case .failure(let error): first = first ?? error
      }
    }
    if pairs == 0, let first { throw first }
    self.losses = losses
    self.pairs = pairs
    refused = sets.count - pairs
    donors = design.donors
  }

  /// A test whose pairs were counted elsewhere.
  init(losses: Int, pairs: Int, refused: Int, donors: Int) {
    self.losses = losses
    self.pairs = pairs
    self.refused = refused
    self.donors = donors
  }

  /// Losses over pairs. Zero is possible: it says less than a smallest p-value of ``guarantee``.
  public var pValue: Double { Double(losses) / Double(pairs) }

  /// A bound on the probability of a p-value this low or lower, were every unit as likely to be the treated one.
  public var guarantee: Double {
    let units = donors + 1
    // Triples as exact as Double: below 2⁵³ for every number of units whose pairs can be scored.
    let share = (1 - pValue) * PlaceboSets.binomial(units - 1, 2)
    let all = PlaceboSets.binomial(units, 3)
    let most = (1...units).last { count in
      let rest = units - count < 3 ? 0 : PlaceboSets.binomial(units - count, 3)
      return Double(count) * share <= (all - rest) * (1 + 1e-12)
    }
    return Double(most ?? 1) / Double(units)
  }

  /// Whether the treated comes out strictly first of the three.
  private static func wins(
    _ estimator: some EffectEstimator, _ design: EffectDesign, without pair: [Int],
    _ statistic: PlaceboScore,
    _ alternative: EffectAlternative
  ) throws(EffectError) -> Bool {
    let kept = (0..<design.donors).filter { !pair.contains($0) }
    func score(_ design: EffectDesign) throws(EffectError) -> Double {
      statistic.value(of: try estimator.fit(design), prePeriods: design.prePeriods, alternative)
    }
    let own = try score(design.keeping(donors: kept))
    var isFirst = true
    for donor in pair {
      let other = try score(design.scoring(donor: donor, against: kept))
      if PlaceboDistribution.reaches(other, own) { isFirst = false }
    }
    return isFirst
  }
}

extension EffectDesign {
  /// One donor as the treated, against some of the others; all are positions of donors.
  func scoring(donor: Int, against kept: [Int]) throws(EffectError) -> EffectDesign {
    guard (0..<donors).contains(donor), !kept.contains(donor) else { throw .unknownDonor(donor) }
    let pool = try keeping(donors: kept + [donor])
    return try pool.treating([kept.count])
  }
}
