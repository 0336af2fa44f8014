import Testing

@testable import Reports

@Suite struct AxisTicksTests {
  @Test(arguments: [
    (8.3, 15.8, [0.0, 5, 10, 15, 20], 0), (0.012, 0.048, [0, 0.02, 0.04, 0.06], 2),
    (96, 104, [96, 98, 100, 102, 104], 0),
    (80.5, 83.2, [80, 81, 82, 83, 84], 0), (-3, 5, [-4, -2, 0, 2, 4, 6], 0),
    (0, 0, [0, 0.25, 0.5, 0.75, 1], 2),
  ])
  func areRoundAndCoverTheFigures(low: Double, high: Double, expected: [Double], decimals: Int) {
    let ticks = AxisTicks(covering: low...high)
    #expect(ticks.values.count == expected.count, "\(ticks.values)")
    for (tick, wanted) in zip(ticks.values, expected) {
      #expect(abs(tick - wanted) < 1e-9, "\(ticks.values)")
    }
    #expect(ticks.decimals == decimals)
    #expect(ticks.lower <= low && ticks.upper >= high)
  }

  @Test func anyRangeGivesFewTicksThatCoverIt() {
    for exponent in -12...12 {
      for (one, other) in [(1.0, 1.0), (1, 1.001), (1, 3), (-7, -6.5), (-1, 9.99)] {
        var scale = 1.0
        for _ in 0..<abs(exponent) { scale *= exponent < 0 ? 0.1 : 10 }
        let ticks = AxisTicks(covering: one * scale...other * scale)
        #expect((2...12).contains(ticks.values.count), "\(one * scale) \(other * scale) \(ticks.values)")
        let slack = abs(other * scale) * 1e-6
        #expect(ticks.lower <= one * scale + slack && ticks.upper >= other * scale - slack)
      }
    }
  }
}
