import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Gap over all periods")
struct GapTrendTests {
  static let zone = [(62, 400), (60, 410), (55, 405), (57, 398), (49, 402)]
  static let rest = [(400, 4000), (405, 4010), (410, 4020), (398, 4030), (402, 4040)]

  static func points(_ factor: Double = 1) throws -> [GapPoint] {
    try zip(zone, rest).enumerated().map { year, pair in
      GapPoint(
        time: Double(2019 + year),
        .proportions(
          try Proportion(of: pair.0.0, in: pair.0.1), try Proportion(of: pair.1.0, in: pair.1.1)),
        factor: factor)
    }
  }

  // Newcombe's intervals and the weighted line in numpy and scipy 1.17.1, sixteen digits printed.
  @Test("equals the formulas")
  func vector() throws {
    let trend = try GapTrend(Self.points())
    let slope = trend.changePerYear()
    // Times near 2020 cost the plain formula in numpy four digits.
    #expect(abs(slope.value + 0.006711780040663342) <= 1e-14)
    #expect(abs((slope.standardError ?? 0) - 0.005659568374577395) <= 1e-15)
    #expect(abs(trend.absolute.heterogeneity - 0.5725735513965753) <= 1e-12)
    #expect(abs((trend.absolute.heterogeneityPValue ?? 0) - 0.9026813086273757) <= 1e-12)
    #expect(abs(trend.pValue - 0.23565496081359416) <= 1e-12)
    #expect(abs(trend.gaps().first.value - 0.05341529314252124) <= 1e-14)
    #expect(trend.verdict() == .noClearChange)
  }

  @Test("percentage points are a hundred times as much, and p stays")
  func scale() throws {
    let (one, other) = (try GapTrend(Self.points()), try GapTrend(Self.points(100)))
    #expect(abs(other.changePerYear().value / one.changePerYear().value - 100) <= 1e-11)
    #expect(abs(other.pValue - one.pValue) <= 1e-12)
    #expect(abs(try one.relativeChange().value - other.relativeChange().value) <= 1e-14)
  }

  @Test("a period of zero leaves the differences and refuses the ratios")
  func zero() throws {
    var points = try Self.points()
    points[2] = GapPoint(
      time: 2021, .proportions(try Proportion(of: 0, in: 400), try Proportion(of: 400, in: 4000)))
    #expect(points[2].differenceError > 0 && points[2].logRatio == nil)
    let trend = try GapTrend(points)
    #expect(throws: FigureRefusal(.noRatioAtZero)) { try trend.relativeChangePerYear() }
    // A year at zero among years at five points above is further off than chance: said, and paid for.
    #expect(trend.changePerYear().diagnostics.contains(.heterogeneousSeries))
    #expect(trend.absolute.inflation > 1)
  }

  @Test("a gap that closes is narrowed, one that opens on the other side is widened, two points are too few")
  func verdicts() throws {
    func trend(_ gaps: [Double]) throws -> GapTrend {
      try GapTrend(
        gaps.enumerated().map { GapPoint(time: Double($0), difference: $1, differenceError: 0.1) })
    }
    #expect(try trend([5, 4, 3, 2]).verdict() == .narrowed)
    #expect(try trend([-2, -3, -4, -5]).verdict() == .widened)
    #expect(try trend([-1, 1, 3, 5]).verdict() == .widened)
    #expect(try trend([-1, 1, 3, 5]).change().diagnostics == [.gapCrossedZero])
    #expect(try trend([-3, -1, 1, 3]).verdict() == .reversed)
    #expect(throws: StatisticsError.tooFewObservations(needed: 3, found: 2)) { try trend([1, 2]) }
  }
}
