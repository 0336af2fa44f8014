import Distributions
import Indicators
import Scheduler
import Synchronization

/// The distribution of a statistic of n independent normal values without a change, by simulation.
///
/// A statistic that does not depend on location and scale has one such distribution for each n, shared by all series
/// of that length: 9 999 draws from streams keyed by (seed, n, replicate), so the same for any machine and number of
/// threads. p = (1 + how many draws are at least as large)/10 000, so never below 0.0001 and known to ±0.0044 at
/// 0.05 (two standard errors).
struct SimulatedNull: Sendable {
  static let replicates = 9999
  /// The draws in order.
  private let draws: [Double]

  init(points: Int, seed: UInt64, threads: ThreadLimit, _ statistic: @Sendable ([Double]) -> Double) {
    var draws = [Double](repeating: 0, count: Self.replicates)
    draws.withUnsafeMutableBufferPointer { buffer in
      // Each range of the loop writes its own places.
      nonisolated(unsafe) let buffer = buffer
      parallelFor(Self.replicates, grain: 256, threads: threads) { range in
        var values = [Double](repeating: 0, count: points)
        for replicate in range {
          var stream = RandomStream(seed: seed, series: points, replicate: replicate)
          for place in values.indices { values[place] = stream.standardNormal() }
          buffer[replicate] = statistic(values)
        }
      }
    }
    self.draws = draws.sorted()
  }

  /// The share of draws, this one counted as one of them, that are at least as large.
  func pValue(_ statistic: Double) -> Double {
    var (low, high) = (0, draws.count)
    while low < high {
      let middle = (low + high) / 2
      if draws[middle] < statistic { low = middle + 1 } else { high = middle }
    }
    return Double(draws.count - low + 1) / Double(draws.count + 1)
  }

  private struct Key: Hashable {
    let name: String
    let points: Int
    let seed: UInt64
  }

  /// The distributions made so far: a function of their key alone, so keeping them changes no answer.
  private static let known = Mutex<[Key: SimulatedNull]>([:])

  /// The distribution of the statistic called `name`, made when first asked for.
  static func table(
    _ name: String, points: Int, seed: UInt64, threads: ThreadLimit,
    _ statistic: @Sendable ([Double]) -> Double
  ) -> SimulatedNull {
    let key = Key(name: name, points: points, seed: seed)
    if let table = known.withLock({ $0[key] }) { return table }
    let table = SimulatedNull(points: points, seed: seed, threads: threads, statistic)
    known.withLock { tables in
      // A bound on memory: 80 kB a table.
      if tables.count >= 512 { tables.removeAll() }
      tables[key] = table
    }
    return table
  }

  /// One distribution for each number of points that a zone of the panel has.
  static func tables(
    _ name: String, of panel: Panel, seed: UInt64, threads: ThreadLimit,
    _ statistic: @escaping @Sendable ([Double]) -> Double
  ) -> [Int: SimulatedNull] {
    let lengths = Set(
      panel.zones.indices.map { zone in panel.series(zone).count { !panel.values[$0].isNaN } })
    var tables: [Int: SimulatedNull] = [:]
    for points in lengths where points >= ChangePoint.minimumPoints {
      tables[points] = table(name, points: points, seed: seed, threads: threads, statistic)
    }
    return tables
  }
}

extension [Double] {
  /// The values less their mean; from the first value on, so that large levels cost no digits.
  var centred: [Double] {
    guard let origin = first else { return [] }
    let mean = origin + reduce(0) { $0 + ($1 - origin) } / Double(count)
    return map { $0 - mean }
  }
}
