/// Downhill search without derivatives: a simplex of n + 1 points that reflects, expands, contracts and shrinks, begun again
/// around its best point until that helps no more.
///
/// Coefficients 1, 2, ½, ½. A run ends when the values differ by no more than `tolerance` of their size, or after `most`
/// evaluations. Deterministic; a value that is not a number counts as infinite.
///
/// - What is not true: that the minimum found is the least. Callers start from several points.
/// - Reference: Nelder and Mead (1965) Comput J 7:308.
struct NelderMead {
  /// The relative spread of values at which a run ends.
  var tolerance = 1e-12
  /// The most evaluations of a run.
  var most = 4000
  /// The most runs.
  var restarts = 6
  /// How far the first points lie from the start, as a share of its largest coordinate.
  var step = 0.1

  /// The best point found and its value.
  func minimum(
    from start: [Double], _ function: ([Double]) throws(EffectError) -> Double
  ) throws(EffectError) -> (point: [Double], value: Double) {
    var best = (point: start, value: try Self.finite(try function(start)))
    for run in 0..<max(1, restarts) {
      let found = try search(from: best, step: run.isMultiple(of: 2) ? step : -step / 2, function)
      let gain = best.value - found.value
      if found.value < best.value { best = found }
      guard gain > abs(best.value) * 1e-10 else { break }
    }
    return best
  }

  private static func finite(_ value: Double) throws(EffectError) -> Double {
    value.isNaN ? .infinity : value
  }

  private func search(
    from best: (point: [Double], value: Double), step: Double,
    _ function: ([Double]) throws(EffectError) -> Double
  ) throws(EffectError) -> (point: [Double], value: Double) {
    let n = best.point.count
    let reach = max(best.point.reduce(0) { max($0, abs($1)) }, 1e-3) * step
    var corners = [best]
    for axis in 0..<n {
      var point = best.point
      point[axis] += reach
      corners.append((point, try Self.finite(try function(point))))
    }
    var evaluations = n + 1
    while evaluations < most {
      corners.sort { $0.value < $1.value }
      let (low, high) = (corners[0].value, corners[n].value)
      if abs(high - low) <= tolerance * (abs(low) + tolerance) { break }
      var centre = [Double](repeating: 0, count: n)
      for corner in corners.prefix(n) {
        for axis in 0..<n { centre[axis] += corner.point[axis] / Double(n) }
      }
      func along(_ factor: Double) throws(EffectError) -> (point: [Double], value: Double) {
        let point = zip(centre, corners[n].point).map { $0 + factor * ($0 - $1) }
        evaluations += 1
        return (point, try Self.finite(try function(point)))
      }
      let reflected = try along(1)
      if reflected.value < low {
        let expanded = try along(2)
        corners[n] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < corners[n - 1].value {
        corners[n] = reflected
      } else {
        let contracted = try along(reflected.value < high ? 0.5 : -0.5)
        if contracted.value < min(reflected.value, high) {
          corners[n] = contracted
        } else {
          for index in 1...n {
            let point = zip(corners[index].point, corners[0].point).map { ($0 + $1) / 2 }
            corners[index] = (point, try Self.finite(try function(point)))
          }
          evaluations += n
        }
      }
    }
    return corners.min { $0.value < $1.value } ?? best
  }
}
