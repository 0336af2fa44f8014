#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Round numbers along an axis: steps of 1, 2, 2.5 or 5 times a power of ten that cover the figures.
struct AxisTicks {
  let values: [Double]
  /// Decimals that tell neighbours apart.
  let decimals: Int

  var lower: Double { values.first ?? 0 }
  var upper: Double { values.last ?? 1 }

  /// Ticks over a range. The axis begins at zero where the lowest figure is less than six tenths of the highest.
  init(covering range: ClosedRange<Double>, about count: Int = 4) {
    var low = range.lowerBound
    var high = range.upperBound
    if low >= 0, low < 0.6 * high { low = 0 }
    if high <= 0, high > 0.6 * low { high = 0 }
    if high - low <= abs(high) * 1e-9 {
      let room = max(abs(high) * 0.1, 1)
      low = low >= 0 ? max(0, low - room) : low - room
      high += room
    }
    let raw = (high - low) / Double(max(1, count))
    let magnitude = pow(10, floor(log10(raw)))
    let step = [1, 2, 2.5, 5, 10].map { $0 * magnitude }.first { $0 >= raw * 0.999 } ?? magnitude * 10
    let first = Int(clamping: floor(low / step + 1e-9))
    let last = max(first + 1, Int(clamping: ceil(high / step - 1e-9)))
    values = (first...min(last, first + 20)).map { Double($0) * step }
    let exponent = Int(clamping: floor(log10(step) + 1e-9))
    let isQuarter = abs(step / pow(10, Double(exponent)) - 2.5) < 1e-6
    decimals = max(0, -exponent + (isQuarter ? 1 : 0))
  }
}

extension Int {
  /// The nearest whole number that fits; zero for what is no number.
  fileprivate init(clamping value: Double) {
    self = value.isFinite ? Int(exactly: value.rounded()) ?? (value < 0 ? -1_000_000 : 1_000_000) : 0
  }
}
