import CSeriesKernels
import Testing

@Suite("Mann–Kendall and Sen kernel")
struct SenTests {
  /// The same figures by the shortest way: all slopes, sorted.
  struct Reference {
    var s = 0
    var tied = 0
    var tieTerm = 0
    var slope = 0.0
    var lower = 0.0
    var upper = 0.0
    var medianValue = 0.0

    init(_ values: [Double], _ times: [Double], z: Double) {
      let kept = zip(values, times).filter { !$0.0.isNaN }
      var slopes: [Double] = []
      for j in kept.indices {
        var equal = 0
        for i in kept.indices where kept[i].0 == kept[j].0 { equal += 1 }
        tieTerm += (equal - 1) * (2 * equal + 5)
        for i in 0..<j {
          slopes.append((kept[j].0 - kept[i].0) / (kept[j].1 - kept[i].1))
          s += (kept[j].0 > kept[i].0 ? 1 : 0) - (kept[j].0 < kept[i].0 ? 1 : 0)
          tied += kept[j].0 == kept[i].0 ? 1 : 0
        }
      }
      slopes.sort()
      let n = kept.count
      let untied: Int = n * (n - 1) * (2 * n + 5)
      let spread = z * (Double(untied - tieTerm) / 18).squareRoot()
      let rank = max(1, Int((Double(slopes.count) - spread) / 2 + 0.5))
      slope = Self.median(slopes)
      lower = slopes[rank - 1]
      upper = slopes[slopes.count - rank]
      medianValue = Self.median(kept.map(\.0).sorted())
    }

    static func median(_ sorted: [Double]) -> Double {
      let n = sorted.count
      return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2
    }
  }

  /// xorshift64*, so that the series are the same on every run.
  struct Generator {
    var state: UInt64
    mutating func next() -> Double {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return Double((state &* 0x2545_F491_4F6C_DD1D) >> 11) * 0x1p-53
    }
  }

  static func fit(_ values: [Double], _ times: [Double], z: Double) -> cseries_trend {
    let scratch = UnsafeMutableRawPointer.allocate(
      byteCount: cseries_trend_scratch_size(Int32(times.count)), alignment: 64)
    defer { scratch.deallocate() }
    var result = cseries_trend()
    cseries_trend_batch(values, Int64(times.count), times, Int32(times.count), 1, z, scratch, &result)
    return result
  }

  /// Series that lead the selection astray in different ways: the answer must not depend on it.
  enum Shape: CaseIterable {
    case continuous, whole, constant, line, heavyTailed, cancelling, huge, outlier, step
    func value(_ i: Int, of n: Int, _ random: inout Generator) -> Double {
      let u = random.next()
      switch self {
      case .continuous: return u
      case .whole: return (u * 4).rounded(.down)
      case .constant: return 5
      case .line: return Double(i) * 0.1
      case .heavyTailed: return 1 / (u - 0.5)
      case .cancelling: return 1e12 + u * 1e-4
      case .huge: return (u - 0.5) * 1e300
      case .outlier: return i == n / 2 ? 1e8 : 3 + 0.1 * Double(i)
      case .step: return (i < n / 2 ? 0 : 1) + (u < 0.2 ? (u * 50).rounded(.down) : 0)
      }
    }
  }

  @Test("equals sorting all slopes, bit for bit", arguments: Shape.allCases)
  func equalsReference(shape: Shape) {
    var random = Generator(state: 41)
    for round in 0..<80 {
      let n = round % 40 == 39 ? 90 + Int(random.next() * 120) : 3 + Int(random.next() * 45)
      var times: [Double] = []
      var time = 2000.0
      for _ in 0..<n {
        time += round % 2 == 0 ? 1 : 0.25 + (random.next() * 4).rounded(.down)
        times.append(time)
      }
      let values = times.indices.map { i in
        let value = shape.value(i, of: n, &random)
        return round % 3 == 0 && random.next() < 0.15 ? Double.nan : value
      }
      guard values.count(where: { !$0.isNaN }) >= 3 else { continue }
      for z in [1.959963984540054, 3.290526731491926, 0.01] {
        let found = Self.fit(values, times, z: z)
        let expected = Reference(values, times, z: z)
        #expect(found.status == Int32(CSERIES_TREND_OK))
        #expect(Int(found.mann_kendall.s) == expected.s)
        #expect(Int(found.mann_kendall.tied_pairs) == expected.tied)
        #expect(Int(found.mann_kendall.tie_term) == expected.tieTerm)
        #expect(found.slope == expected.slope)
        #expect(found.lower == expected.lower)
        #expect(found.upper == expected.upper)
        #expect(found.median_value == expected.medianValue)
      }
    }
  }

  @Test("long series use the same code")
  func longSeries() {
    var random = Generator(state: 7)
    let times = (0..<700).map(Double.init)
    let values = times.map { $0 * 0.001 + random.next() }
    let found = Self.fit(values, times, z: 1.96)
    let expected = Reference(values, times, z: 1.96)
    #expect(Int(found.mann_kendall.s) == expected.s)
    #expect(found.slope == expected.slope)
    #expect(found.lower == expected.lower)
    #expect(found.upper == expected.upper)
  }

  @Test("says which series it cannot do")
  func refusals() {
    let times: [Double] = [1, 2, 3, 4]
    #expect(Self.fit([1, .nan, .nan, 4], times, z: 2).status == Int32(CSERIES_TREND_TOO_FEW))
    #expect(Self.fit([.nan, .nan, .nan, .nan], times, z: 2).points == 0)
    #expect(Self.fit([1, .infinity, 2, 4], times, z: 2).status == Int32(CSERIES_TREND_OVERFLOW))
    #expect(Self.fit([-1.7e308, 1.7e308, 1.7e308, 1], times, z: 2).status == Int32(CSERIES_TREND_OVERFLOW))
    let found = Self.fit([.nan, 1, 2, 4], times, z: 2)
    #expect(found.first == 1 && found.last == 3 && found.points == 3)
  }

  @Test("has scratch for the longest series and none beyond")
  func scratch() {
    #expect(cseries_trend_scratch_size(3000) > 0)
    #expect(cseries_trend_scratch_size(3000) < 80_000_000)
    #expect(cseries_trend_scratch_size(3001) == 0)
    #expect(cseries_trend_scratch_size(-1) == 0)
  }
}
