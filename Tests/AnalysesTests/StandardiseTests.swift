import Estimates
import Indicators
import Rates
import Testing

@testable import Analyses

@Suite struct StandardiseTests {
  /// Events and persons of the zones 0 (country), A and B by age; `nil` hidden.
  private static let labels = ["0-44 år", "45-64 år", "65 år eller eldre"]

  private func panel(
    _ age: String?, _ rows: [[(Double, Double)?]], indicator: String = "deaths", role: Cube.Role = .age,
    kind: IndicatorKind? = .rate, status: CellStatus = .suppressed
  ) throws -> Panel {
    let system = try SampleDataset.system()
    let cells = rows.flatMap { $0 }
    return try Panel(
      indicator: indicator,
      stratum: age.map { Stratum([.init(dimension: "alder", role: role, category: $0)]) } ?? .all, kind: kind,
      zones: ["0", "A", "B"].compactMap { system.zone($0) },
      periods: SampleDataset.years(2021, rows.first?.count ?? 0),
      values: cells.map { $0.map { $0.0 / $0.1 } ?? .nan },
      numerators: cells.map { $0?.0 ?? .nan }, denominators: cells.map { $0?.1 ?? .nan },
      statuses: cells.map { $0 == nil ? status : .observed })
  }

  private func sample(_ labels: [String] = labels, hidden: Bool = false, missing: Bool = false) throws
    -> Dataset
  {
    let blank: (Double, Double)? = nil
    var panels = [
      try panel(labels[0], [[(300, 60000), (310, 60500)], [(3, 700), (4, 710)], [(2, 400), (1, 380)]]),
      try panel(labels[1], [[(500, 25000), (520, 25200)], [(9, 300), (8, 310)], [(3, 200), (4, 210)]]),
    ]
    let last: [[(Double, Double)?]] = [
      [(4000, 15000), (4100, 15500)], [hidden || missing ? blank : (60, 200), (58, 205)],
      [(10, 60), (12, 62)],
    ]
    panels.append(try panel(labels[2], last, status: missing ? .missing : .suppressed))
    return try dataset(panels)
  }

  private func dataset(_ panels: [Panel], standardise: String? = nil) throws -> Dataset {
    Dataset(
      panels: panels, system: try SampleDataset.system(),
      catalogue: IndicatorCatalogue(
        standardise.map {
          [Indicator(id: "deaths", name: LocalisedText(nb: "Døde"), kind: .rate, standardise: $0)]
        } ?? []))
  }

  private static let own = StandardPopulation(
    id: "egen",
    ["0-44", "45-64", "65+"].compactMap { AgeBand($0) }.enumerated().map { ($1, [60.0, 25, 15][$0]) })

  private func ask(_ data: Dataset, _ how: Standardisation, _ asking: Asking = Asking()) throws -> ResultSet {
    try Question.standardise(how).answer(data, asking)
  }

  @Test func aDirectRateOfEachPeriod() throws {
    let rows = try ask(try sample(), Standardisation(standard: Self.own)).rows
    #expect(rows.count == 6)
    let row = try #require(rows.rows(where: ["zone": "A", "period": "2021"]).first)
    // 100 000 · (0.60·3/700 + 0.25·9/300 + 0.15·60/200), by hand.
    #expect(agree(rows[row, "rate"].double, 5507.142857142857, within: 1e-9))
    #expect(rows[row, "estimate"].double == rows[row, "rate"].double)
    let single = try DirectRate(events: [3, 9, 60], populations: [700, 300, 200], weights: [60, 25, 15])
      .estimate()
      .scaled(by: 100_000)
    #expect(
      rows[row, "lower"].double == single.interval?.lower
        && rows[row, "upper"].double == single.interval?.upper)
    #expect(rows[row, "observed"].double == 72 && rows[row, "population"].double == 1200)
    #expect(agree(rows[row, "crude_rate"].double, 6000, within: 1e-9))
    #expect(rows[row, "method"].string == "direct-rate.dobson" && rows[row, "unit"].string == "per 100000")
    #expect(rows[row, "standard"].string == "egen" && rows[row, "type"].string == "direct")
    #expect(rows[row, "age_bands"].double == 3 && rows[row, "smr"].double == nil)
    #expect(rows.hasUniqueKeys)
  }

  /// Σ/Σ by age over the window, never a mean of rates.
  @Test func aWindowIsSummedByAge() throws {
    let window = try #require(PeriodRange("2021..2022"))
    let asking = Asking(zones: ["A"], range: window)
    let rows = try ask(try sample(), Standardisation(standard: Self.own, sumsPeriods: true), asking).rows
    #expect(
      rows.count == 1 && rows[0, "period"].string == "2021..2022" && rows[0, "periods_used"].double == 2)
    let expected = 100_000 * (0.60 * 7 / 1410 + 0.25 * 17 / 610 + 0.15 * 118 / 405)
    #expect(agree(rows[0, "rate"].double, expected, within: 1e-9))
    // A year with a missing age is left out for all ages.
    let partly = try ask(
      try sample(missing: true), Standardisation(standard: Self.own, sumsPeriods: true), asking
    ).rows
    #expect(partly[0, "periods_used"].double == 1 && partly[0, "observed"].double == 70)
    #expect(partly[0, "diagnostics"] == .texts(["incomplete-window"]))
    // A hidden one hides the sum.
    let hidden = try ask(
      try sample(hidden: true), Standardisation(standard: Self.own, sumsPeriods: true), asking
    ).rows
    #expect(hidden[0, "estimate"].double == nil && hidden[0, "reason"].string == "suppressed")
    #expect(throws: AnalysisError.self) {
      try ask(
        try sample(), Standardisation(sumsPeriods: true),
        Asking(range: try #require(PeriodRange("2001..2003"))))
    }
  }

  @Test func aHiddenAgeRefusesItsRowAndNoOther() throws {
    let result = try ask(try sample(hidden: true), Standardisation(standard: Self.own))
    let row = try #require(result.rows.rows(where: ["zone": "A", "period": "2021"]).first)
    for key in ["estimate", "rate", "lower", "upper", "observed", "crude_rate"] {
      #expect(result.rows[row, key].double == nil, "\(key)")
    }
    #expect(result.rows[row, "reason"].string == "suppressed" && !result.isRefused)
    #expect((0..<6).filter { result.rows[$0, "estimate"].double != nil }.count == 5)
  }

  /// E = 700·300/60000 + 300·500/25000 + 200·4000/15000 = 3.5 + 6 + 53.333…
  @Test func anIndirectRatioToAZone() throws {
    let how = Standardisation(reference: .zone("Norge"))
    let rows = try ask(try sample(), how).rows
    let row = try #require(rows.rows(where: ["zone": "A", "period": "2021"]).first)
    let expected = 3.5 + 6 + 160.0 / 3
    #expect(agree(rows[row, "expected"].double, expected, within: 1e-12))
    #expect(agree(rows[row, "smr"].double, 100 * 72 / expected, within: 1e-10))
    // The country's crude rate is 4800 of 100 000.
    #expect(agree(rows[row, "rate"].double, 4800 * 72 / expected, within: 1e-8))
    #expect(rows[row, "method"].string == "indirect-ratio.byar" && rows[row, "type"].string == "indirect")
    for period in ["2021", "2022"] {
      let country = try #require(rows.rows(where: ["zone": "0", "period": period]).first)
      // Three terms and a quotient of rounding.
      #expect(agree(rows[country, "smr"].double, 100, within: 1e-12))
    }
  }

  @Test func theCountryIs100WithEventsOfUnknownAge() throws {
    var data = try sample()
    // 120 deaths of the country and one of zone A have no age.
    data.panels.append(
      try panel(
        "Alle aldre", [[(4920, 100000), (4930, 101200)], [(73, 1200), (70, 1225)], [(15, 660), (17, 652)]]))
    let how = Standardisation(reference: .zone("0"), setsCountryTo100: true)
    let rows = try ask(data, how, Asking(range: try #require(PeriodRange("2021")))).rows
    let country = try #require(rows.rows(where: ["zone": "0"]).first)
    #expect(rows[country, "smr"].double == 100)
    let zone = try #require(rows.rows(where: ["zone": "A"]).first)
    let expected = (3.5 + 6 + 160.0 / 3) * 4920 / 4800
    #expect(agree(rows[zone, "smr"].double, 100 * 73 / expected, within: 1e-10))
    #expect(rows[zone, "diagnostics"] == .texts(["observed-total", "country-is-100"]))
    // Without the option the sum of the ages is used, which leaves them out on both sides.
    let plain = try ask(data, Standardisation(reference: .zone("0"))).rows
    let own = try #require(plain.rows(where: ["zone": "A", "period": "2021"]).first)
    #expect(plain[own, "observed"].double == 72)
  }

  @Test func aReferenceFromElsewhere() throws {
    let bands = ["0-44", "45-49", "50-64", "65+"].compactMap { AgeBand($0) }
    let strata = zip(bands, [(300.0, 60000.0), (100, 5000), (400, 20000), (4000, 15000)]).map {
      ($0, $1.0, $1.1)
    }
    let population = try #require(ReferencePopulation(id: "land", strata))
    let rows = try ask(try sample(), Standardisation(kind: .indirect, reference: .population(population)))
      .rows
    let row = try #require(rows.rows(where: ["zone": "A", "period": "2021"]).first)
    #expect(agree(rows[row, "expected"].double, 3.5 + 6 + 160.0 / 3, within: 1e-12))
    #expect(rows[row, "standard"].string == "land")
  }

  @Test func refusalsSayWhy() throws {
    let crossing = try ask(try sample(["0-17", "18-64", "65+"]), Standardisation())
    #expect(crossing.isRefused && crossing.rows[0, "reason"].string == "age-band-crosses-standard")
    let finding = try #require(
      crossing.findings.first { $0.diagnostic.rawValue == "age-band-crosses-standard" })
    #expect(finding.arguments == ["band": "0–17", "other": "15–19", "indicator": "deaths"])
    let gap = try ask(try sample(["0-44", "50-64", "65+"]), Standardisation())
    #expect(gap.rows[0, "reason"].string == "missing-age-band")
    let overlap = try ask(try sample(["0-44", "40-64", "65+"]), Standardisation())
    #expect(overlap.rows[0, "reason"].string == "overlapping-ages")
    let none = try ask(try dataset([try panel(nil, [[(1, 2)], [(1, 2)], [(1, 2)]])]), Standardisation())
    #expect(none.isRefused && none.rows.count == 3 && none.rows[0, "reason"].string == "no-age-dimension")
    #expect(throws: AnalysisError.needsReference) { try ask(try sample(), Standardisation(kind: .indirect)) }
    let mean = try ask(
      try dataset([try panel("0-44", [[(1, 2)], [(1, 2)], [(1, 2)]], kind: .mean)]), Standardisation())
    #expect(mean.rows[0, "reason"].string == "needs-count-and-deviation")
  }

  @Test func whatTheCatalogueDeclaresIsUsed() throws {
    let panels = try sample().panels
    let direct = try ask(try dataset(panels, standardise: "direct(esp2013)"), Standardisation()).rows
    #expect(direct[0, "standard"].string == "esp2013" && direct[0, "reason"].string == nil)
    let indirect = try ask(try dataset(panels, standardise: "indirect(norway)"), Standardisation()).rows
    #expect(
      indirect[0, "type"].string == "indirect"
        && indirect[0, "smr"].double.map { abs($0 - 100) < 1e-9 } == true)
    // An option wins over the catalogue.
    let option = try ask(
      try dataset(panels, standardise: "indirect(norway)"), Standardisation(standard: .segi)
    ).rows
    #expect(option[0, "standard"].string == "segi")
    #expect(
      throws: AnalysisError.unknownStandard("esp2031", known: StandardPopulation.published.map(\.id))
    ) { try ask(try dataset(panels, standardise: "direct(esp2031)"), Standardisation()) }
    let error = AnalysisError.unknownStandard("esp2031", known: ["esp2013", "who"])
    #expect(error.arguments["nearest"] == "esp2013" && error.kind == .usage)
  }

  @Test func agesAreFoundByTheirLabelsToo() throws {
    let panels = try sample().panels.map { panel in
      try panel.restratified(
        Stratum(
          panel.stratum.choices.map { .init(dimension: $0.dimension, role: .other, category: $0.category) }))
    }
    let rows = try ask(try dataset(panels), Standardisation(standard: Self.own)).rows
    #expect(rows.count == 6 && rows[0, "estimate"].double != nil)
  }

  @Test func anAgeThatIsNoBandIsSaid() throws {
    var data = try sample()
    data.panels.append(try panel("Uoppgitt", [[(1, 2), (1, 2)], [(1, 2), (1, 2)], [(1, 2), (1, 2)]]))
    let result = try ask(data, Standardisation(standard: Self.own))
    #expect(result.findings.map(\.diagnostic) == [.unreadableAge])
    #expect(result.findings.first?.arguments["label"] == "Uoppgitt" && !result.isRefused)
  }

  @Test func aPartOfTheAgesSaysSo() throws {
    let panels = Array(try sample(["0-44", "45-64", "65-69"]).panels.dropFirst())
    let rows = try ask(try dataset(panels), Standardisation(standard: .esp2013, per: 1000)).rows
    #expect(rows[0, "diagnostics"] == .texts(["truncated-standard"]) && rows[0, "unit"].string == "per 1000")
  }
}
