import Estimates
import Testing

@testable import Rates

@Suite("Count intervals")
struct CountIntervalTests {
  struct Vector: Sendable {
    let x: Double
    let level: ConfidenceInterval.Level
    let lower, upper, tolerance: Double
    init(
      _ x: Double, at level: ConfidenceInterval.Level = .p95, _ lower: Double, _ upper: Double,
      _ tolerance: Double
    ) {
      self.x = x
      self.level = level
      self.lower = lower
      self.upper = upper
      self.tolerance = tolerance
    }
  }

  // PHEindicatormethods testdata_Byars_Wilson: 17 digits, peer arithmetic in double.
  @Test(
    "Byar",
    arguments: [
      Vector(65, 50.163187710459454, 82.849138545939837, 1e-10),
      Vector(1045, 982.59320180733255, 1110.3312129856499, 1e-9),
      Vector(1, 0.013072132901504351, 5.5637555824752605, 1e-12),
      Vector(65, at: .p998, 42.880261471480203, 94.000290844318016, 1e-10),
      Vector(10, at: .p998, 2.916318374695686, 24.193724927880535, 1e-11),
    ])
  func byar(vector: Vector) throws {
    let estimate = try Rate(count: vector.x).estimate(.byar, level: vector.level)
    let interval = try #require(estimate.interval)
    #expect(abs(interval.lower - vector.lower) <= vector.tolerance)
    #expect(abs(interval.upper - vector.upper) <= vector.tolerance)
    #expect(estimate.method == .byar)
  }

  // χ² quantiles, printed to 12 digits.
  @Test(
    "exact",
    arguments: [
      Vector(0, 0, 3.68887945411, 5e-12), Vector(0, at: .p998, 0, 6.90775527898, 5e-12),
      Vector(1, 0.0253178079843, 5.57164339094, 5e-12), Vector(2, 0.242209278544, 7.22468766772, 5e-12),
      Vector(3, 0.618672122896, 8.76727306974, 5e-12), Vector(5, 1.62348639012, 11.6683320793, 5e-11),
      Vector(9, 4.11537309738, 17.0848034514, 5e-11), Vector(10, 4.79538869613, 18.390356042, 5e-10),
      Vector(1, at: .p998, 0.00100050033358, 9.23341347645, 5e-12),
      Vector(5, at: .p998, 0.739371731917, 16.4547452037, 5e-11),
    ])
  func exact(vector: Vector) throws {
    let estimate = try Rate(count: vector.x).estimate(.exact, level: vector.level)
    let interval = try #require(estimate.interval)
    #expect(abs(interval.lower - vector.lower) <= vector.tolerance)
    #expect(abs(interval.upper - vector.upper) <= vector.tolerance)
    #expect(estimate.method == .poissonExact)
  }

  @Test("exact where Byar has no lower end, and the method says so")
  func byarOutOfRange() throws {
    // At 99.8 % Byar's lower end for one event is −0.0028.
    #expect(CountInterval.byarBounds(1, z: ConfidenceInterval.Level.p998.normalQuantile).lower < 0)
    for (x, level) in [(1.0, ConfidenceInterval.Level.p998), (0, .p95)] {
      let estimate = try Rate(count: x).estimate(.byar, level: level)
      #expect(estimate.method == .poissonExact)
      #expect(estimate == (try Rate(count: x).estimate(.exact, level: level)))
      #expect(estimate.interval.map { $0.lower >= 0 } == true)
    }
  }

  @Test("the standard turns from exact to Byar at ten")
  func standard() throws {
    #expect(try Rate(count: 9).estimate() == Rate(count: 9).estimate(.exact))
    #expect(try Rate(count: 10).estimate() == Rate(count: 10).estimate(.byar))
  }
}
