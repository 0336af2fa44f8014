import Estimates
import Foundation
import Indicators
import LinearAlgebra
import Regression
import Scheduler

/// Difference in differences of counts: the rate ratio that remains when units and periods have rates of their own.
///
///     let fit = try PoissonDifferences().fit(design)
///     fit.logRatio                 // τ
///     fit.estimate()               // with the variance multiplied by φ
///
/// y_it ~ Poisson(E_it exp(α_i + δ_t + τD_it)) with D = 1 for the treated from the start on. α_i is removed by conditioning on the
/// unit's total (multinomial); the likelihood of δ and τ that is left is concave and is climbed by Newton's method until no
/// parameter moves by more than 10⁻¹¹. τ and its information are those of Poisson regression with an effect of each unit: here
/// conditioning loses nothing. φ = X²/(n − p) multiplies the variance of ``Model/quasiPoisson``; a φ below 1 counts as 1.
///
/// - Units and periods without any event say nothing and are left out, and counted in ``CountEffect/left``.
/// - ``Model/negativeBinomial``, ``Model/binomial`` and ``Model/quasiBinomial`` are regressions with a column for each unit and period; in the
///   first two senses of few periods the unit effects bias them a little (incidental parameters), which Poisson's are not.
///   In binomial models the exposures are persons and τ is the log of an odds ratio.
/// - Errors: ``EffectError/noEvents`` where the treated or the donors have no event before or after the start,
///   ``EffectError/notConverged``, and those of ``CountDesign``.
/// - What is not true: φ is of cells, not of zones. One shock of a zone that lasts for years is in τ and not in φ; with
///   one treated zone the model's error is a lower limit. For the error use ``placebos(_:limit:seed:threads:)`` with
///   ``FermanPinto`` and the expected counts as sizes.
/// - Reference: Hausman, Hall and Griliches (1984) Econometrica 52:909; Wooldridge (1999) J Econometrics 90:77.
public struct PoissonDifferences: Sendable {
  /// How counts vary about their mean.
  public enum Model: String, Sendable, Hashable, CaseIterable {
    /// Var y = μ.
    case poisson
    /// Var y = φμ.
    case quasiPoisson = "quasi-poisson"
    /// Var y = μ + αμ².
    case negativeBinomial = "negative-binomial"
    /// Var y = μ(1 − μ/n).
    case binomial
    /// Var y = φμ(1 − μ/n).
    case quasiBinomial = "quasi-binomial"
  }

  /// How counts vary.
  public let model: Model

  /// The estimator.
  public init(_ model: Model = .quasiPoisson) { self.model = model }

  /// The id, such as `effect.poisson-did`.
  public var method: Method {
    switch model {
    case .poisson, .quasiPoisson: .poissonDifferences
    case .negativeBinomial: .negativeBinomialDifferences
    case .binomial, .quasiBinomial: .logitDifferences
    }
  }

  /// The log ratio of the treated.
  public func fit(_ design: CountDesign) throws(EffectError) -> CountEffect {
    let cells = try TwoWayCells(design, isShare: model == .binomial || model == .quasiBinomial)
    switch model {
    case .poisson, .quasiPoisson:
      return try ConditionalPoisson.fit(design, cells, method, isQuasi: model == .quasiPoisson)
    case .negativeBinomial, .binomial, .quasiBinomial: return try regression(design, cells)
    }
  }

  /// The fits with donors in the place of the treated. Effects are logs of ratios; paths are rates.
  ///
  /// - Throws: As ``PlaceboDistribution/init(_:_:limit:seed:threads:)``.
  public func placebos(
    _ design: CountDesign, limit: Int = 100_000, seed: UInt64 = 1, threads: ThreadLimit = .cores
  ) throws(EffectError) -> PlaceboDistribution {
    let chosen = try PlaceboSets(
      donors: design.counts.donors, size: design.counts.treated, limit: limit, seed: seed)
    let own = try fit(design).effectFit
    var results = [Result<EffectFit, EffectError>](
      repeating: .failure(.notConverged), count: chosen.sets.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Bounds: parallelFor hands out disjoint ranges of 0..<count, and the buffer has count elements.
      nonisolated(unsafe) let buffer = buffer
      parallelFor(chosen.sets.count, threads: threads) { range in
        for index in range {
          do throws(EffectError) {
            buffer[index] = .success(try fit(try design.treating(chosen.sets[index])).effectFit)
          } catch {
            buffer[index] = .failure(error)
          }
        }
      }
    }
    return PlaceboDistribution(
      fit: own, sets: chosen.sets, results: results, isExhaustive: chosen.isExhaustive,
      prePeriods: design.counts.prePeriods)
  }

  /// A regression with a column for each unit and each period.
  private func regression(_ design: CountDesign, _ cells: TwoWayCells) throws(EffectError) -> CountEffect {
    var columns: [(name: String, values: [Double])] = [("treatment", cells.treatment)]
    for unit in cells.units.dropFirst() {
      columns.append(("unit \(unit)", cells.unit.map { $0 == unit ? 1 : 0 }))
    }
    for period in cells.periods.dropFirst() {
      columns.append(("period \(period)", cells.period.map { $0 == period ? 1 : 0 }))
    }
    do throws(RegressionError) {
      let matrix = try Design(columns)
      let fit: GeneralizedLinearFit
      if model == .negativeBinomial {
        fit = try GeneralizedLinearModel.fitNegativeBinomial(
          cells.counts, offset: cells.exposures.map { log($0) }, on: matrix)
      } else {
        fit = try GeneralizedLinearModel.fit(
          cells.counts, trials: cells.exposures, on: matrix, family: .binomial,
          scale: model == .quasiBinomial ? .pearson : .one)
      }
      let place = fit.names.firstIndex(of: "treatment") ?? 0
      // Counts that happen to vary less than chance are no reason for a narrower interval.
      let widening = model == .quasiBinomial ? (max(1, fit.dispersion) / fit.dispersion).squareRoot() : 1
      return CountEffect(
        design, cells, means: fit.means, logRatio: fit.coefficients[place],
        standardError: fit.standardErrors[place] * widening, dispersion: fit.dispersion,
        residualDegreesOfFreedom: fit.residualDegreesOfFreedom, isQuasi: model == .quasiBinomial,
        isLogit: model != .negativeBinomial, method: method)
    } catch {
      switch error {
      case .noEvents, .allEvents, .separation: throw .noEvents
      case .notConverged: throw .notConverged
      default: throw .numerical(detail: "\(error)")
      }
    }
  }
}

extension Method {
  /// Poisson regression with unit and period effects.
  public static let poissonDifferences = Method("effect.poisson-did")
  /// Negative binomial regression with unit and period effects.
  public static let negativeBinomialDifferences = Method("effect.negative-binomial-did")
  /// Logistic regression with unit and period effects.
  public static let logitDifferences = Method("effect.logit-did")
}
