import LinearAlgebra

/// The minimisers of ½x'Hx + g'x + λ·Σ|xⱼ| for every λ ≥ 0: straight pieces between a few values of λ.
///
/// Where the signs s of the active A are known, H_AA x_A = −g_A − λs_A; as λ falls a coordinate leaves where it reaches zero, and
/// one enters where its gradient |gⱼ + (Hx)ⱼ| reaches λ (Osborne, Presnell and Turlach 2000, IMA J Numer Anal 20:389). H is
/// positive definite, so the minimiser is unique at every λ and the path continuous. n is a few dozen at most.
struct LassoPath {
  /// A stretch of λ on which the minimiser is constant + slope·λ.
  struct Piece {
    let lower: Double
    let upper: Double
    let constant: [Double]
    let slope: [Double]
  }

  /// From the largest λ down to zero.
  let pieces: [Piece]
  private let count: Int

  init(quadratic: [[Double]], linear: [Double]) throws(EffectError) {
    count = linear.count
    var penalty = linear.reduce(0) { max($0, abs($1)) }
    var active: [Int] = []
    var signs: [Double] = []
    var pieces: [Piece] = []
    if let first = linear.firstIndex(where: { abs($0) == penalty }), penalty > 0 {
      active = [first]
      signs = [linear[first] > 0 ? -1 : 1]
    }
    // Each event is a new piece; a path of n coordinates has about n of them, and far more means that rounding goes in circles.
    let most = 50 * (linear.count + 1)
    while penalty > 0 {
      guard pieces.count < most else { throw .notConverged }
      let (constant, slope) = try Self.solve(quadratic, linear, active, signs)
      var (next, entering, leaving) = (0.0, Int?.none, Int?.none)
      var newSign = 0.0
      let below = penalty * (1 - 1e-11)
      for (place, index) in active.enumerated() where slope[index] != 0 {
        let zero = -constant[index] / slope[index]
        if zero > next, zero < below { (next, entering, leaving) = (zero, nil, place) }
      }
      for index in linear.indices where !active.contains(index) {
        let level = linear[index] + active.reduce(0) { $0 + quadratic[index][$1] * constant[$1] }
        let change = active.reduce(0) { $0 + quadratic[index][$1] * slope[$1] }
        // level + change·λ = ±λ.
        for sign in [1.0, -1.0] where sign != change {
          let hit = level / (sign - change)
          if hit > next, hit < below { (next, entering, leaving, newSign) = (hit, index, nil, -sign) }
        }
      }
      pieces.append(Piece(lower: next, upper: penalty, constant: constant, slope: slope))
      penalty = next
      if let leaving {
        active.remove(at: leaving)
        signs.remove(at: leaving)
      } else if let entering {
        active.append(entering)
        signs.append(newSign)
      }
    }
    self.pieces = pieces
  }

  /// The minimiser at λ.
  func point(_ penalty: Double) -> [Double] {
    guard let piece = pieces.first(where: { $0.lower <= penalty && penalty <= $0.upper }) else {
      return [Double](repeating: 0, count: count)
    }
    return zip(piece.constant, piece.slope).map { $0 + $1 * penalty }
  }

  /// x = constant + slope·λ for given active coordinates and signs.
  private static func solve(_ quadratic: [[Double]], _ linear: [Double], _ active: [Int], _ signs: [Double])
    throws(EffectError) -> (constant: [Double], slope: [Double])
  {
    var constant = [Double](repeating: 0, count: linear.count)
    var slope = constant
    guard !active.isEmpty else { return (constant, slope) }
    do {
      let factor = try CholeskyFactorization(
        try Matrix(rows: active.map { row in active.map { quadratic[row][$0] } }))
      let levels = try factor.solve(active.map { -linear[$0] })
      let changes = try factor.solve(signs.map { -$0 })
      for (place, index) in active.enumerated() {
        constant[index] = levels[place]
        slope[index] = changes[place]
      }
    } catch { throw .numerical(detail: "\(error)") }
    return (constant, slope)
  }
}
