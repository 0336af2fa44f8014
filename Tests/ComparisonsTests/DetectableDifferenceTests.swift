import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Detectable differences")
struct DetectableDifferenceTests {
  // Power over the whole table of both counts in numpy 2 and scipy 1.17.1, solved by `brentq` to 1e-12.
  @Test(
    "small shares: the whole table",
    arguments: [
      (100.0, 1500.0, 0.05, 0.07392992035074945, 0.04737217857162022),
      (60, 300, 0.02, 0.08081049630942874, nil),
      (100, 1500, 0.95, 0.04737217857162024, 0.07392992035074952),
    ] as [(Double, Double, Double, Double, Double?)])
  func enumeratedShares(zone: Double, other: Double, share: Double, higher: Double, lower: Double?) throws {
    let found = try DetectableDifference.proportions(zone: zone, other: other, share: share)
    #expect(found.method == .detectableEnumerated)
    #expect(abs(try #require(found.higher) - higher) <= 1e-10)
    if let lower {
      #expect(abs(try #require(found.lower) - lower) <= 1e-10)
    } else {
      #expect(found.lower == nil && found.either == found.higher)
    }
  }

  // The same for the exact conditional test of two Poisson counts.
  @Test("small rates: the whole table")
  func enumeratedRates() throws {
    let found = try DetectableDifference.rates(zone: 1000, other: 8000, rate: 0.006)
    #expect(found.method == .detectableEnumerated)
    #expect(abs(try #require(found.higher) - 0.009865799311298341) <= 1e-10)
    // No events at all are found 994 times in a thousand, so there is a fall that is found.
    #expect(try #require(found.lower) < 0.006)
  }

  // The normal formulas by scipy's `brentq`; Torstrand's size.
  @Test("larger shares by the normal approximation")
  func normal() throws {
    let found = try DetectableDifference.proportions(zone: 2590, other: 45_000, share: 0.098)
    #expect(found.method == .detectableNormal)
    #expect(abs(try #require(found.higher) - 0.01723577216737565) <= 1e-12)
    #expect(abs(try #require(found.lower) - 0.016405373023103603) <= 1e-12)
    #expect(abs(try #require(found.people(of: 2590)) - 44.64) <= 0.005)
  }

  // Enumeration gives 0.035336 and 0.027543 for 25 expected of 500 against 1500; the approximation may be 1.1 % off, and 2.3 %
  // for rates of 60 expected (0.0025589 and 0.0021530).
  @Test("the approximation is near the enumeration where it takes over")
  func agreement() throws {
    let shares = try DetectableDifference.proportions(zone: 500, other: 1500, share: 0.05)
    #expect(shares.method == .detectableNormal)
    #expect(abs(try #require(shares.higher) / 0.035336339394957436 - 1) <= 0.011)
    #expect(abs(try #require(shares.lower) / 0.027543454348310892 - 1) <= 0.011)
    let rates = try DetectableDifference.rates(zone: 10_000, other: 80_000, rate: 0.006)
    #expect(abs(try #require(rates.higher) / 0.00255891583104865 - 1) <= 0.023)
    #expect(abs(try #require(rates.lower) / 0.002153003428964234 - 1) <= 0.023)
  }

  @Test("more people see less, more power needs more")
  func monotone() throws {
    var last = Double.infinity
    for n in [50.0, 100, 400, 3000, 30_000] {
      let found = try #require(
        try DetectableDifference.proportions(zone: n, other: 50_000, share: 0.1).higher)
      #expect(found < last)
      last = found
    }
    let (weak, strong) = (
      try DetectableDifference.rates(zone: 300, other: 3000, rate: 0.01, power: 0.5),
      try DetectableDifference.rates(zone: 300, other: 3000, rate: 0.01, power: 0.95)
    )
    #expect(try #require(weak.higher) < (try #require(strong.higher)))
  }

  @Test("means: (t of α + t of power) standard errors")
  func means() throws {
    let means = try MeanDifference(
      try SampleMean(mean: 3, standardDeviation: 2, count: 100),
      minus: try SampleMean(mean: 3, standardDeviation: 2, count: 100))
    // 198 degrees of freedom: (1.972017 + 0.843440)·√0.08, six digits printed each.
    #expect(
      abs(try #require(try DetectableDifference.means(means).higher) - 2.815458 * 0.08.squareRoot()) <= 1e-6)
  }

  @Test("sizes far apart neither trap nor take for ever")
  func sizesFarApart() throws {
    // Enumerating a country's counts against thirty persons would take twelve million rows.
    let country = try DetectableDifference.proportions(zone: 5_000_000, other: 30, share: 0.5)
    #expect(country.method == .detectableNormal)
    // A known share against thirty persons: near (1.96 + 0.84)·0.5/√30.
    let higher = try #require(country.higher)
    #expect(higher > 0.2 && higher < 0.27)
    #expect(
      try DetectableDifference.proportions(zone: 1e19, other: 100, share: 0.1).method == .detectableNormal)
    #expect(try DetectableDifference.rates(zone: 5e6, other: 30, rate: 0.17).method == .detectableNormal)
    // Less than an event expected beside 10⁵: one event is far too many, and no fall can be seen.
    let tiny = try DetectableDifference.rates(zone: 1e-10, other: 1e12, rate: 1e-7)
    #expect(tiny.method == .detectableEnumerated && tiny.lower == nil && (tiny.higher ?? 0) > 1e9)
  }

  @Test("refusals")
  func refusals() {
    #expect(throws: StatisticsError.emptyDenominator(0)) {
      try DetectableDifference.proportions(zone: 0, other: 5, share: 0.1)
    }
    #expect(throws: StatisticsError.parameter(name: "share", value: 2)) {
      try DetectableDifference.proportions(zone: 10, other: 5, share: 2)
    }
    #expect(throws: StatisticsError.parameter(name: "power", value: 0.01)) {
      try DetectableDifference.rates(zone: 10, other: 5, rate: 0.2, power: 0.01)
    }
  }
}
