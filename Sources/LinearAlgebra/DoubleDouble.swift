/// An unevaluated sum of two doubles, about 106 bits, for sums that must not lose what plain doubles round away.
///
/// The operations are error-free transformations: `high` is the rounded result and `low` what rounding took.
/// References: Dekker (1971) Numer. Math. 18:224; Ogita, Rump and Oishi (2005) SIAM J. Sci. Comput. 26:1955.
@usableFromInline struct DoubleDouble: Sendable, Equatable {
  @usableFromInline var high: Double
  @usableFromInline var low: Double

  @inlinable init(_ high: Double, _ low: Double = 0) {
    self.high = high
    self.low = low
  }

  /// a + b exactly (TwoSum).
  @inlinable init(sum a: Double, _ b: Double) {
    let s = a + b
    let t = s - a
    self.init(s, (a - (s - t)) + (b - t))
  }

  /// a · b exactly unless the product underflows (TwoProduct).
  @inlinable init(product a: Double, _ b: Double) {
    let p = a * b
    self.init(p, (-p).addingProduct(a, b))
  }

  /// The sum rounded to one double.
  @inlinable var rounded: Double { high + low }

  @inlinable static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = DoubleDouble(sum: a.high, b.high)
    let t = DoubleDouble(sum: a.low, b.low)
    let first = DoubleDouble(sum: s.high, s.low + t.high)
    return DoubleDouble(sum: first.high, first.low + t.low)
  }

  @inlinable static func += (a: inout DoubleDouble, b: DoubleDouble) {
    a = a + b
  }

  @inlinable static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(-a.high, -a.low)
  }

  @inlinable static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = DoubleDouble(product: a.high, b.high)
    return DoubleDouble(sum: p.high, p.low + (a.high * b.low + a.low * b.high))
  }
}
