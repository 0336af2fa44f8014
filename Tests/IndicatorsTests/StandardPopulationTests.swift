import Testing

@testable import Indicators

@Suite struct StandardPopulationTests {
  private let fives = (0..<18).compactMap { AgeBand(from: 5 * $0, through: 5 * $0 + 4) }

  /// The 19 bands as Eurostat prints them, 0–4 to 90+; of 100 000.
  @Test func theEuropeanStandardOf2013HasItsNineteenBands() throws {
    let bands = fives + [try #require(AgeBand(from: 90, through: nil))]
    let (match, weights) = try StandardPopulation.esp2013.weights(for: bands)
    #expect(
      weights == [
        5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500,
        1500,
        1000,
      ])
    #expect(!match.isTruncated)
  }

  @Test func itsVariantsAreSumsOfItsFinestBands() throws {
    let labels = ["0", "1-4"] + fives.dropFirst().map(\.description) + ["90-94", "95+"]
    let (_, weights) = try StandardPopulation.esp2013.weights(for: labels.compactMap { AgeBand($0) })
    #expect(weights.first == 1000 && weights[1] == 4000 && weights.suffix(2) == [800, 200])
    let wide = ["0-17", "18-49", "50-66", "67-79", "80+"].compactMap { AgeBand($0) }
    #expect(throws: AgeMatch.Problem.self) { try StandardPopulation.esp2013.weights(for: wide) }
    let tens = ["0-9", "10-44", "45-64", "65+"].compactMap { AgeBand($0) }
    #expect(
      try StandardPopulation.esp2013.weights(for: tens).weights == [10500, 43500, 26500, 19500].map { $0 })
  }

  /// Published totals: 100 000 persons each; WHO's per cent as printed add up to 100.035.
  @Test(arguments: [("esp2013", 100_000.0), ("esp1976", 100_000), ("segi", 100_000), ("who", 100_035)])
  func theWeightsAddUp(id: String, total: Double) throws {
    let standard = try #require(StandardPopulation.named(id))
    #expect(standard.weights.reduce(0, +) == total)
    #expect(standard.bands.count == standard.weights.count)
    #expect(standard.bands.first?.lower == 0 && standard.bands.last?.isOpen == true)
    #expect(try AgeMatch(of: standard.bands, with: standard.bands).groups.count == standard.bands.count)
  }

  @Test func namesAreForgiving() {
    #expect(StandardPopulation.named("ESP-2013")?.id == "esp2013")
    #expect(StandardPopulation.named("esp2014") == nil)
  }

  @Test func aStandardOfOnesOwnIsCheckedAndPutInOrder() throws {
    let (young, old) = (try #require(AgeBand("0-49")), try #require(AgeBand("50+")))
    let standard = try #require(StandardPopulation(id: "own", [(old, 2), (young, 3)]))
    #expect(standard.bands == [young, old] && standard.weights == [3, 2])
    #expect(StandardPopulation(id: "own", [(old, -1), (young, 3)]) == nil)
    #expect(StandardPopulation(id: "own", [(old, .nan), (young, 3)]) == nil)
    #expect(StandardPopulation(id: "own", [(old, 0), (young, 0)]) == nil)
    #expect(StandardPopulation(id: "own", [(old, 1), (old, 1)]) == nil)
    #expect(StandardPopulation(id: "own", []) == nil)
  }
}
