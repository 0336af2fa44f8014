import Distributions
import Estimates
import Indicators
import Scheduler

/// How much a series resembles itself some steps later.
///
///     SerialCorrelation.autocorrelations([3, 1, 2, 4, 6, 5], upTo: 1)   // [1, 0.4428…]
///
///     r_k = Σ_{i ≤ n−k} (x_i − x̄)(x_{i+k} − x̄) / Σ (x_i − x̄)²
///
/// A trend test takes years for independent. Where they are not, it finds trends in chance: at a correlation of 0.5
/// between neighbouring years about 20 of 100 series without a trend are called rising or falling.
/// - Shape: equally spaced values without holes.
/// - Reference: Box and Jenkins (1976) *Time Series Analysis*, §2.1.
public enum SerialCorrelation {
  /// r_0 … r_L; all 0 beyond r_0 where no two values differ. Lags from n up are 0.
  public static func autocorrelations(_ values: [Double], upTo lag: Int) -> [Double] {
    let n = values.count
    guard n > 0, lag >= 0 else { return [] }
    let origin = values[0]
    let mean = origin + values.reduce(0) { $0 + ($1 - origin) } / Double(n)
    let deviations = values.map { $0 - mean }
    let total = deviations.reduce(0) { $0 + $1 * $1 }
    return (0...lag).map { k in
      guard k > 0 else { return 1 }
      guard k < n, total > 0, total.isFinite else { return 0 }
      var sum = 0.0
      for i in 0..<n - k { sum += deviations[i] * deviations[i + k] }
      return sum / total
    }
  }

  /// Ranks from 1; equal values share the mean of their ranks.
  public static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }

  /// The fewest points that a correlation between neighbours is judged from.
  public static let minimumPoints = 8

  /// What r₁ of independent values less their slope exceeds in about five of a hundred series: (−2 + 1.645 √(n −
  /// 2))/(n − 1).
  ///
  /// Anderson's limit has −1 for values less their mean; taking a slope out as well moves the mean of r₁ from −1/n
  /// to −2/n. By simulation of ranks around Sen's slope, 3 to 6 of 100 series of 8 to 40 independent values exceed it.
  /// - Reference: Anderson (1942) Ann Math Stat 13:1.
  public static func limit(points: Int) -> Double {
    let n = Double(points)
    return (-2 + ConfidenceInterval.Level.p90.normalQuantile * (n - 2).squareRoot()) / (n - 1)
  }

  /// r₁ of the ranks of what is left of each series when its slope is taken out.
  ///
  /// - Parameters:
  ///   - panel: Values; series with hidden cells, holes between their points or fewer than ``minimumPoints`` have none.
  ///   - slopes: One a zone, per unit of time; `nil` where there is none.
  ///   - threads: The bound on threads.
  /// - Returns: One a zone.
  public static func ofResidualRanks(_ panel: Panel, slopes: [Double?], threads: ThreadLimit = .cores)
    -> [Double?]
  {
    let times = panel.periods.map(\.time)
    let complete = ObservedSeries.areEquallySpaced(times)
    var results = [Double?](repeating: nil, count: panel.zones.count)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each range of the loop writes its own places.
      nonisolated(unsafe) let buffer = buffer
      parallelFor(panel.zones.count, grain: 256, threads: threads) { range in
        var residuals: [Double] = []
        var own: [Double] = []
        for zone in range where slopes.indices.contains(zone) {
          guard let slope = slopes[zone] else { continue }
          let cells = panel.series(zone)
          residuals.removeAll(keepingCapacity: true)
          own.removeAll(keepingCapacity: true)
          for cell in cells where !panel.values[cell].isNaN {
            let time = times[cell - cells.lowerBound]
            own.append(time)
            residuals.append(panel.values[cell] - slope * (time - times[0]))
          }
          guard residuals.count >= minimumPoints else { continue }
          if residuals.count < cells.count || !complete {
            guard ObservedSeries.areEquallySpaced(own) else { continue }
          }
          buffer[zone] = lagOneOfRanks(residuals)
        }
      }
    }
    return results
  }

  /// r₁ of the ranks; 0 where no two values differ. Ranks are counted, which for series of this length beats sorting.
  static func lagOneOfRanks(_ values: [Double]) -> Double {
    guard values.count <= 64 else { return autocorrelations(ranks(values), upTo: 1)[1] }
    let n = values.count
    // Twice the rank less its mean n + 1: pairs below minus pairs above.
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: n) { scores in
      values.withUnsafeBufferPointer { values in
        for i in 0..<n {
          var below = 0
          for j in 0..<n { below += (values[j] < values[i] ? 1 : 0) - (values[j] > values[i] ? 1 : 0) }
          scores[i] = Double(below)
        }
      }
      var products = 0.0
      var squares = scores[0] * scores[0]
      for i in 1..<n {
        products += scores[i] * scores[i - 1]
        squares += scores[i] * scores[i]
      }
      return squares > 0 ? products / squares : 0
    }
  }
}

extension Diagnostic {
  /// Neighbouring points resemble each other more than chance allows, so the test is too bold.
  public static let autocorrelated = Diagnostic("autocorrelated")
}
