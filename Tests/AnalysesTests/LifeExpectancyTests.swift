import Estimates
import Indicators
import Rates
import Testing

@testable import Analyses

@Suite struct LifeExpectancyTests {
  static let labels = ["0", "1-14", "15-44", "45-64", "65-84", "85+"]
  static let deaths: [Double] = [2, 1, 9, 40, 160, 150]
  static let people: [Double] = [310, 4200, 9800, 7400, 4300, 620]

  /// One panel an age, zones × years from 2022; figures of the zones K, A and B.
  private func dataset(
    _ zones: [String: [[(Double, Double)?]]], labels: [String] = Self.labels, years: Int = 1,
    indicator: String = "deaths"
  ) throws -> Dataset {
    let system = try SampleDataset.system()
    let codes = zones.keys.sorted()
    let panels = try labels.enumerated().map { band, label in
      let cells = codes.flatMap { code in (0..<years).map { zones[code]?[$0][band] ?? nil } }
      return try Panel(
        indicator: indicator,
        stratum: Stratum([Stratum.Choice(dimension: "alder", role: .age, category: label)]), kind: .rate,
        zones: codes.compactMap { system.zone($0) }, periods: SampleDataset.years(2022, years),
        values: cells.map { $0.map { $0.0 / $0.1 } ?? .nan }, numerators: cells.map { $0?.0 ?? .nan },
        denominators: cells.map { $0?.1 ?? .nan }, statuses: cells.map { $0 == nil ? .suppressed : .observed }
      )
    }
    return try SampleDataset.dataset(panels)
  }

  private var year: [(Double, Double)?] { zip(Self.deaths, Self.people).map { ($0, $1) } }
  private func scaled(_ d: Double, _ p: Double) -> [(Double, Double)?] {
    zip(Self.deaths, Self.people).map { ($0 * d, $1 * p) }
  }

  private func run(_ dataset: Dataset, _ asked: LifeExpectancy.Options = .init(), asking: Asking = Asking())
    throws -> ResultSet
  {
    try Question.lifeExpectancy(asked).answer(dataset, asking)
  }

  /// numpy 2.4.6 as in LifeTableTests; relative 1e-12.
  @Test func aRowAZoneYearAndAge() throws {
    var asked = LifeExpectancy.Options()
    asked.ages = [0, 65, 66]
    let rows = try run(try dataset(["A": [year]]), asked).rows
    #expect(rows.count == 3)
    #expect(agree(rows[0, "estimate"].double, 76.70263172193147, within: 1e-10))
    #expect(agree(rows[0, "standard_error"].double, 0.8105529830226441, within: 1e-12))
    #expect(rows[0, "expectancy"] == rows[0, "estimate"] && rows[0, "unit"].string == "years")
    #expect(rows[0, "deaths"].double == 362 && rows[0, "person_years"].double == 26630)
    #expect(agree(rows[1, "estimate"].double, 16.46779661016949, within: 1e-10))
    #expect(rows[2, "reason"].string == "no-such-age" && rows[2, "age"].double == 66)
  }

  @Test func aWindowSumsDeathsAndPopulation() throws {
    var asked = LifeExpectancy.Options()
    asked.pools = true
    // Deaths one and three times, people twice: the rates of the sums are those of the one year.
    let data = try dataset(["A": [scaled(1, 1), scaled(3, 3)]], years: 2)
    let pooled = try run(data, asked).rows
    #expect(pooled.count == 1 && pooled[0, "period"].string == "2022-2023")
    #expect(pooled[0, "periods_used"].double == 2)
    #expect(agree(pooled[0, "estimate"].double, 76.70263172193147, within: 1e-10))
    #expect(agree(pooled[0, "standard_error"].double, 0.8105529830226441 / 2, within: 1e-12))
    // Unlike rates: Σ/Σ is not the mean of the two expectancies.
    let unlike = try dataset(["A": [scaled(1, 1), scaled(0.5, 1)]], years: 2)
    let sum = try run(unlike, asked).rows[0, "estimate"].double ?? 0
    let single = try run(unlike).rows
    let mean = ((single[0, "estimate"].double ?? 0) + (single[1, "estimate"].double ?? 0)) / 2
    #expect(abs(sum - mean) > 0.1)
    asked.pools = false
    asked.years = 2
    #expect(try run(unlike, asked).rows[0, "period"].string == "2022-2023")
  }

  @Test func aHiddenBandHidesTheWindow() throws {
    var hidden = year
    hidden[2] = nil
    var asked = LifeExpectancy.Options()
    asked.pools = true
    asked.yearsLostBefore = 75
    let rows = try run(try dataset(["A": [year, hidden], "B": [year, year]], years: 2), asked).rows
    for row in rows.rows(where: ["zone": "A"]) {
      #expect(rows[row, "reason"].string == "suppressed" && rows[row, "estimate"].double == nil)
      #expect(rows[row, "lower"].double == nil && rows[row, "person_years"].double == nil)
    }
    let lost = rows.rows(where: ["zone": "B", "method": "life.years-lost-before-age"])
    #expect(lost.count == 1 && agree(rows[lost[0], "estimate"].double, 2 * 1421.8, within: 1e-9))
    #expect(agree(rows[lost[0], "rate"].double, 65.49055734684477, within: 1e-10))
  }

  @Test func againstTheRest() throws {
    let data = try dataset(["K": [scaled(4, 5)], "A": [year]])
    var asked = LifeExpectancy.Options()
    asked.against = .rest
    let rows = try run(data, asked, asking: Asking(zones: ["A"])).rows
    // The rest has 3 times the deaths among 4 times the people.
    let rest = try LifeTable(
      deaths: Self.deaths.map { 3 * $0 }, population: Self.people.map { 4 * $0 },
      LifeTableSchedule(Self.labels.compactMap { AgeBand($0) })
    ).expectancy(at: 0).get()
    #expect(rows[0, "against"].string == "rest" && rows[0, "against_name"].string == "Larvik")
    #expect(agree(rows[0, "comparator_expectancy"].double, rest.value, within: 1e-10))
    #expect(agree(rows[0, "difference"].double, 76.70263172193147 - rest.value, within: 1e-10))
    let error =
      (0.8105529830226441 * 0.8105529830226441 + (rest.standardError ?? 0) * (rest.standardError ?? 0))
      .squareRoot()
    let reach = ((rows[0, "difference_upper"].double ?? 0) - (rows[0, "difference_lower"].double ?? 0)) / 2
    #expect(agree(reach, 1.959963984540054 * error, within: 1e-10))
    #expect(rows[0, "p_value"] == rows[0, "p_adjusted"])
  }

  @Test func januaryPopulationsBecomePersonYears() throws {
    var asked = LifeExpectancy.Options()
    asked.populationIsJanuary = true
    let data = try dataset(["A": [scaled(1, 0.9), scaled(1, 1.1)]], years: 2)
    let result = try run(data, asked)
    #expect(agree(result.rows[0, "estimate"].double, 76.70263172193147, within: 1e-10))
    #expect(result.rows[1, "reason"].string == "missing")
    #expect(result.findings.map(\.diagnostic).contains(.noFollowingYear))
  }

  /// numpy 2.4.6 as in HealthyLifeExpectancyTests.
  @Test func yearsInGoodHealth() throws {
    let ill = zip([3.0, 20, 60, 90, 80, 30], [60.0, 300, 500, 400, 200, 50]).map { ($0, $1) }
    var data = try dataset(["A": [year]])
    data.panels += try dataset(["A": [ill.map(Optional.some)]], indicator: "ill").panels
    var asked = LifeExpectancy.Options()
    asked.health = "ill"
    let rows = try run(data, asked).rows
    #expect(rows.count == 2 && rows[1, "method"].string == "life.sullivan")
    #expect(agree(rows[1, "estimate"].double, 62.07569340576246, within: 1e-10))
    #expect(agree(rows[1, "standard_error"].double, 0.9448477339333672, within: 1e-12))
    asked.health = "helse"
    #expect(throws: AnalysisError.unknownIndicator("helse", known: ["deaths", "ill"])) {
      try run(data, asked)
    }
  }

  @Test func figuresThatMakeNoLifeTableAreRefusedWithTheReason() throws {
    func reason(_ data: Dataset, _ asked: LifeExpectancy.Options = .init()) throws -> String? {
      let result = try run(data, asked)
      #expect(result.isRefused)
      return result.rows[0, "reason"].string
    }
    // A published expectancy: values without counts, with and without a dimension of ages.
    let published = try Panel(
      indicator: "levealder", zones: [Zone(code: "3909")], periods: SampleDataset.years(2022, 1),
      values: [81.6],
      statuses: [.observed])
    #expect(try reason(Dataset(panels: [published])) == "published-expectancy")
    let atBirth = try published.restratified(
      Stratum([Stratum.Choice(dimension: "Alder", role: .age, category: "Ved fødsel")]))
    #expect(try reason(Dataset(panels: [atBirth])) == "published-expectancy")
    #expect(
      try reason(SampleDataset.dataset([SampleDataset.shares([[(3, 100)]], codes: ["A"])])) == "needs-ages")
    let gap = try dataset(["A": [year]], labels: ["0", "2-14", "15-44", "45-64", "65-84", "85+"])
    #expect(try reason(gap) == "age-gap")
    let finding = try #require(try run(gap).findings.first { $0.diagnostic == .ageBands })
    #expect(finding.arguments["bands"] == "0, 2–14" && finding.arguments["reason"] == "age-gap")
    let closed = try dataset(["A": [year]], labels: ["0", "1-14", "15-44", "45-64", "65-84", "85-94"])
    #expect(try reason(closed) == "ages-end")
    var asked = LifeExpectancy.Options()
    asked.closedEnd = .open
    #expect(agree(try run(closed, asked).rows[0, "estimate"].double, 76.70263172193147, within: 1e-10))
  }

  @Test func figuresOfMonthsAreRefused() throws {
    var data = try dataset(["A": [year]])
    data.panels = try data.panels.map { panel in
      try Panel(
        indicator: panel.indicator, stratum: panel.stratum, kind: panel.kind, zones: panel.zones,
        periods: [Period(unit: .month, year: 2022, index: 3)].compactMap { $0 }, values: panel.values,
        numerators: panel.numerators, denominators: panel.denominators, statuses: panel.statuses)
    }
    #expect(try run(data).rows[0, "reason"].string == "needs-years")
  }

  @Test func totalsAndUnknownAgesAreLeftOut() throws {
    let data = try dataset(
      ["A": [year + [(362, 26630), (1, 2)]]], labels: Self.labels + ["i alt", "uoppgitt"])
    let result = try run(data)
    #expect(agree(result.rows[0, "estimate"].double, 76.70263172193147, within: 1e-10))
    let finding = try #require(result.findings.first { $0.diagnostic == .ageNotRead })
    #expect(finding.arguments["category"] == "uoppgitt")
  }
}
