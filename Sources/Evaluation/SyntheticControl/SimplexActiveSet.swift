/// Wolfe's method for the point of least norm in a hull: an active set with a Cholesky factor that grows and shrinks.
///
/// The active points S are affinely independent. With M = K_S + σee′ (K the points' products, η on its diagonal, σ the size of
/// K) the least-norm point of their affine hull has weights M⁻¹e / e′M⁻¹e. A point whose gradient lies below the level enters;
/// where a weight would become negative, the step stops there and the point leaves. The norm falls at every step, so no active
/// set comes twice and the method ends.
///
/// Reference: Wolfe (1976) Math Program 11:128.
extension SimplexWorkspace {
  /// The weights of the least norm, from `weights` where `warm`, else from the nearest point.
  ///
  /// - Returns: Whether it ended.
  func solveActiveSet(warm: Bool) -> Bool {
    active = 0
    var nearest = 0
    // σ: a power of two near the middle of the squares, so that one far point does not drown the others.
    var (exponents, sized) = (0, 0)
    for point in 0..<count {
      marks[point] = 0
      if squares[point] < squares[nearest] { nearest = point }
      if squares[point] > 0 {
        exponents += max(-900, squares[point].exponent)
        sized += 1
      }
    }
    shift = Double(sign: .plus, exponent: sized > 0 ? exponents / sized : 0, significand: 1)
    if warm {
      for point in 0..<count where weights[point] > 0 {
        if append(point) { first[active - 1] = weights[point] }
      }
    }
    if active == 0 {
      guard append(nearest) else { return false }
      first[0] = 1
    }
    var sum = 0.0
    for place in 0..<active { sum += first[place] }
    for place in 0..<active { first[place] /= sum }
    _ = settle(entered: -1)
    var exchanges = 0
    let most = 50 * (count + dimension) + 200
    for _ in 0..<most {
      scatter()
      let (level, reach) = differentiate()
      var entering = -1
      var lowest = 0.0
      for point in 0..<count where marks[point] == 0 {
        let violation = gradient[point] - level
        if violation < lowest, violation < -1e-14 * natural(point, reach) {
          lowest = violation
          entering = point
        }
      }
      guard entering >= 0 else {
        polish()
        return true
      }
      guard append(entering) else {
        exchanges += 1
        if exchanges > 4 * count || lowest > -1e-13 * natural(entering, reach) || !exchange(entering) {
          marks[entering] = 2
        }
        continue
      }
      steps += 1
      first[active - 1] = 0
      if settle(entered: entering) {
        for point in 0..<count where marks[point] == 2 { marks[point] = 0 }
      } else {
        marks[entering] = 2
      }
    }
    scatter()
    return false
  }

  /// Moves `first` to the least norm of the active points' affine hull, dropping points on the way.
  ///
  /// - Returns: Whether the point that entered stayed.
  private func settle(entered: Int) -> Bool {
    while true {
      let total = solveOnes(second)
      var fraction = 1.0
      var leaving = -1
      for place in 0..<active {
        second[place] /= total
        if second[place] <= 0 {
          let gap = first[place] - second[place]
          let reached = gap > 0 ? first[place] / gap : 0
          if reached < fraction || leaving < 0 {
            fraction = min(fraction, reached)
            leaving = place
          }
        }
      }
      guard leaving >= 0, active > 1 else {
        for place in 0..<active { first[place] = second[place] }
        return entered < 0 || (0..<active).contains { support[$0] == entered }
      }
      for place in 0..<active {
        first[place] = max(0, first[place] + fraction * (second[place] - first[place]))
      }
      first[leaving] = 0
      var place = active - 1
      while place >= 0 {
        if first[place] <= 0, second[place] <= 0, active > 1 { remove(place) }
        place -= 1
      }
    }
  }

  /// Takes a point in the place of an active one, where it hardly differs from their affine hull: with d = Σcᵢdᵢ to rounding,
  /// weight moves from the active points to it in the proportions c, until the first of them has none.
  ///
  /// - Returns: Whether it entered.
  private func exchange(_ point: Int) -> Bool {
    // `append` has left L⁻¹k in the row below the factor.
    let row = factor + active * count
    for place in 0..<active { third[place] = row[place] }
    solveUpper(third)
    var amount = Double.infinity
    var leaving = -1
    for place in 0..<active where third[place] > 0 && first[place] < amount * third[place] {
      amount = first[place] / third[place]
      leaving = place
    }
    guard leaving >= 0, active > 1 || count > 1 else { return false }
    for place in 0..<active { first[place] = max(0, first[place] - amount * third[place]) }
    second[leaving] = 0
    remove(leaving)
    guard append(point) else {
      // The weights left are a point of the hull still, once they add up to one.
      var sum = 0.0
      for place in 0..<active { sum += first[place] }
      guard active > 0, sum > 0 else { return append(point) }
      for place in 0..<active { first[place] /= sum }
      _ = settle(entered: -1)
      return false
    }
    first[active - 1] = amount
    steps += 1
    return settle(entered: point)
  }

  /// The active weights at their points.
  private func scatter() {
    for point in 0..<count { weights[point] = 0 }
    for place in 0..<active { weights[support[place]] = first[place] }
  }

  /// Refines the weights of the final active set with gradients from the points themselves, which have twice the digits of
  /// their products, as long as that helps and no weight changes its sign.
  private func polish() {
    guard active > 1 else { return }
    let total = solveOnes(second)
    var error = spread()
    for _ in 0..<4 where error > 0 {
      for place in 0..<active { third[place] = gradient[support[place]] }
      solve(third)
      var sum = 0.0
      for place in 0..<active { sum += third[place] }
      let level = sum / total
      var isInside = true
      for place in 0..<active {
        third[place] = first[place] - (third[place] - second[place] * level)
        if !(third[place] > 0) { isInside = false }
      }
      guard isInside else { break }
      for place in 0..<active { swap(&first[place], &third[place]) }
      scatter()
      _ = differentiate()
      let next = spread()
      guard next < error else {
        for place in 0..<active { first[place] = third[place] }
        break
      }
      let isDone = next > error / 4
      error = next
      if isDone { break }
    }
    scatter()
    _ = differentiate()
  }

  /// The range of the gradient over the active points; nought at an optimum of their affine hull.
  private func spread() -> Double {
    var low = Double.infinity
    var high = -Double.infinity
    for place in 0..<active {
      low = min(low, gradient[support[place]])
      high = max(high, gradient[support[place]])
    }
    return high - low
  }

  /// Adds a point to the factor.
  ///
  /// - Returns: Whether it is affinely independent of the active ones; if not, nothing is changed.
  func append(_ point: Int, tolerance: Double = 1e-14) -> Bool {
    let m = dimension
    let row = factor + active * count
    let own = rows + point * m
    for place in 0..<active {
      let other = factor + place * count
      let value = product(m, own, rows + support[place] * m) + shift
      row[place] = (value - product(place, row, other)) / other[place]
    }
    let whole = squares[point] + shift
    let rest = whole - product(active, row, row)
    guard rest > tolerance * whole else { return false }
    row[active] = rest.squareRoot()
    support[active] = point
    marks[point] = 1
    active += 1
    return true
  }

  /// Takes a place out of the factor: the rows below move up and plane rotations restore the triangle.
  private func remove(_ place: Int) {
    marks[support[place]] = 0
    var row = place + 1
    while row < active {
      let from = factor + row * count
      let to = factor + (row - 1) * count
      for column in 0...row { to[column] = from[column] }
      support[row - 1] = support[row]
      first[row - 1] = first[row]
      second[row - 1] = second[row]
      row += 1
    }
    active -= 1
    var k = place
    while k < active {
      let pivot = factor + k * count
      let (a, b) = (pivot[k], pivot[k + 1])
      let length = (a * a + b * b).squareRoot()
      let (c, s) = length > 0 ? (a / length, b / length) : (1, 0)
      for row in k..<active {
        let line = factor + row * count
        let (p, q) = (line[k], line[k + 1])
        line[k] = c * p + s * q
        line[k + 1] = c * q - s * p
      }
      k += 1
    }
  }

  /// x ← M⁻¹x over the active places.
  private func solve(_ x: UnsafeMutablePointer<Double>) {
    for place in 0..<active {
      let row = factor + place * count
      x[place] = (x[place] - product(place, row, x)) / row[place]
    }
    solveUpper(x)
  }

  /// x ← L⁻ᵀx over the active places.
  private func solveUpper(_ x: UnsafeMutablePointer<Double>) {
    var place = active - 1
    while place >= 0 {
      let row = factor + place * count
      x[place] /= row[place]
      addMultiple(place, -x[place], row, x)
      place -= 1
    }
  }

  /// x ← M⁻¹e, and e′x.
  private func solveOnes(_ x: UnsafeMutablePointer<Double>) -> Double {
    for place in 0..<active { x[place] = 1 }
    solve(x)
    var sum = 0.0
    for place in 0..<active { sum += x[place] }
    return sum
  }
}
