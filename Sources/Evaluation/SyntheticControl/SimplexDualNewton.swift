/// Newton's method on the dual, in dimension + 1 unknowns, where many points carry weight.
///
/// The weights of least ‖w − q‖² + ‖Dw‖²/η (or of least ‖w − q‖² with Dw = a, where η = 0) are wⱼ = max(0, qⱼ + ν − dⱼ′y), where
/// (y, ν) minimises the convex, piecewise quadratic ½Σwⱼ² + ½η‖y‖² + a′y − ν. Newton's step is exact on a piece, so the method
/// ends when a whole step leaves the set of positive weights as it was; a step that does not lower the function is halved.
///
/// Reference: Li, Sun and Toh (2020) Math Program 179:419, for the projection on the simplex inside a semi-smooth Newton method.
extension SimplexWorkspace {
  /// The weights of the dual's minimum.
  ///
  /// - Parameters:
  ///   - ridge: η of the dual; 0 makes Dw = `aim` a constraint.
  ///   - usesOrigin: Whether `origin` holds q; −∞ keeps a point out. Else q = 0.
  ///   - usesAim: Whether `aim` holds a. Else a = 0.
  /// - Returns: Whether it ended. `weights` then add up to one.
  func solveDual(ridge: Double, usesOrigin: Bool, usesAim: Bool) -> Bool {
    let n = count
    let m = dimension
    if !usesOrigin { for point in 0..<n { origin[point] = 0 } }
    if !usesAim { for t in 0..<m { aim[t] = 0 } }
    // Nothing is in the matrix yet; every point that may is put in by the first step.
    let order = m + 1
    for index in 0..<order * order { hessian[index] = 0 }
    for point in 0..<n { marks[point] = 0 }
    for t in 0..<m { dual[t] = 0 }
    var members = 0
    for point in 0..<n where origin[point] > -.infinity { members += 1 }
    guard members > 0 else { return false }
    dual[m] = 1 / Double(members)
    var value = evaluate(dual, ridge)
    var change = reclassify()
    var wholeStep = false
    for _ in 0..<100 {
      slopeAt(dual, ridge)
      if wholeStep, change == 0 { break }
      guard step(ridge) else { return false }
      var descent = 0.0
      for index in 0..<order { descent += slope[index] * direction[index] }
      guard descent < 0 else { break }
      var length = 1.0
      var next = 0.0
      while true {
        for index in 0..<order { trial[index] = dual[index] + length * direction[index] }
        next = evaluate(trial, ridge)
        if next <= value + 1e-4 * length * descent + 1e-15 * (abs(value) + abs(trial[m])) { break }
        length /= 2
        if length < 1e-12 { return false }
      }
      wholeStep = length == 1
      value = next
      for index in 0..<order { dual[index] = trial[index] }
      change = reclassify()
      steps += change
    }
    guard refine(ridge) else { return false }
    var sum = 0.0
    for point in 0..<n { sum += weights[point] }
    guard abs(sum - 1) < 1e-8 else { return false }
    for point in 0..<n { weights[point] /= sum }
    return true
  }

  /// Newton steps with the last factor, which take out what rounding left.
  private func refine(_ ridge: Double) -> Bool {
    let order = dimension + 1
    slopeAt(dual, ridge)
    var error = size(slope, order)
    for _ in 0..<4 where error > 0 {
      guard step(ridge) else { return false }
      for index in 0..<order { trial[index] = dual[index] + direction[index] }
      _ = evaluate(trial, ridge)
      slopeAt(trial, ridge)
      let next = size(slope, order)
      guard next < error else { break }
      let isDone = next > error / 4
      error = next
      for index in 0..<order { dual[index] = trial[index] }
      _ = reclassify()
      if isDone { break }
    }
    _ = evaluate(dual, ridge)
    return error <= 1e-9
  }

  /// The function at a dual point; leaves the weights there.
  private func evaluate(_ at: UnsafeMutablePointer<Double>, _ ridge: Double) -> Double {
    let n = count
    let m = dimension
    let level = at[m]
    for point in 0..<n { weights[point] = origin[point] + level }
    for t in 0..<m { addMultiple(n, -at[t], columns + t * n, weights) }
    var squares = 0.0
    for point in 0..<n {
      let value = max(0, weights[point])
      weights[point] = value
      squares += value * value
    }
    var norm = 0.0
    var linear = -level
    for t in 0..<m {
      norm += at[t] * at[t]
      linear += aim[t] * at[t]
    }
    return 0.5 * squares + 0.5 * ridge * norm + linear
  }

  /// The gradient at a dual point whose weights are in place.
  private func slopeAt(_ at: UnsafeMutablePointer<Double>, _ ridge: Double) {
    let m = dimension
    for t in 0..<m { slope[t] = ridge * at[t] + aim[t] }
    var sum = -1.0
    for point in 0..<count where weights[point] > 0 {
      addMultiple(m, -weights[point], rows + point * m, slope)
      sum += weights[point]
    }
    slope[m] = sum
  }

  /// Brings the matrix up to date with the points that carry weight.
  ///
  /// - Returns: How many came or went.
  private func reclassify() -> Int {
    let m = dimension
    let order = m + 1
    var changes = 0
    for point in 0..<count {
      let mark = weights[point] > 0 ? 1 : 0
      guard mark != marks[point] else { continue }
      let sign = mark == 1 ? 1.0 : -1.0
      marks[point] = mark
      changes += 1
      let row = rows + point * m
      for t in 0..<m { addMultiple(t + 1, sign * row[t], row, hessian + t * order) }
      addMultiple(m, -sign, row, hessian + m * order)
      hessian[m * order + m] += sign
    }
    return changes
  }

  /// Solves for the step: Hp = −slope, with a touch on the diagonal where the points do not span the space.
  private func step(_ ridge: Double) -> Bool {
    let order = dimension + 1
    var trace = 0.0
    for index in 0..<order { trace += hessian[index * order + index] }
    guard trace > 0 else { return false }
    let touch = ridge > 1e-12 * trace ? 0 : 1e-14 * trace
    for i in 0..<order {
      let row = hessian + i * order
      let out = hessianFactor + i * order
      for j in 0...i {
        let other = hessianFactor + j * order
        var value = row[j]
        if i == j { value += i < dimension ? ridge + touch : touch }
        value -= product(j, out, other)
        if i == j {
          guard value > 0 else { return false }
          out[i] = value.squareRoot()
        } else {
          out[j] = value / other[j]
        }
      }
    }
    for i in 0..<order {
      let row = hessianFactor + i * order
      direction[i] = (-slope[i] - product(i, row, direction)) / row[i]
    }
    var i = order - 1
    while i >= 0 {
      let row = hessianFactor + i * order
      direction[i] /= row[i]
      addMultiple(i, -direction[i], row, direction)
      i -= 1
    }
    return true
  }

  private func size(_ x: UnsafeMutablePointer<Double>, _ count: Int) -> Double {
    var largest = 0.0
    for index in 0..<count { largest = max(largest, abs(x[index])) }
    return largest
  }
}
