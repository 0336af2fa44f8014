import CSeriesKernels
import Estimates

/// Every way to place joins on one calendar, factored once and used for all series and permutations that share it.
///
/// A model with joins τ₁ < … < τ_K is y = β₀ + β₁t + Σ δ_k (t − τ_k)₊. Taking the line out of each hinge (t − τ)₊ leaves one unit
/// vector h_τ a place, and the sum of squares that K joins explain beyond the line is Σ z_k², with z_k the product of y and
/// h_τk made perpendicular to the hinges before it:
///
///     z_k = (h_τk·y − Σ_{l<k} v_kl z_l)/d_k
///
/// v and 1/d depend on the calendar only. They are kept as a tree: joins with the same beginning share its nodes. A series
/// then costs one product a place and K multiplications a design instead of a regression a design; of 35 years and three
/// joins there are 2925 designs and 31 places.
///
/// With weights everything is in the space of √w times the values, so designs are of one calendar and one set of weights.
final class JoinpointDesigns: Sendable {
  /// √w of each point.
  let roots: [Double]
  /// The times, centred.
  let times: [Double]
  let rules: JoinpointRules
  /// The places of joins.
  let candidates: Range<Int>
  /// Orthonormal vectors of (1, t), one behind the other.
  let level: [Double]
  /// Unit vectors of the hinges, one behind the other.
  let hinges: [Double]
  /// Trees of 1…K joins: a column of coefficients a depth, K columns a tree.
  private let trees: [[[Double]]]

  /// Least distance between joins, in places.
  var gap: Int { rules.between + 1 }
  /// Joins of the largest tree.
  var maximumJoins: Int { trees.count }

  /// The most designs of a tree: beyond it the coefficients no longer fit a cache of any size.
  static let maximumDesigns = 600_000

  /// - Throws: ``Estimates/StatisticsError/parameter(name:value:)`` where the rules or the number of designs are out of
  ///   range.
  init(times: [Double], weights: [Double]?, rules: JoinpointRules) throws(StatisticsError) {
    let n = times.count
    guard (1...JoinpointRules.limit).contains(rules.maximumJoins) else {
      throw .parameter(name: "joins", value: Double(rules.maximumJoins))
    }
    guard rules.outside >= 1, rules.between >= 0 else {
      throw .parameter(name: "observations between joins", value: Double(min(rules.outside, rules.between)))
    }
    guard n <= Int(CSERIES_JOINPOINT_MAXIMUM_POINTS) else {
      throw .parameter(name: "points", value: Double(n))
    }
    let joins = rules.joins(points: n)
    let candidates = rules.candidates(points: n)
    guard Self.count(candidates.count, gap: rules.between + 1, joins: joins) <= Self.maximumDesigns else {
      throw .parameter(name: "points", value: Double(n))
    }
    let mean = times.reduce(0, +) / Double(n)
    let centred = times.map { $0 - mean }
    let roots = weights.map { $0.map { $0.squareRoot() } } ?? [Double](repeating: 1, count: n)
    self.times = centred
    self.roots = roots
    self.rules = rules
    self.candidates = candidates
    let ones = Self.perpendicular(roots, to: [])
    let slope = Self.perpendicular(zip(roots, centred).map { $0 * $1 }, to: [ones.unit])
    level = ones.unit + slope.unit
    var units: [[Double]] = []
    for place in candidates {
      let hinge = zip(roots, centred).map { $0 * max(0, $1 - centred[place]) }
      units.append(Self.perpendicular(hinge, to: [ones.unit, slope.unit]).unit)
    }
    hinges = units.flatMap { $0 }
    var trees: [[[Double]]] = []
    for count in 1..<(joins + 1) {
      var builder = Builder(units: units, gap: rules.between + 1, joins: count)
      builder.grow(from: 0, depth: 0)
      trees.append(builder.columns)
    }
    self.trees = trees
  }

  /// How many ways there are to place joins among so many places.
  static func count(_ places: Int, gap: Int, joins: Int) -> Int {
    guard joins > 0 else { return 1 }
    let free = places - (gap - 1) * (joins - 1)
    guard free >= joins else { return 0 }
    var ways = 1.0
    for k in 0..<joins { ways = ways * Double(free - k) / Double(k + 1) }
    return Int(min(ways.rounded(), 1e15))
  }

  /// The part of a vector perpendicular to unit vectors, made unit: its products with them and its length. Done twice, so
  /// that near-dependent hinges leave no rounding along the others.
  private static func perpendicular(
    _ vector: [Double], to others: [[Double]]
  ) -> (unit: [Double], products: [Double], length: Double) {
    var rest = vector
    var products = [Double](repeating: 0, count: others.count)
    for _ in 0..<2 {
      for (index, other) in others.enumerated() {
        let along = zip(rest, other).reduce(0) { $0 + $1.0 * $1.1 }
        products[index] += along
        for i in rest.indices { rest[i] -= along * other[i] }
      }
    }
    let length = rest.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return (length > 0 ? rest.map { $0 / length } : rest, products, length)
  }

  /// Walks all designs of one number of joins, depth first, and writes down each node's coefficients.
  private struct Builder {
    let units: [[Double]]
    let gap: Int
    let joins: Int
    var columns: [[Double]]
    private var path: [[Double]] = []

    init(units: [[Double]], gap: Int, joins: Int) {
      self.units = units
      self.gap = gap
      self.joins = joins
      columns = [[Double]](repeating: [], count: joins)
    }

    mutating func grow(from start: Int, depth: Int) {
      let end = units.count - (joins - 1 - depth) * gap
      guard start < end else { return }
      for place in start..<end {
        let (unit, products, length) = JoinpointDesigns.perpendicular(units[place], to: path)
        columns[depth] += products.map { $0 / length }
        columns[depth].append(1 / length)
        guard depth + 1 < joins else { continue }
        path.append(unit)
        grow(from: place + gap, depth: depth + 1)
        path.removeLast()
      }
    }
  }

  /// The best joins of one series.
  ///
  /// - Parameter scaled: √w y.
  /// - Returns: The places, as indices of points, and what they leave of the sum of squares. Of equal fits the first counts.
  func best(_ scaled: [Double], joins: Int) -> (places: [Int], sumOfSquares: Double) {
    let (products, total) = products(scaled)
    guard joins > 0, joins <= trees.count else { return ([], total) }
    var walk = Walk(products: products, columns: trees[joins - 1], gap: gap)
    walk.search(from: 0, depth: 0, explained: 0)
    return (walk.places.map { $0 + candidates.lowerBound }, total - walk.largest)
  }

  /// Fit and residuals of the model with joins at these places, in the space of √w times the values.
  func project(_ scaled: [Double], _ places: [Int]) -> (fitted: [Double], residuals: [Double]) {
    let n = times.count
    var basis = [Array(level[0..<n]), Array(level[n..<2 * n])]
    for place in places {
      let hinge = (0..<n).map { roots[$0] * max(0, times[$0] - times[place]) }
      basis.append(Self.perpendicular(hinge, to: basis).unit)
    }
    var rest = scaled
    for _ in 0..<2 {
      for unit in basis {
        var along = 0.0
        for i in 0..<n { along += unit[i] * rest[i] }
        for i in 0..<n { rest[i] -= along * unit[i] }
      }
    }
    return (zip(scaled, rest).map { $0 - $1 }, rest)
  }

  private func products(_ scaled: [Double]) -> (hinges: [Double], squares: Double) {
    let n = times.count
    var rest = scaled
    for _ in 0..<2 {
      for vector in 0..<2 {
        let base = vector * n
        var along = 0.0
        for i in 0..<n { along += level[base + i] * rest[i] }
        for i in 0..<n { rest[i] -= along * level[base + i] }
      }
    }
    let products = candidates.indices.map { place -> Double in
      let base = (place - candidates.lowerBound) * n
      var sum = 0.0
      for i in 0..<n { sum += hinges[base + i] * rest[i] }
      return sum
    }
    return (products, rest.reduce(0) { $0 + $1 * $1 })
  }

  /// The same walk for one series, which remembers where the best design was.
  private struct Walk {
    let products: [Double]
    let columns: [[Double]]
    let gap: Int
    var largest = -1.0
    var places: [Int] = []
    private var path: [Int] = []
    private var z: [Double] = []
    private var next: [Int]

    init(products: [Double], columns: [[Double]], gap: Int) {
      self.products = products
      self.columns = columns
      self.gap = gap
      next = [Int](repeating: 0, count: columns.count)
    }

    mutating func search(from start: Int, depth: Int, explained: Double) {
      let joins = columns.count
      let end = products.count - (joins - 1 - depth) * gap
      guard start < end else { return }
      for place in start..<end {
        let node = next[depth]
        next[depth] += depth + 1
        var value = columns[depth][node + depth] * products[place]
        for l in 0..<depth { value -= columns[depth][node + l] * z[l] }
        let sum = explained + value * value
        if depth + 1 == joins {
          if sum > largest {
            largest = sum
            places = path + [place]
          }
          continue
        }
        path.append(place)
        z.append(value)
        search(from: place + gap, depth: depth + 1, explained: sum)
        path.removeLast()
        z.removeLast()
      }
    }
  }

  /// Hands the tables to the kernel.
  func withKernel<Answer>(
    _ nullJoins: Int, _ alternativeJoins: Int,
    _ body: (
      _ hinges: cseries_joinpoint_hinges, _ null: cseries_joinpoint_tree, _ other: cseries_joinpoint_tree
    ) -> Answer
  ) -> Answer {
    level.withUnsafeBufferPointer { level in
      hinges.withUnsafeBufferPointer { hinges in
        withTree(nullJoins) { null in
          withTree(alternativeJoins) { alternative in
            body(
              cseries_joinpoint_hinges(
                level: level.baseAddress, hinges: hinges.baseAddress, points: Int32(times.count),
                candidates: Int32(candidates.count), gap: Int32(gap)), null, alternative)
          }
        }
      }
    }
  }

  private func withTree<Answer>(_ joins: Int, _ body: (cseries_joinpoint_tree) -> Answer) -> Answer {
    var tree = cseries_joinpoint_tree()
    tree.joins = Int32(joins)
    guard joins > 0, joins <= trees.count else {
      tree.joins = 0
      return body(tree)
    }
    let columns = trees[joins - 1]
    return columns[0].withUnsafeBufferPointer { one in
      (joins > 1 ? columns[1] : []).withUnsafeBufferPointer { two in
        (joins > 2 ? columns[2] : []).withUnsafeBufferPointer { three in
          (joins > 3 ? columns[3] : []).withUnsafeBufferPointer { four in
            tree.nodes = (one.baseAddress, two.baseAddress, three.baseAddress, four.baseAddress)
            return body(tree)
          }
        }
      }
    }
  }
}
