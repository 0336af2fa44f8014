import Evaluation

/// A small panel of whole numbers with holes, made by arithmetic so that any program can make it too.
///
/// y = (17i² + 29t + 13it) mod 41 + 2d, x = (7i + 5t² + 3it) mod 17, without the cells where 3i + 5t is a multiple of 11.
enum ConstructedPanel {
  /// (a·k² + b·k) mod m for k = 0, 1, …
  static func values(_ count: Int, _ a: Int, _ b: Int, modulus m: Int) -> [Double] {
    (0..<count).map { k -> Double in
      let value: Int = k * k * a + k * b
      return Double(value % m)
    }
  }

  static func make(
    units: Int, periods: Int, treatedFrom: Int, start: Int, covariate: Bool = false, clusters: [Int32]? = nil,
    reversed: Bool = false
  ) throws -> FixedEffectsPanel {
    var cells: [(Int, Int)] = []
    for i in 0..<units {
      for t in 0..<periods where (3 * i + 5 * t) % 11 != 0 { cells.append((i, t)) }
    }
    if reversed { cells.reverse() }
    let treatment = cells.map { $0.0 >= treatedFrom && $0.1 >= start ? 1.0 : 0 }
    let y = zip(cells, treatment).map { cell, d in
      Double((cell.0 * cell.0 * 17 + cell.1 * 29 + cell.0 * cell.1 * 13) % 41) + 2 * d
    }
    let x = cells.map { Double(($0.0 * 7 + $0.1 * $0.1 * 5 + 3 * $0.0 * $0.1) % 17) }
    return try FixedEffectsPanel(
      units: cells.map { Int32($0.0) }, periods: cells.map { Int32($0.1) }, outcome: y, treatment: treatment,
      covariates: covariate ? [("x", x)] : [], clusters: clusters)
  }
}
