import Distributions
import Estimates
import Foundation
import Indicators

/// Coefficients of a regression with unit and period effects, and what an error by clusters needs.
public struct TwoWayFit: Sendable, Equatable {
  /// The fewest treated clusters an error by clusters is given for without being asked twice.
  public static let fewestTreated = 5
  /// The names of the coefficients, the treatment first.
  public let names: [String]
  /// One a regressor, in the unit of the outcome per unit of the regressor.
  public let coefficients: [Double]
  /// N: the rows that had a say.
  public let rows: Int
  /// G: the clusters they are in.
  public let clusters: Int
  /// Clusters with a row under treatment.
  public let treatedClusters: Int
  /// Clusters without one.
  public let untreatedClusters: Int
  /// K: regressors and period effects; unit effects lie within clusters and are not counted.
  public let parameters: Int
  /// Rows left out because their unit or period was seen once.
  public let singletons: Int
  /// (X̃′X̃)⁻¹, column after column.
  let bread: [Double]
  /// Σ_g s_g s_g′ with the scores s_g = X̃_g′e_g, column after column.
  let meat: [Double]

  /// Errors by clusters (CR1): V = c (X̃′X̃)⁻¹ (Σ_g s_g s_g′) (X̃′X̃)⁻¹ with c = G/(G − 1) · (N − 1)/(N − K), and Student's t
  /// with G − 1 degrees of freedom.
  ///
  /// With one treated cluster the treated's own residuals sum to zero by construction, and the error is far too small: for
  /// Proposition 99 it is 2.80 where the exact placebo error is 17.29. So fewer than ``fewestTreated`` are refused.
  ///
  /// - Parameter allowingFewTreated: Gives the error all the same, marked with ``Indicators/Diagnostic/fewTreatedClusters``.
  ///   For reproducing what other programs print, never for a report.
  /// - Throws: ``EffectError/tooFewTreated(needed:found:)``; ``EffectError/tooFewDonors(needed:found:)`` with one cluster.
  /// - References: Liang and Zeger (1986) Biometrika 73:13; MacKinnon and Webb (2018) Econometrics J 21:114.
  public func clusterRobust(allowingFewTreated: Bool = false) throws(EffectError) -> ClusterRobust {
    let notes = try Self.notes(
      treated: treatedClusters, untreated: untreatedClusters, allowing: allowingFewTreated)
    guard rows > parameters else { throw .tooFewPrePeriods(needed: parameters + 1, found: rows) }
    let (g, n, k) = (Double(clusters), Double(rows), Double(parameters))
    let factor = g / (g - 1) * (n - 1) / (n - k)
    let count = names.count
    let errors = (0..<count).map { column in
      var sum = 0.0
      for i in 0..<count {
        for j in 0..<count {
          sum += bread[column + i * count] * meat[i + j * count] * bread[j + column * count]
        }
      }
      return (factor * max(sum, 0)).squareRoot()
    }
    return ClusterRobust(
      names: names, coefficients: coefficients, standardErrors: errors,
      degreesOfFreedom: errors.map { _ in g - 1 }, method: .twoWayFixedEffects, diagnostics: notes,
      rows: rows)
  }

  /// What is to be said about the number of clusters, or the refusal.
  static func notes(treated: Int, untreated: Int, allowing: Bool) throws(EffectError) -> [Diagnostic] {
    guard treated > 0 else { throw .noTreated }
    guard treated + untreated > 1 else { throw .tooFewDonors(needed: 1, found: untreated) }
    var notes: [Diagnostic] = []
    if treated < fewestTreated {
      guard allowing else { throw .tooFewTreated(needed: fewestTreated, found: treated) }
      notes.append(.fewTreatedClusters)
    }
    // Where everybody is treated in the end, nobody is untreated, and that is no lack.
    if untreated > 0, untreated < fewestTreated { notes.append(.fewUntreatedClusters) }
    return notes
  }
}

/// Standard errors of coefficients by clusters, each with its degrees of freedom.
public struct ClusterRobust: Sendable, Equatable {
  /// The names of the coefficients, the treatment first.
  public let names: [String]
  /// The coefficients.
  public let coefficients: [Double]
  /// Their standard errors.
  public let standardErrors: [Double]
  /// The degrees of freedom of Student's t.
  public let degreesOfFreedom: [Double]
  /// How the errors were computed.
  public let method: Method
  /// What is worth knowing, such as too few treated clusters.
  public let diagnostics: [Diagnostic]
  let rows: Int

  /// One coefficient with its interval, β ± t·SE.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` for a column that is none.
  public func estimate(_ column: Int = 0, level: ConfidenceInterval.Level = .p95) throws(EffectError)
    -> Estimate
  {
    guard coefficients.indices.contains(column) else {
      throw .parameter(name: "column", value: Double(column))
    }
    let margin =
      (level.studentQuantile(degreesOfFreedom: degreesOfFreedom[column]) ?? .infinity)
      * standardErrors[column]
    let value = coefficients[column]
    return Estimate(
      value, interval: ConfidenceInterval(lower: value - margin, upper: value + margin, level: level),
      standardError: standardErrors[column], method: method, n: Double(rows), diagnostics: diagnostics)
  }

  /// The two-sided p-value of β = 0.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` for a column that is none, ``EffectError/constantOutcomes`` where the
  ///   error is zero.
  public func pValue(_ column: Int = 0) throws(EffectError) -> Double {
    guard coefficients.indices.contains(column) else {
      throw .parameter(name: "column", value: Double(column))
    }
    guard standardErrors[column] > 0 else { throw .constantOutcomes }
    guard let student = try? StudentT(degreesOfFreedom: degreesOfFreedom[column]) else {
      throw .parameter(name: "degrees of freedom", value: degreesOfFreedom[column])
    }
    return min(1, 2 * student.survival(abs(coefficients[column]) / standardErrors[column]))
  }
}

extension Diagnostic {
  /// Fewer than five treated clusters: the standard error by clusters is not to be trusted.
  public static let fewTreatedClusters = Diagnostic("few-treated-clusters")
  /// Fewer than five untreated clusters.
  public static let fewUntreatedClusters = Diagnostic("few-untreated-clusters")
}
