import Indicators
import Scheduler
import TestSupport
import Testing

@testable import Interchange

@Suite struct TableInterpreterTests {
  private func fixture(_ name: String, _ options: ReadingOptions = ReadingOptions()) throws -> (
    Cube, ReadingSummary
  ) {
    let path = ReferenceData.packageRoot.appendingPathComponent("Tests/Fixtures/delimited/\(name)").path
    return try ForeignReader.read(contentsOf: path, options: options)
  }

  private func read(_ text: String, _ change: (inout ReadingOptions) throws -> Void = { _ in }) throws
    -> (Cube, ReadingSummary)
  {
    var options = ReadingOptions()
    try change(&options)
    return try ForeignReader.read(ByteSource(Array(text.utf8), path: "-"), options: options)
  }

  private let missing = Cell(value: nil, status: .missing)
  private func observed(_ value: Double) -> Cell { Cell(value: value, status: .observed) }

  // MARK: Numbered groups

  @Test(arguments: [
    "kvintil", "Inntektskvintil", "kvartil", "desil", "Quintile", "Utdanning", "gruppe", "kl",
  ])
  func numberedGroupsSplitTheRows(_ header: String) throws {
    let (cube, summary) = try read(
      "sone;år;\(header);teller;nevner\nA;2023;1;5;50\nA;2023;2;7;60\nB;2023;1;4;40\n")
    #expect(cube.dimensions.first { $0.id == header }?.categories.map(\.code) == ["1", "2"])
    #expect(cube.measures.map(\.role) == [.numerator, .denominator])
    #expect(cube.cell("A", "2023", ["2"]) == observed(7))
    #expect(summary.columns.first { $0.name == header }?.use == .stratum)
    #expect(!cube.findings.contains { $0.diagnostic == .duplicateKey })
  }

  @Test(arguments: ["group", "stratum", "Gruppe"]) func aColumnIsDeclaredToBeGroups(_ role: String) throws {
    // Figures that look like measures are groups where the caller says so.
    let (cube, _) = try read("sone;år;Antall barn;verdi\nA;2023;0;5,5\nA;2023;1;7,5\n") {
      try $0.setColumns("\(role)=Antall barn")
    }
    #expect(cube.dimensions.first { $0.id == "Antall barn" }?.categories.map(\.code) == ["0", "1"])
    #expect(cube.measures.map(\.name) == ["verdi"])
  }

  @Test func groupsOfZonesAndFiguresUnderAGroupsNameAreNoSplit() throws {
    // A group that each zone has one of says nothing about the rows.
    let (zones, summary) = try read("sone;år;gruppe;antall\nA;2022;1;5\nA;2023;1;7\nB;2022;2;4\nB;2023;2;6\n")
    #expect(zones.dimensions.map(\.id) == ["sone", "år"])
    #expect(summary.columns.first { $0.name == "gruppe" }?.use == .dropped(.followsFrom("sone")))
    // Shares under a level of education are figures.
    let (shares, _) = try read("sone;år;utdanning\nA;2023;12,5\nB;2023;13,5\n")
    #expect(shares.measures.map(\.name) == ["utdanning"])
  }

  // MARK: Fixtures

  @Test func aTableOfStatisticsNorwayKeepsItsSigns() throws {
    let (cube, summary) = try fixture("title-windows1252.csv")
    #expect(cube.title == "01234: Personer, etter region, statistikkvariabel og år")
    guard case .delimited(let dialect) = summary.format else {
      Issue.record("not delimited")
      return
    }
    #expect(dialect.encoding == .windows1252)
    #expect(dialect.headerLine == 3)
    #expect(cube.dimension(.zone)?.categories.map(\.code) == ["9901", "9902"])
    #expect(cube.dimension(.zone)?.categories.map(\.label) == ["Østfjord", "Sørvik (t.o.m. 2022)"])
    #expect(cube.cell("9901", "2022", ["0-17 år"]) == observed(12))
    // `-` in counts of Statistics Norway is zero.
    #expect(cube.cell("9901", "2023", ["0-17 år"]) == observed(0))
    #expect(cube.cell("9901", "2022", ["18+ år"]) == Cell(value: nil, status: .suppressed))
    #expect(cube.cell("9902", "2022", ["0-17 år"]) == Cell(value: nil, status: .notApplicable))
    #expect(cube.cell("9902", "2023", ["0-17 år"]) == missing)
    #expect(
      cube.cell("9902", "2022", ["18+ år"])
        == Cell(value: 7, status: CellStatus(.observed, flags: .provisional)))
    #expect(cube.cell("9902", "2023", ["18+ år"]) == missing)
    #expect(cube.rows == [4, 4, 5, 5, 6, 6, 7, 7])
  }

  @Test func utf16WithASeparatorLine() throws {
    let (cube, summary) = try fixture("utf16-sep-tab.csv")
    guard case .delimited(let dialect) = summary.format else {
      Issue.record("not delimited")
      return
    }
    #expect(dialect.encoding == .utf16LittleEndian)
    #expect(dialect.delimiter == 0x09)
    // The header says school year, so `2022-2023` is one.
    #expect(cube.cell("Øvre", "2022/23") == observed(4.2))
    #expect(cube.cell("Nedre", "2022/23") == Cell(value: nil, status: .suppressed))
    #expect(cube.cell("Øvre", "2023/24") == missing)
    #expect(cube.cell("Nedre", "2023/24") == observed(5))
  }

  @Test func groupedDigitsQuotedLinesAndARaggedRow() throws {
    let (cube, summary) = try fixture("bom-crlf-grouped.csv")
    #expect(cube.dimension(.zone)?.categories.map(\.code) == ["0901", "0902", "0903"])
    #expect(cube.dimension(.zone)?.categories.map(\.label) == ["Nord; \"byen\"", "Sør", "Øst"])
    #expect(cube.measures.map(\.role) == [.numerator, .denominator])
    #expect(cube.cell("0901", "2023") == observed(1204))
    #expect(cube.cell("0901", "2023", measure: 1) == observed(12_345))
    #expect(cube.cell("0902", "2023") == observed(-12.5))
    #expect(cube.cell("0902", "2023", measure: 1) == observed(9000))
    #expect(cube.cell("0903", "2023") == missing)
    #expect(cube.rows == [2, 4, 5])
    #expect(summary.skipped == [.init(diagnostic: .raggedRow, count: 1, firstRow: 6)])
    let bad = cube.findings.first { $0.diagnostic == .unreadableCell }
    #expect(bad?.place?.row == 5)
    #expect(bad?.place?.column == "Teller")
    #expect(bad?.arguments == ["text": "x"])
    #expect(summary.columns.last?.use == .dropped(.note))
  }

  @Test func theWindowWinsOverTheYear() throws {
    let (cube, summary) = try fixture("two-periods.csv")
    #expect(cube.cell("Hele landet", "2014-2017") == observed(0.13))
    #expect(cube.cell("Nord", "2013-2016") == Cell(value: nil, status: .suppressed))
    // `-` from anybody but Statistics Norway is no figure.
    #expect(cube.cell("Nord", "2014-2017") == missing)
    #expect(cube.findings.contains { $0.diagnostic == .dashIsMissing && $0.place?.row == 5 })
    #expect(summary.columns[2].use == .dropped(.otherPeriod(kept: "År (intervall)")))
    #expect(summary.columns[4].use == .dropped(.constant(text: "prosent")))
    #expect(summary.columns[6].use == .dropped(.order))
    #expect(summary.unit == .unknown)
  }

  // MARK: Rules

  @Test func declaredColumnsWin() throws {
    let (cube, summary) = try read(
      "State,Year,PacksPerCapita,Income\nAlabama,1970,89.8,\"1,5\"\nAlabama,1971,95.4,2\n"
    ) {
      try $0.setColumns("zone=State,period=Year,value=packspercapita")
      $0.unit = Unit(rawValue: "packs")
    }
    #expect(cube.cell("Alabama", "1971") == observed(95.4))
    #expect(cube.measures.map(\.name) == ["PacksPerCapita"])
    #expect(summary.unit == Unit(rawValue: "packs"))
  }

  @Test func unknownColumnsAreNamedWithTheCandidates() {
    #expect(
      throws: InterchangeError.noSuchColumn(path: "-", name: "Stat", candidates: ["State", "Year", "n"])
    ) {
      try read("State,Year,n\nA,1970,1\n") { try $0.setColumns("zone=Stat") }
    }
    #expect(throws: InterchangeError.invalidOption(option: "columns", value: "zon=State")) {
      try read("State,Year,n\nA,1970,1\n") { try $0.setColumns("zon=State") }
    }
  }

  @Test func misspeltAndDestroyedHeadersAreUnderstood() throws {
    let (cube, summary) = try read(
      "Omr\u{FFFD}de;Indiaktor;aar;kjonn;Verdi\n0901;x;2020;1;1,5\n0901;x;2021;1;2,5\n")
    #expect(summary.columns.map(\.use) == [.zone(hasCodes: true), .indicator, .period, .sex, .value])
    #expect(cube.cell("0901", "2021") == observed(2.5))
  }

  @Test func twoYearsAreAWindowUnlessTheFileSaysSchoolYear() throws {
    let (window, _) = try read("sone,år,verdi\nA,2023-2024,1\n")
    #expect(window.dimension(.time)?.categories.first?.period == Period("2023-2024"))
    let (school, _) = try read("sone,år,verdi\nA,2023/24,1\n")
    #expect(school.dimension(.time)?.categories.first?.period?.unit == .schoolYear)
    let (months, _) = try read("sone,dato,verdi\nA,2023-01-01,1\nA,2023-02-01,2\n")
    #expect(months.dimension(.time)?.categories.map(\.code) == ["2023M01", "2023M02"])
    let (years, _) = try read("sone,dato,verdi\nA,2022-01-01,1\nA,2023-01-01,2\n")
    #expect(years.dimension(.time)?.categories.map(\.code) == ["2022", "2023"])
  }

  @Test func leadingZerosStay() throws {
    let (cube, _) = try read("kommune,year,value\n0301,2020,1\n0,2020,2\n00,2021,3\n")
    #expect(cube.dimension(.zone)?.categories.map(\.code) == ["0301", "0", "00"])
  }

  @Test func rowsWithoutZoneOrPeriodAreLeftOutAndCounted() throws {
    let (cube, summary) = try read("zone,year,value\nA,2020,1\n,2020,2\nA,ukjent,3\nA,2021,4\nB,2020,5\n")
    #expect(cube.count == 3)
    #expect(summary.rowCount == 5)
    #expect(
      summary.skipped == [
        .init(diagnostic: .missingZone, count: 1, firstRow: 3),
        .init(diagnostic: .missingPeriod, count: 1, firstRow: 4),
      ])
  }

  @Test func repeatedKeysAreFoundWithTheirRows() throws {
    let (cube, _) = try read("zone,year,value\nA,2020,1\nB,2020,2\nA,2020,3\n")
    let finding = cube.findings.first { $0.diagnostic == .duplicateKey }
    #expect(finding?.severity == .error)
    #expect(finding?.arguments["rows"] == "2, 4")
    #expect(throws: IndicatorsError.self) { try cube.panels() }
  }

  @Test func rowsAreToldApartByAColumnThatWasLeftOut() throws {
    let (cube, summary) = try read(
      "grunnkrets,bydel,year,value\n03010101,030101,2020,1\n03010101,030102,2020,2\n03010102,030101,2020,3\n")
    #expect(cube.cell("03010101", "2020", ["030102"]) == observed(2))
    #expect(summary.columns[1].use == .stratum)
  }

  @Test func periodsAndIndicatorsInHeaders() throws {
    let (wide, _) = try read("sone;Andel 2019;Andel 2020\nA;1,5;2,5\n")
    #expect(wide.cell("A", "2020") == observed(2.5))
    let (indicators, summary) = try read("sone;Trivsel;Utrygghet\nA;0,5;0,25\n") {
      try $0.setColumns("indicator=header")
      $0.period = Period("2021")
    }
    #expect(indicators.cell("A", "2021", ["Utrygghet"]) == observed(0.25))
    #expect(summary.givenPeriod == Period("2021"))
  }

  @Test func aStatusColumnDecides() throws {
    let (cube, _) = try read("geo,aar,verdi,spvflagg\nA,2020,0,3\nA,2021,7,0\nA,2022,,1\nA,2023,,2\n")
    #expect(cube.cell("A", "2020") == Cell(value: nil, status: .suppressed))
    #expect(cube.cell("A", "2021") == observed(7))
    #expect(cube.cell("A", "2022") == missing)
    #expect(cube.cell("A", "2023") == Cell(value: nil, status: .notApplicable))
  }

  @Test func withoutFiguresOrZonesThereIsACubeThatRefuses() throws {
    #expect(try read("kommune,navn\n0301,Oslo\n").0.refusal == .noFigures)
    #expect(try read("year,value\n2020,1\n").0.refusal == .noZoneDimension)
    #expect(try read("zone,value\nA,1\n").0.refusal == .noTimeDimension)
  }

  @Test func recordsAreReadByTheSameRules() throws {
    let (cube, summary) = try read(
      #"[{"År": 2015, "Ident": 1, "Navn": "01 Nord", "Indiaktor": "x", "Variabel": "1,5"}, {"År": 2016, "Ident": 1, "Navn": "", "Indiaktor": "x", "Variabel": ":"}]"#
    )
    #expect(summary.format == .records)
    #expect(cube.dimension(.zone)?.categories == [Cube.Category(code: "1", label: "Nord")])
    #expect(cube.cell("1", "2015") == observed(1.5))
    #expect(cube.cell("1", "2016") == Cell(value: nil, status: .suppressed))
  }

  @Test func theDecimalSignIsFoundForEachColumn() throws {
    let (cube, _) = try read("sone;år;antall;andel\nA;2020;1.234,5;0,25\nB;2020;12,5;0,5\n") {
      $0.measure = "antall"
    }
    #expect(cube.cell("A", "2020") == observed(1234.5))
    let (unclear, _) = try read("sone,år,antall\nA,2020,\"1,234\"\nB,2020,\"2,345\"\n")
    #expect(unclear.findings.contains { $0.diagnostic == .ambiguousDecimal })
    let (told, _) = try read("sone,år,antall\nA,2020,\"1,234\"\nB,2020,\"2,345\"\n") {
      try $0.setDecimal(",")
    }
    #expect(told.cell("A", "2020") == observed(1.234))
    #expect(!told.findings.contains { $0.diagnostic == .ambiguousDecimal })
  }

  // MARK: Bad input

  @Test func unreadableInputIsAnErrorOfItsOwn() throws {
    #expect(throws: InterchangeError.emptyInput(path: "-")) { try read("") }
    #expect(throws: InterchangeError.emptyInput(path: "-")) { try read(" \n\n") }
    #expect(throws: InterchangeError.noRows(path: "-")) { try read("a;b;c\n") }
    #expect(throws: InterchangeError.duplicateColumn(path: "-", name: "b", first: 2, second: 3)) {
      try read("a;b;b\n1;2;3\n")
    }
    #expect(throws: InterchangeError.unknownFormat(path: "-", found: "html")) { try read("<html></html>") }
    #expect(throws: InterchangeError.unknownFormat(path: "-", found: "px")) {
      try read("CHARSET=\"ANSI\";\n")
    }
    #expect(throws: InterchangeError.self) { try read("[{\"a\": 1") }
    let zip = try ByteSource([0x50, 0x4B, 0x03, 0x04, 0, 0], path: "-")
    #expect(throws: InterchangeError.unknownFormat(path: "-", found: "xlsx")) { try ForeignReader.read(zip) }
    let line = String(repeating: "x", count: DelimitedHead.sampleSize + 10)
    #expect(throws: InterchangeError.self) { try read(line) }
  }

  @Test func damagedBytesAreSaidWithTheirPlace() throws {
    var bytes = Array("sone;år;verdi\nØst;2020;1\nØ".utf8)
    bytes += [0xFF]
    bytes += Array("st;2021;2\nÅs;2020;3\nBø;2020;4\n".utf8)
    let (cube, _) = try ForeignReader.read(ByteSource(bytes, path: "-"))
    let finding = cube.findings.first { $0.diagnostic == .damagedText }
    #expect(finding?.place?.row == 3)
    #expect(finding?.arguments["byte"] == "3")
  }

  @Test func interpretationIsTheSameForAnyNumberOfThreads() throws {
    let text =
      "zone,year,value\n" + (0..<2000).map { "Z\($0 % 50),\(1950 + $0 / 50),\($0)" }.joined(separator: "\n")
    let cubes = try [1, 2, 5].map { threads in try read(text) { $0.threads = ThreadLimit(threads) }.0 }
    #expect(cubes.allSatisfy { $0.measures[0].values == cubes[0].measures[0].values })
    #expect(cubes.allSatisfy { $0.dimensions == cubes[0].dimensions })
  }
}
