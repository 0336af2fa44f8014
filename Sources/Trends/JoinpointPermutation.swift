import CSeriesKernels
import Distributions
import Scheduler
import Synchronization

/// One test of few joins against more by permuting residuals.
///
/// T = (SSE_a − SSE_b)/SSE_b of the best models with a and with b > a joins. Under a joins the residuals of the best such
/// model are exchangeable; so they are permuted, added to its fit, and both models sought anew. With B permutations
///
///     p = (1 + #{T* ≥ T})/(B + 1)
///
/// so that the series as it is counts among them, and p is never 0: with 4499 permutations at least 1/4500. (A convention of
/// #/B, which may print 0 or 1/4499, differs by less than 1/4500.) Weighted residuals √w r are permuted where weights are given.
///
/// - Reference: Kim, Fay, Feuer and Midthune (2000) Stat Med 19:335.
public struct JoinpointTest: Sendable, Hashable {
  /// Joins of the null hypothesis.
  public let joins: Int
  /// Joins of the alternative.
  public let against: Int
  /// T; infinite where the alternative leaves nothing.
  public let statistic: Double
  /// Permutations with a T as large.
  public let exceeding: Int
  /// B.
  public let permutations: Int
  /// What p is compared with: α/K_max.
  public let level: Double

  /// (1 + #{T* ≥ T})/(B + 1).
  public var pValue: Double { Double(exceeding + 1) / Double(permutations + 1) }
  /// Whether the null hypothesis falls.
  public var isRejected: Bool { pValue <= level }
}

/// The permutations of one length, each drawn once and shared by all series of that length.
///
/// Permutation r of the test of a against b joins is a function of (seed, a, b, r) and of nothing else.
final class JoinpointPermutations: Sendable {
  let points: Int
  let count: Int
  let seed: UInt64
  private let tables = Mutex<[Int: [UInt8]]>([:])

  init(points: Int, count: Int, seed: UInt64) {
    self.points = points
    self.count = count
    self.seed = seed
  }

  func table(_ joins: Int, _ against: Int, threads: ThreadLimit) -> [UInt8] {
    let key = joins * 8 + against
    return tables.withLock { tables in
      if let known = tables[key] { return known }
      let table = draw(key, threads)
      tables[key] = table
      return table
    }
  }

  private func draw(_ key: Int, _ threads: ThreadLimit) -> [UInt8] {
    let (points, seed) = (points, seed)
    return [UInt8](unsafeUninitializedCapacity: count * points) { places, written in
      // Each permutation has its own places.
      nonisolated(unsafe) let places = places
      parallelFor(count, grain: 256, threads: threads) { range in
        for replicate in range {
          var stream = RandomStream(seed: seed, series: key, replicate: replicate)
          let base = replicate * points
          for i in 0..<points { places[base + i] = UInt8(truncatingIfNeeded: i) }
          // Fisher–Yates; the bound is at least 2.
          for last in stride(from: points - 1, to: 0, by: -1) {
            let other = (try? stream.integer(below: last + 1)) ?? last
            places.swapAt(base + last, base + other)
          }
        }
      }
      written = count * points
    }
  }
}

extension JoinpointDesigns {
  /// Tests `joins` against `against` joins.
  ///
  /// - Parameters:
  ///   - scaled: √w y.
  ///   - places: Of the best model with `joins` joins.
  ///   - floor: The sum of squares that counts as nothing.
  func test(
    _ scaled: [Double], joins: Int, against: Int, places: [Int], floor: Double,
    permutations: JoinpointPermutations, level: Double, threads: ThreadLimit
  ) -> JoinpointTest {
    let (fitted, residuals) = project(scaled, places)
    let nullSum = residuals.reduce(0) { $0 + $1 * $1 }
    let alternativeSum = best(scaled, joins: against).sumOfSquares
    let statistic = alternativeSum > floor ? nullSum / alternativeSum - 1 : .infinity
    let table = permutations.table(joins, against, threads: threads)
    let count = permutations.count
    let n = times.count
    let candidateCount = candidates.count
    let statistics = withKernel(joins, against) { hinges, null, other in
      [Double](unsafeUninitializedCapacity: count) { results, written in
        nonisolated(unsafe) let results = results
        nonisolated(unsafe) let (hinges, null, other) = (hinges, null, other)
        // Each range writes its own places; the kernel reads tables that outlive the loop.
        parallelFor((count + 63) / 64, grain: 2, threads: threads) { blocks in
          let bytes = Int(cseries_joinpoint_scratch_size(Int32(n), Int32(candidateCount)))
          let scratch = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
          defer { scratch.deallocate() }
          let (first, last) = (blocks.lowerBound * 64, min(blocks.upperBound * 64, count))
          var nulls = [Double](repeating: 0, count: last - first)
          var others = nulls
          table.withUnsafeBufferPointer { table in
            guard let base = table.baseAddress else { return }
            withUnsafePointer(to: hinges) { hinges in
              withUnsafePointer(to: null) { null in
                withUnsafePointer(to: other) { other in
                  cseries_joinpoint_permuted(
                    hinges, null, other, fitted, residuals, base + first * n, Int64(last - first), scratch,
                    &nulls, &others)
                }
              }
            }
          }
          for i in 0..<(last - first) {
            results[first + i] = max(nulls[i], 0) / max(others[i], floor) - 1
          }
        }
        written = count
      }
    }
    // The same arrangement of residuals may round another way than the series itself.
    let bar = statistic - 1e-9 * abs(statistic)
    let exceeding = statistics.reduce(0) { $0 + ($1 >= bar ? 1 : 0) }
    return JoinpointTest(
      joins: joins, against: against, statistic: statistic, exceeding: exceeding, permutations: count,
      level: level)
  }
}
