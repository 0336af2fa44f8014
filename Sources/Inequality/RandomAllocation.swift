import Distributions
import Estimates
import Foundation
import Indicators
import Scheduler

/// What an index of segregation would be if persons lived where chance puts them, the sizes of zones and groups being
/// what they are.
///
///     let chance = try RandomAllocation(table)
///     chance.expectedDissimilarity                          // exact
///     try chance.test(.information, replicates: 999, seed: 1).pValue
///
/// Of 40 zones of 30 persons with a tenth in the minority, D is about 0.23 by chance alone. Every person of every group
/// falls on the places of the zones without replacement, so each zone's count is hypergeometric, and
///
///     E[D] = Σ_g Σ_j E|x_gj − t_jπ_g| / (2TI)
///
/// is a sum of closed forms. Other indices take their expectation, their range and a p-value from random tables, one random
/// stream a replicate. The corrected index is Carrington and Troske's,
///
///     D* = (D − E[D])/(1 − E[D]) where D ≥ E[D],   (D − E[D])/E[D] below,
///
/// 0 where the zones are as chance makes them, 1 at full segregation, negative where they are more even than chance.
///
/// - p = (1 + number of random tables at least as segregated)/(1 + replicates), one-sided.
/// - Counts are rounded to whole persons.
/// - References: Carrington and Troske (1997) J Business & Economic Statistics 15:402; Winship (1977) Social Forces 55:1058.
public struct RandomAllocation: Sendable {
  /// An index beside what chance gives.
  public struct Test: Sendable, Hashable {
    /// The index of the table.
    public let value: Double
    /// Its mean under chance: exact for D, else of the random tables.
    public let expected: Double
    /// The range of chance at the level asked for.
    public let range: ConfidenceInterval?
    /// The corrected index.
    public let corrected: Double
    /// The one-sided p-value.
    public let pValue: Double
    /// The estimate: the value with a reason in place of an interval.
    public let estimate: Estimate
  }

  private let table: SegregationTable
  private let zones: [Int]
  private let groups: [Int]
  private let total: Int

  /// Chance under the margins of a table.
  ///
  /// - Throws: ``Indicators/Reason/outsideBounds`` for more than 2⁵³ persons, and what
  ///   ``SegregationTable/init(counts:)`` throws where rounding leaves a group without members.
  public init(_ table: SegregationTable) throws(Reason) {
    guard table.total < 0x1p53 else { throw .outsideBounds }
    let whole = try SegregationTable(counts: table.counts.map { $0.map { $0.rounded() } })
    self.table = whole
    zones = whole.zones.map { Int($0) }
    groups = whole.groups.map { Int($0) }
    total = zones.reduce(0, +)
  }

  /// E[D], exactly.
  public var expectedDissimilarity: Double {
    var sum = 0.0
    for group in groups {
      for zone in zones {
        sum += Hypergeometric(population: total, marked: group, drawn: zone).meanDeviation
      }
    }
    return sum / (2 * Double(total) * table.interaction)
  }

  /// A random table with the same margins, from a stream.
  func draw(_ stream: inout RandomStream) -> SegregationTable {
    var counts = groups.map { _ in [Double](repeating: 0, count: zones.count) }
    // Group after group falls on the places that are left; the last one takes the rest.
    var free = zones
    var left = total
    for group in groups.indices.dropLast() {
      var members = groups[group]
      var places = left
      for zone in zones.indices {
        let count = Hypergeometric(population: places, marked: members, drawn: free[zone])
          .draw(stream.uniform())
        counts[group][zone] = Double(count)
        members -= count
        places -= free[zone]
        free[zone] -= count
      }
      left -= groups[group]
    }
    counts[groups.count - 1] = free.map(Double.init)
    return SegregationTable(table, counts: counts)
  }

  /// An index beside what chance gives.
  ///
  /// - Parameter series: Which of the random streams of the seed.
  /// - Throws: What the index throws, and ``Indicators/Reason/tooFewPoints`` for fewer than 99 replicates.
  public func test(
    _ index: SegregationIndex, replicates: Int = 999, seed: UInt64, series: Int = 0,
    level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(Reason) -> Test {
    guard
      let only = try test(
        [index], replicates: replicates, seed: seed, series: series, level: level,
        threads: threads
      ).first
    else { throw .notApplicable }
    return try only.get()
  }

  /// Several indices beside what chance gives, on the same random tables.
  ///
  /// - Throws: ``Indicators/Reason/tooFewPoints`` for fewer than 99 replicates.
  public func test(
    _ indices: [SegregationIndex], replicates: Int = 999, seed: UInt64, series: Int = 0,
    level: ConfidenceInterval.Level = .p95, threads: ThreadLimit = .cores
  ) throws(Reason) -> [Result<Test, Reason>] {
    guard replicates >= 99 else { throw .tooFewPoints }
    let drawn = batch(Array(0..<replicates), threads: threads) { replicate, _ throws(Reason) in
      var stream = RandomStream(seed: seed, series: series, replicate: replicate)
      let random = draw(&stream)
      return indices.map { (try? $0.value(of: random)) ?? .nan }
    }
    let draws = drawn.map { (try? $0.get()) ?? [] }
    return indices.indices.map { position in
      do throws(Reason) {
        let value = try indices[position].value(of: table)
        let column = draws.map { $0[position] }.sorted()
        return .success(result(indices[position], value, column, level))
      } catch {
        return .failure(error)
      }
    }
  }

  private func result(
    _ index: SegregationIndex, _ value: Double, _ sorted: [Double], _ level: ConfidenceInterval.Level
  ) -> Test {
    let count = Double(sorted.count)
    let expected =
      index == .dissimilarity ? expectedDissimilarity : sorted.reduce(0, +) / count
    let (lower, upper) = orderStatistics(sorted, tail: level.tail)
    // Interaction is low where groups are apart: there the extreme side is below.
    let isReversed = index == .interaction
    let tolerance = 1e-12 * max(1, abs(value))
    let extreme = sorted.count { isReversed ? $0 <= value + tolerance : $0 >= value - tolerance }
    let corrected: Double
    if isReversed {
      corrected = expected > 0 ? (expected - value) / expected : 0
    } else if value >= expected {
      corrected = expected < 1 ? (value - expected) / (1 - expected) : 0
    } else {
      corrected = (value - expected) / expected
    }
    return Test(
      value: value, expected: expected, range: ConfidenceInterval(lower: lower, upper: upper, level: level),
      corrected: corrected, pValue: Double(1 + extreme) / (1 + count),
      estimate: Estimate(
        value, intervalReason: .chanceRangeInstead, method: index.method, n: table.total,
        diagnostics: (isReversed ? value >= lower : value <= upper) ? [.mostlyChance] : []))
  }
}

extension Method {
  /// An index of segregation beside random allocation.
  public static let randomAllocation = Method("segregation.random-allocation")
}
