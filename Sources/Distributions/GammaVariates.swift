import Foundation

extension RandomStream {
  /// A gamma number with shape a and scale 1, by transformed rejection (Marsaglia and Tsang 2000, ACM TOMS 26:363).
  ///
  ///     var stream = RandomStream(seed: 1, series: 3, replicate: 9)
  ///     try stream.gamma(shape: 7.5)
  ///
  /// Shapes below 1 use G(a) = G(a + 1)·U^(1/a).
  ///
  /// - Throws: As ``Gamma/init(shape:scale:)``.
  public mutating func gamma(shape: Double) throws(DistributionError) -> Double {
    try requireShape(shape, "shape", of: "Gamma")
    let lifted = shape < 1 ? shape + 1 : shape
    let d = lifted - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = standardNormal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      guard log(openUniform()) < 0.5 * x * x + d - d * v + d * log(v) else { continue }
      return shape < 1 ? d * v * pow(openUniform(), 1 / shape) : d * v
    }
  }

  /// A beta number with shapes a and b: G(a)/(G(a) + G(b)).
  ///
  /// - Throws: As ``Beta/init(_:_:)``.
  public mutating func beta(_ a: Double, _ b: Double) throws(DistributionError) -> Double {
    let one = try gamma(shape: a)
    let other = try gamma(shape: b)
    // Both can underflow only for shapes so small that the number is at one of the ends.
    return one + other > 0 ? one / (one + other) : a >= b ? 1 : 0
  }
}
