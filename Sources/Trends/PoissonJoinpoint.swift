import Estimates
import Foundation

/// The best joins of a series of counts: the least deviance of log-linear Poisson models over all places.
///
/// Each design is fitted by Newton's method on the orthonormal line and the unit hinges of ``JoinpointDesigns``, which keeps
/// the equations well conditioned. A design whose likelihood has no largest value (all events on one side of a segment) is
/// passed over.
struct PoissonJoinpointSearch {
  let counts: [Double]
  let offset: [Double]
  let designs: JoinpointDesigns

  /// The places of the best joins; `nil` where no design has a fit.
  func best(joins: Int) -> [Int]? {
    let n = counts.count
    var columns: [[Double]] = [Array(designs.level[0..<n]), Array(designs.level[n..<2 * n])]
    guard let start = fit(columns, from: [0, 0], isFirst: true) else { return nil }
    var best: (places: [Int], deviance: Double)?
    var places: [Int] = []
    func search(from first: Int, _ coefficients: [Double]) {
      let left = joins - places.count
      if left == 0 {
        if let found = fit(columns, from: coefficients), found.deviance < best?.deviance ?? .infinity {
          best = (places, found.deviance)
        }
        return
      }
      let end = designs.candidates.upperBound - (left - 1) * designs.gap
      guard first < end else { return }
      for place in first..<end {
        let base = (place - designs.candidates.lowerBound) * n
        columns.append(Array(designs.hinges[base..<base + n]))
        places.append(place)
        search(from: place + designs.gap, coefficients + [0])
        places.removeLast()
        columns.removeLast()
      }
    }
    search(from: designs.candidates.lowerBound, start.coefficients)
    return best?.places
  }

  /// Coefficients and deviance; `nil` where Newton's method does not settle.
  private func fit(
    _ columns: [[Double]], from start: [Double], isFirst: Bool = false
  ) -> (coefficients: [Double], deviance: Double)? {
    let (n, p) = (counts.count, columns.count)
    var beta = start
    if isFirst {
      // The overall rate, along the constant vector.
      let rate = log(counts.reduce(0, +) / offset.reduce(0) { $0 + exp($1) })
      beta[0] = rate * columns[0].reduce(0, +)
    }
    var eta = [Double](repeating: 0, count: n)
    for _ in 0..<40 {
      eta = offset
      for (column, coefficient) in zip(columns, beta) {
        for i in 0..<n { eta[i] += coefficient * column[i] }
      }
      var information = [Double](repeating: 0, count: p * p)
      var score = [Double](repeating: 0, count: p)
      for i in 0..<n {
        let mean = exp(eta[i])
        for a in 0..<p {
          score[a] += columns[a][i] * (counts[i] - mean)
          for b in 0...a { information[a * p + b] += columns[a][i] * columns[b][i] * mean }
        }
      }
      guard let step = Self.solve(&information, score) else { return nil }
      var largest = 0.0
      for i in 0..<n {
        var move = 0.0
        for a in 0..<p { move += columns[a][i] * step[a] }
        largest = max(largest, abs(move))
      }
      guard largest.isFinite else { return nil }
      let share = largest > 1.5 ? 1.5 / largest : 1
      for a in 0..<p { beta[a] += share * step[a] }
      if largest < 1e-8 {
        var deviance = 0.0
        for i in 0..<n {
          let mean = exp(eta[i])
          deviance += (counts[i] > 0 ? counts[i] * log(counts[i] / mean) : 0) - (counts[i] - mean)
        }
        return (beta, 2 * deviance)
      }
    }
    return nil
  }

  /// Solves a positive definite system given by its lower triangle, by Cholesky's method; `nil` where it is not.
  private static func solve(_ matrix: inout [Double], _ right: [Double]) -> [Double]? {
    let p = right.count
    var x = right
    for j in 0..<p {
      var diagonal = matrix[j * p + j]
      let size = diagonal
      for k in 0..<j { diagonal -= matrix[j * p + k] * matrix[j * p + k] }
      guard diagonal > 1e-13 * size else { return nil }
      let root = diagonal.squareRoot()
      matrix[j * p + j] = root
      for i in (j + 1)..<max(j + 1, p) {
        var sum = matrix[i * p + j]
        for k in 0..<j { sum -= matrix[i * p + k] * matrix[j * p + k] }
        matrix[i * p + j] = sum / root
      }
      for k in 0..<j { x[j] -= matrix[j * p + k] * x[k] }
      x[j] /= root
    }
    for j in stride(from: p - 1, through: 0, by: -1) {
      for i in (j + 1)..<max(j + 1, p) { x[j] -= matrix[i * p + j] * x[i] }
      x[j] /= matrix[j * p + j]
    }
    return x
  }
}
