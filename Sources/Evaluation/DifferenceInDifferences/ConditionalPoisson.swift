import Foundation
import Indicators
import LinearAlgebra

/// Newton's method for period effects and τ given the totals of units.
///
/// With n_i the total of a unit and p_it ∝ E_it e^{δ_t + τD_it}: score Σ_i Σ_t (y_it − n_i p_it) z_it, information Σ_i n_i [Σ_t p zz′ −
/// (Σ_t p z)(Σ_t p z)′], where z_it holds the period and D. The first period's effect is zero.
enum ConditionalPoisson {
  static func fit(_ design: CountDesign, _ cells: TwoWayCells, _ method: Method, isQuasi: Bool)
    throws(EffectError)
    -> CountEffect
  {
    let periods = cells.periods.count
    let units = cells.units.count
    guard periods > 1 else { throw .noPrePeriods }
    var totals = [Double](repeating: 0, count: units)
    var logExposures = cells.exposures.map { log($0) }
    var (byPeriod, exposed) = ([Double](repeating: 0, count: periods), [Double](repeating: 0, count: periods))
    for cell in cells.counts.indices {
      totals[cell / periods] += cells.counts[cell]
      byPeriod[cell % periods] += cells.counts[cell]
      exposed[cell % periods] += cells.exposures[cell]
    }
    // Only ratios within a unit matter.
    for unit in 0..<units {
      let level = logExposures[unit * periods]
      for period in 0..<periods { logExposures[unit * periods + period] -= level }
    }
    let start = (0..<periods).map { log(byPeriod[$0] / exposed[$0]) }
    // δ of all periods but the first, then τ.
    var beta = (1..<periods).map { start[$0] - start[0] } + [0]
    var state = State(cells, totals, logExposures, beta)
    var information: CholeskyFactorization?
    for _ in 0..<100 {
      do {
        let factor = try CholeskyFactorization(
          try Matrix(rows: periods, columns: periods, elements: state.information))
        information = factor
        let step = try factor.solve(state.score)
        var size = 1.0
        var next = State(cells, totals, logExposures, zip(beta, step).map { $0 + $1 })
        while !(next.likelihood >= state.likelihood - 1e-10 * abs(state.likelihood)), size > 1e-6 {
          size /= 2
          next = State(cells, totals, logExposures, zip(beta, step).map { $0 + size * $1 })
        }
        for place in beta.indices { beta[place] += size * step[place] }
        state = next
        let largest = step.reduce(0.0) { max($0, abs($1)) }
        guard largest.isFinite, abs(beta[periods - 1]) < 50 else { throw EffectError.notConverged }
        if size == 1, largest < 1e-11 { break }
        information = nil
      } catch let error as EffectError {
        throw error
      } catch {
        throw .numerical(detail: "\(error)")
      }
    }
    guard let information else { throw .notConverged }
    var pearson = 0.0
    for (count, mean) in zip(cells.counts, state.means) { pearson += (count - mean) * (count - mean) / mean }
    let degrees = cells.counts.count - units - periods
    guard degrees > 0 || !isQuasi else { throw .tooFewDonors(needed: 2, found: units - 1) }
    let dispersion = degrees > 0 ? pearson / Double(degrees) : 1
    var last = [Double](repeating: 0, count: periods)
    last[periods - 1] = 1
    let variance: Double
    do { variance = try information.solve(last)[periods - 1] } catch { throw .numerical(detail: "\(error)") }
    return CountEffect(
      design, cells, means: state.means, logRatio: beta[periods - 1],
      standardError: (variance * (isQuasi ? max(1, dispersion) : 1)).squareRoot(), dispersion: dispersion,
      residualDegreesOfFreedom: degrees, isQuasi: isQuasi, isLogit: false, method: method)
  }

  /// Means, score and information at some parameters.
  private struct State {
    var likelihood = 0.0
    var means: [Double]
    var score: [Double]
    var information: [Double]

    init(_ cells: TwoWayCells, _ totals: [Double], _ logExposures: [Double], _ beta: [Double]) {
      let periods = beta.count
      means = [Double](repeating: 0, count: cells.counts.count)
      score = [Double](repeating: 0, count: periods)
      information = [Double](repeating: 0, count: periods * periods)
      var shares = [Double](repeating: 0, count: periods)
      var centre = shares
      for (unit, total) in totals.enumerated() {
        let base = unit * periods
        var sum = 0.0
        for period in 0..<periods {
          let effect =
            (period == 0 ? 0 : beta[period - 1]) + beta[periods - 1] * cells.treatment[base + period]
          shares[period] = logExposures[base + period] + effect
          sum += exp(shares[period])
        }
        let logSum = log(sum)
        for place in centre.indices { centre[place] = 0 }
        for period in 0..<periods {
          likelihood += cells.counts[base + period] * (shares[period] - logSum)
          let share = exp(shares[period] - logSum)
          means[base + period] = total * share
          let rest = cells.counts[base + period] - total * share
          let treatment = cells.treatment[base + period]
          score[periods - 1] += rest * treatment
          centre[periods - 1] += share * treatment
          information[periods * periods - 1] += total * share * treatment
          guard period > 0 else { continue }
          let place = period - 1
          score[place] += rest
          centre[place] += share
          information[place + place * periods] += total * share
          information[place + (periods - 1) * periods] += total * share * treatment
          information[periods - 1 + place * periods] += total * share * treatment
        }
        for j in 0..<periods {
          for i in 0..<periods { information[i + j * periods] -= total * centre[i] * centre[j] }
        }
      }
    }
  }
}
