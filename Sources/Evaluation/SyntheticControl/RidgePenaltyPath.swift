import Foundation
import LinearAlgebra

/// How well each ridge penalty predicts periods before the start that were held out.
///
/// Period i is held out, simplex weights are found without it, and the ridge correction is made for every λ at once. With
/// A = X′X + λI over all columns and r the gaps of the weights found without i, the error of the held-out period is
///
///     (A⁻¹r)_i / (A⁻¹)_ii
///
/// by the inverse of a matrix without row and column i, so one eigendecomposition of X′X serves every period and every λ.
///
/// - Penalties: λ_k = σ₁² · 10^{−8k/20}, k = 0…20, σ₁ the largest singular value of X.
/// - Reference: Ben-Michael, Feller and Rothstein (2021) J Am Stat Assoc 116:1789, §5.3.
public struct RidgePenaltyPath: Sendable, Equatable {
  /// λ, from the largest.
  public let penalties: [Double]
  /// The mean squared error of the held-out columns, one a penalty.
  public let errors: [Double]
  /// The standard error of that mean over the columns held out, one a penalty.
  public let standardErrors: [Double]
  /// The columns that were held out.
  public let folds: Int

  /// The λ with the least error, the larger of equals.
  public var best: Double { penalties[lowest] }

  /// The largest λ whose error is within one standard error of the least: as much shrinking as the figures allow.
  public var withinOneStandardError: Double {
    let bound = errors[lowest] + standardErrors[lowest]
    return penalties[errors.firstIndex { $0 <= bound } ?? lowest]
  }

  private var lowest: Int { errors.indices.min { errors[$0] < errors[$1] } ?? 0 }

  /// The path of a matching.
  init(_ matching: AugmentedMatching, holdingOut: RidgeAugmentedSyntheticControl.HeldOut) throws(EffectError)
  {
    let held: Range<Int>
    switch holdingOut {
    case .everyPeriod: held = 0..<matching.prePeriods
    case .everyColumnButTheLast: held = 0..<(matching.columns - 1)
    }
    guard matching.prePeriods >= 3, held.count >= 2 else {
      throw .tooFewPrePeriods(needed: 3, found: matching.prePeriods)
    }
    let spectrum: SymmetricEigen
    let matrix: Matrix
    do throws(LinearAlgebraError) {
      matrix = try matching.matrix()
      spectrum = try SymmetricEigen(try matrix.transposed().gram())
    } catch {
      throw .numerical(detail: "\(error)")
    }
    let values = spectrum.values.map { max(0, $0) }
    guard let largest = values.last, largest > 0 else { throw .constantOutcomes }
    let penalties = (0...20).map { largest * pow(1e-8, Double($0) / 20) }
    var sums = [Double](repeating: 0, count: penalties.count)
    var squares = [[Double]](repeating: [], count: penalties.count)
    let start = try matching.simplexWeights().weights
    for column in held {
      let weights = try matching.simplexWeights(without: column, startingFrom: start).weights
      let rotated: [Double]
      do throws(LinearAlgebraError) {
        let gaps = zip(matching.target, try matrix.multiplied(by: weights)).map { $0 - $1 }
        rotated = try spectrum.vectors.transposeMultiplied(by: gaps)
      } catch {
        throw .numerical(detail: "\(error)")
      }
      let row = spectrum.vectors.row(column)
      for (index, penalty) in penalties.enumerated() {
        var (gap, diagonal) = (0.0, 0.0)
        for place in row.indices {
          let share = row[place] / (values[place] + penalty)
          gap += share * rotated[place]
          diagonal += share * row[place]
        }
        let error = gap / diagonal
        sums[index] += error * error
        squares[index].append(error * error)
      }
    }
    let count = Double(held.count)
    self.penalties = penalties
    folds = held.count
    errors = sums.map { $0 / count }
    standardErrors = zip(squares, errors).map { values, mean in
      let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (spread / (count - 1) / count).squareRoot()
    }
  }
}
