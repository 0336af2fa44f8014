import Estimates
import TestSupport
import Testing

@testable import Trends

@Suite("Pre-whitening")
struct PreWhiteningTests {
  let years = PublishedSeries.nile.indices.map { 1871 + Double($0) }

  // R `modifiedmk` 1.6 pwmk, tfpwmk and bcpw, printed to 15 digits. S is exact.
  @Test(arguments: [
    (PreWhitenedTrend.Form.plain, -845, -2.55152627573407), (.trendFree, -1515, -4.57702699225281),
    (.biasCorrected, -971, -2.9324413358555),
  ])
  func nile(form: PreWhitenedTrend.Form, s: Int, z: Double) throws {
    let trend = try PreWhitenedTrend(PublishedSeries.nile, at: years, form: form)
    #expect(trend.whitened.mannKendall.s == s)
    #expect(trend.whitened.mannKendall.points == 99 && trend.points == 100)
    #expect(isClose(trend.whitened.mannKendall.z, z, relative: 1e-13))
  }

  /// The peer's slope is that of the whitened series; the series' own is larger by 1/(1 − r).
  @Test func slopesOfTheNile() throws {
    let trend = try PreWhitenedTrend(PublishedSeries.nile, at: years, form: .biasCorrected)
    #expect(isClose(trend.whitened.theilSen.slope, -1.59055968214385, relative: 1e-11))
    // numpy 2.4.6 lstsq: r = (100 ρ + 2)/96.
    #expect(isClose(trend.correlation, 0.4117386706402657, relative: 1e-11))
    #expect(isClose(trend.slope, -2.7038317882887306, relative: 1e-11))
    let plain = try PreWhitenedTrend(PublishedSeries.nile, at: years, form: .plain)
    #expect(isClose(plain.correlation, 0.49840818413302895, relative: 1e-13))
    #expect(isClose(plain.slope, -1.392627314622275 / (1 - 0.49840818413302895), relative: 1e-12))
    let free = try PreWhitenedTrend(PublishedSeries.nile, at: years, form: .trendFree)
    #expect(isClose(free.slope, -2.6658635166868274, relative: 1e-11))
  }

  @Test func equalValuesAndHoles() throws {
    let times = (0..<10).map(Double.init)
    for form in PreWhitenedTrend.Form.allCases {
      let flat = try PreWhitenedTrend([Double](repeating: 4, count: 10), at: times, form: form)
      #expect(flat.slope == 0 && flat.whitened.mannKendall.pValue == 1)
      var holed = Array(PublishedSeries.nile.prefix(10))
      holed[4] = .nan
      #expect(throws: StatisticsError.unequalSpacing) { try PreWhitenedTrend(holed, at: times, form: form) }
    }
  }
}
