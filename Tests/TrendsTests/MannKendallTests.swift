import Estimates
import Foundation
import TestSupport
import Testing

@testable import Trends

@Suite("Mann–Kendall")
struct MannKendallTests {
  // Printed digits of the reference values; S and Var S of whole numbers are exact.
  @Test("Nile 1871–1970: tau, Z and p as R and scipy print them")
  func nile() throws {
    let test = try MannKendall(of: PublishedSeries.nile)
    #expect(test.points == 100)
    #expect(test.s == -1387)
    #expect(abs(test.varianceOfS - 112728.333333333) < 5e-10)
    #expect(abs(test.z - -4.12806652284410) < 5e-15)
    #expect(abs(test.pValue - 3.65826292166433e-05) < 5e-20)
    #expect(abs(test.tauB - -0.280741334724613) < 5e-16)
    #expect(abs(test.tauA - -0.280202020202020) < 5e-16)
    #expect(!test.isExact)
  }

  // R `Kendall` 2.2.1: S exact, the rest in single precision, so 1e-6.
  @Test(
    "precipitation of the Great Lakes 1900–1986, with ties",
    .enabled(if: ReferenceData.has("reference/PrecipGL.csv"), Comment(rawValue: ReferenceData.skipReason)))
  func precipitation() throws {
    let text = try String(contentsOf: ReferenceData.url("reference/PrecipGL.csv"), encoding: .utf8)
    let values = text.split(whereSeparator: \.isNewline).dropFirst().compactMap {
      $0.split(separator: ",").last.flatMap { Double($0) }
    }
    let test = try MannKendall(of: values)
    #expect(test.points == 87 && test.s == 989)
    #expect(abs(test.varianceOfS - 74398.33) < 0.02)
    #expect(abs(test.tauB - 0.264580) < 1e-6)
    // pymannkendall 1.4.3, in double precision.
    #expect(abs(test.z - 3.622224312763523) <= 1e-12 * 3.7)
    #expect(abs(test.pValue - 0.0002920806739123982) <= 1e-12 * 13 * 3e-4)
  }

  // Relative 1e-12: a peer's fixture, computed in the same double precision.
  @Test("equals pymannkendall and scipy", arguments: PeerSeries.all)
  func peers(series: PeerSeries) throws {
    let test = try MannKendall(of: series.values)
    #expect(test.s == series.s)
    #expect(abs(test.varianceOfS - series.varS) <= 1e-12 * series.varS)
    #expect(abs(test.z - series.z) <= 1e-12 * abs(series.z))
    #expect(abs(test.tauB - series.tauB) <= 1e-12)
    // A normal tail multiplies the relative rounding of Z by Z².
    #expect(abs(test.pValue - series.p) <= 1e-12 * max(1, series.z * series.z) * series.p)
  }

  @Test("exact distribution: all orders of six values counted one by one")
  func exactByEnumeration() {
    var counts: [Int: Int] = [:]
    func visit(_ order: [Int], _ rest: [Int]) {
      guard !rest.isEmpty else {
        var s = 0
        for j in order.indices { for i in 0..<j { s += order[j] > order[i] ? 1 : -1 } }
        counts[abs(s), default: 0] += 1
        return
      }
      for (index, next) in rest.enumerated() {
        var left = rest
        left.remove(at: index)
        visit(order + [next], left)
      }
    }
    visit([], Array(0..<6))
    for s in stride(from: 1, through: 15, by: 2) {
      let beyond = counts.filter { $0.key >= s }.values.reduce(0, +)
      let expected = Double(beyond) / 720
      // Six additions and divisions of positive numbers: a few roundings of 2⁻⁵³.
      #expect(
        abs((MannKendallNull.twoSided(s: s, points: 6) ?? 0) - expected) <= 1e-15 * expected.rounded(.up))
    }
  }

  @Test("exact distribution: the extreme order has 2 in n!")
  func exactExtremes() {
    #expect(MannKendallNull.twoSided(s: 45, points: 10).map { abs($0 * 3_628_800 - 2) < 1e-12 } == true)
    #expect(MannKendallNull.twoSided(s: -45, points: 10) == MannKendallNull.twoSided(s: 45, points: 10))
    #expect(MannKendallNull.twoSided(s: 0, points: 9) == 1)
    #expect(MannKendallNull.twoSided(s: 5, points: 61) == nil)
    // 60! from log-gamma: 1e-12 relative is what subtracting logs of size 190 leaves.
    let last = MannKendallNull.twoSided(s: 1770, points: 60) ?? 0
    #expect(abs(log(last) - (log(2) - lgamma(61))) < 1e-11)
  }

  @Test("all values equal: no variation, p is 1")
  func constant() throws {
    let test = try MannKendall(of: [4, 4, 4, 4, 4])
    #expect(test.s == 0 && test.varianceOfS == 0 && test.z == 0)
    #expect(test.pValue == 1 && test.tauB == 0 && !test.hasVariation)
    #expect(test.estimate.diagnostics == [.noVariation])
  }

  @Test("p stays above zero far out")
  func farTail() throws {
    let test = try MannKendall(of: (0..<400).map(Double.init))
    #expect(test.z > 29)
    #expect(test.pValue > 0 && test.pValue < 1e-180)
  }

  @Test("refuses short and infinite series")
  func refusals() {
    #expect(throws: StatisticsError.tooFewObservations(needed: 3, found: 2)) { try MannKendall(of: [1, 2]) }
    #expect(throws: StatisticsError.tooFewObservations(needed: 3, found: 0)) { try MannKendall(of: []) }
    #expect(throws: StatisticsError.tooFewObservations(needed: 3, found: 1)) {
      try MannKendall(of: [1, .nan, .nan])
    }
    #expect(throws: StatisticsError.notFinite(what: "value")) { try MannKendall(of: [1, 2, .infinity, 3]) }
  }
}
