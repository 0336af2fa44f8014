import Estimates
import Rates

/// The bounds of whole counts below ten, computed once: exact bounds cost a quantile of the gamma distribution each, and small
/// counts are what most cells of small zones hold. The same bits as ``Rates/CountInterval``.
struct CountBoundsTable: Sendable {
  private let interval: CountInterval
  private let level: ConfidenceInterval.Level
  private let z: Double
  private let small: [(lower: Double, upper: Double)]

  init(_ interval: CountInterval, level: ConfidenceInterval.Level) {
    self.interval = interval
    self.level = level
    z = level.normalQuantile
    let z = self.z
    small = (0..<10).map { count in
      let found = interval.bounds(of: Double(count), level: level, z: z)
      return (found.lower, found.upper)
    }
  }

  @inline(__always)
  func bounds(of count: Double) -> (lower: Double, upper: Double) {
    if count < 10, count == count.rounded(.down) { return small[Int(count)] }
    let found = interval.bounds(of: count, level: level, z: z)
    return (found.lower, found.upper)
  }
}
