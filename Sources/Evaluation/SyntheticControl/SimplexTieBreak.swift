/// Whether the optimum is the only one, and which is taken where it is not: the weights of least norm.
///
/// Every optimum has the same Dw, and weight only on the face F of points whose gradient is at the level. If F is affinely
/// independent there is one optimum. If not, the optimum of least ‖w‖² with that Dw is sought (Newton on the dual); where it
/// is the optimum already found, and pulling the weights towards the rest of F does not move it either, there is one after all.
extension SimplexWorkspace {
  /// Replaces `weights` by those of least norm among the optima without a ridge.
  ///
  /// - Returns: Whether there is only one optimum.
  func breakTie() -> Bool {
    let n = count
    let m = dimension
    let (level, reach) = differentiate()
    let held = active
    var face = 0
    for point in 0..<n {
      let isOn = weights[point] > 0 || gradient[point] - level <= 1e-12 * natural(point, reach)
      origin[point] = isOn ? 0 : -.infinity
      if isOn { face += 1 }
    }
    guard face > held else { return true }
    var isIndependent = face <= m + 1
    if isIndependent {
      for point in 0..<n where origin[point] == 0 && weights[point] == 0 {
        if !append(point, tolerance: 1e-12) {
          isIndependent = false
          break
        }
      }
    }
    if isIndependent { return true }
    for t in 0..<m { aim[t] = residual[t] }
    // The vertex found, kept while the dual works in `weights`.
    for point in 0..<n { first[point] = weights[point] }
    guard solveDual(ridge: 0, usesOrigin: true, usesAim: true), reachesAim(reach) else {
      for point in 0..<n { weights[point] = first[point] }
      return false
    }
    if moved(from: first) { return false }
    for point in 0..<n { second[point] = weights[point] }
    for point in 0..<n where origin[point] == 0 && second[point] <= 1e-9 { origin[point] = 4 }
    let isSame = solveDual(ridge: 0, usesOrigin: true, usesAim: true) && !moved(from: second)
    for point in 0..<n { weights[point] = second[point] }
    return isSame
  }

  private func reachesAim(_ reach: Double) -> Bool {
    _ = differentiate()
    var gap = 0.0
    for t in 0..<dimension { gap = max(gap, abs(residual[t] - aim[t])) }
    return gap <= 1e-11 * max(reach, 1e-300)
  }

  private func moved(from old: UnsafeMutablePointer<Double>) -> Bool {
    (0..<count).contains { abs(weights[$0] - old[$0]) > 1e-8 }
  }
}
