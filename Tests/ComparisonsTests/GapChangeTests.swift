import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Change of a gap between two windows")
struct GapChangeTests {
  private func contrast(_ x: Int, _ n: Int, _ y: Int, _ m: Int) throws -> Contrast {
    .proportions(try Proportion(of: x, in: n), try Proportion(of: y, in: m))
  }

  // Newcombe's intervals squared and added once more, with scipy 1.17.1; p where the upper end is 0, by `brentq` to 1e-14 in z.
  @Test("difference of differences")
  func difference() throws {
    let change = GapChange(from: try contrast(120, 800, 500, 5000), to: try contrast(80, 790, 490, 5100))
    let found = change.difference()
    let interval = try #require(found.interval)
    #expect(abs(found.value + 0.04481260858773889) <= 1e-15)
    #expect(abs(interval.lower + 0.07943684717409236) <= 1e-14)
    #expect(abs(interval.upper + 0.010224415872666384) <= 1e-14)
    #expect(abs(change.pValue - 0.011281733506126337) <= 1e-11)
    #expect(change.verdict() == .narrowed)
  }

  @Test("the p-value never contradicts the interval", arguments: [0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999])
  func duality(level: Double) throws {
    let level = try #require(ConfidenceInterval.Level(level))
    for change in [
      GapChange(from: try contrast(12, 80, 50, 500), to: try contrast(4, 79, 49, 510)),
      GapChange(from: try contrast(0, 80, 50, 500), to: try contrast(9, 79, 49, 510)),
      GapChange(
        from: .rates(try Rate(of: 3, in: 100), try Rate(of: 90, in: 900)),
        to: .rates(try Rate(of: 15, in: 100), try Rate(of: 80, in: 900))),
    ] {
      let holds = try #require(change.difference(level: level).interval).contains(0)
      #expect(holds == (change.pValue > 1 - level.value))
    }
  }

  @Test("the ratio of ratios is one over itself where time runs the other way")
  func ratio() throws {
    let (before, after) = (try contrast(120, 800, 500, 5000), try contrast(80, 790, 490, 5100))
    let forward = try GapChange(from: before, to: after).ratio()
    let back = try GapChange(from: after, to: before).ratio()
    // (80/790)/(490/5100) over (120/800)/(500/5000), a few roundings.
    #expect(abs(forward.value - (80.0 / 790) / (490.0 / 5100) / 1.5) <= 1e-14)
    let (one, other) = (try #require(forward.interval), try #require(back.interval))
    #expect(abs(one.lower * other.upper - 1) <= 1e-12 && abs(one.upper * other.lower - 1) <= 1e-12)
    #expect(one.upper < 1)
  }

  @Test("no ratio of zeros; no change is p = 1")
  func edges() throws {
    let zero = try contrast(0, 80, 50, 500)
    #expect(throws: FigureRefusal(.noRatioAtZero)) {
      try GapChange(from: zero, to: try contrast(3, 80, 50, 500)).ratio()
    }
    #expect(GapChange(from: zero, to: zero).pValue == 1)
    #expect(GapChange(from: zero, to: zero).verdict() == .noClearChange)
  }

  @Test("through zero, and said so")
  func crossing() throws {
    let change = GapChange(from: try contrast(100, 1000, 200, 1000), to: try contrast(200, 1000, 100, 1000))
    #expect(change.verdict() == .reversed)
    #expect(change.difference().diagnostics.contains(.gapCrossedZero))
  }
}
