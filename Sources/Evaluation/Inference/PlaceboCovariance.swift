import LinearAlgebra

/// How the effects of single periods vary together where there was no effect: the covariance of the placebos' curves.
///
///     let covariance = try PlaceboCovariance(placebos, periods: [0, 1, 2, 4, 5])
///     covariance.matrix        // one row and column a period
///
/// With τ_jt the effect of placebo j in period t, Σ_ts = (1/J) Σ_j f_j² (τ_jt − τ̄_t)(τ_js − τ̄_s). The population form is that of
/// ``PlaceboDistribution/standardError``: for weights l that make the mean effect, √(l′Σl) is that error exactly.
///
/// With one treated unit no regression gives the covariance of its event study; this is what the bounds on departures from
/// parallel movement (HonestDiD) need. Factors f_j carry placebos of other sizes to the treated's own noise, as
/// ``FermanPinto/factors`` does.
///
/// - Rank: at most J − 1, so with fewer placebos than periods the matrix is singular; ``isSingular`` says so.
/// - Errors: ``EffectError/tooFewDonors(needed:found:)`` with fewer than two placebos,
///   ``EffectError/shape(what:expected:found:)`` for factors of another number,
///   ``EffectError/parameter(name:value:)`` for a period that is none.
public struct PlaceboCovariance: Sendable, Equatable {
  /// The periods, in the order of the rows.
  public let periods: [Int]
  /// Σ.
  public let matrix: Matrix
  /// The means of the placebos' effects, one a period; far from zero they say the estimator is biased here.
  public let means: [Double]
  /// How many placebos there are.
  public let placebos: Int

  /// Whether there are too few placebos for the matrix to be of full rank.
  public var isSingular: Bool { placebos <= periods.count }

  /// The covariance over some periods.
  ///
  /// - Parameters:
  ///   - periods: Positions, in the order wanted; the reference period of an event study, always zero, should not be one.
  ///   - factors: What each placebo's curve is multiplied with; `nil` for one.
  public init(_ distribution: PlaceboDistribution, periods: [Int], factors: [Double]? = nil)
    throws(EffectError)
  {
    let curves = distribution.placebos.map(\.effects)
    guard curves.count > 1 else { throw .tooFewDonors(needed: 2, found: curves.count) }
    if let factors, factors.count != curves.count {
      throw .shape(what: "factors", expected: curves.count, found: factors.count)
    }
    let length = curves.map(\.count).min() ?? 0
    if let wrong = periods.first(where: { !(0..<length).contains($0) }) {
      throw .parameter(name: "period", value: Double(wrong))
    }
    let count = Double(curves.count)
    means = periods.map { period in curves.reduce(0.0) { $0 + $1[period] } / count }
    var rows = [[Double]](repeating: [Double](repeating: 0, count: periods.count), count: periods.count)
    for (index, curve) in curves.enumerated() {
      let factor = factors?[index] ?? 1
      let rest = zip(periods, means).map { factor * (curve[$0] - $1) }
      for i in rest.indices {
        for j in rest.indices { rows[i][j] += rest[i] * rest[j] / count }
      }
    }
    do {
      matrix = try Matrix(rows: rows)
    } catch {
      throw .numerical(detail: "\(error)")
    }
    self.periods = periods
    placebos = curves.count
  }
}
