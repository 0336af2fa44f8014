import Foundation
import Indicators
import TestSupport
import Testing

@testable import Interchange

/// Real files, against figures computed from the same files by Python 3.11 with its `csv` and `json` modules and one rule
/// written out for each file (sums with `math.fsum`).
@Suite(
  .enabled(if: ReferenceData.has("real/telemark-fhi-nav-imdi"), Comment(rawValue: ReferenceData.skipReason)))
struct ForeignReaderTests {
  /// One file: options, facts, sum, and cells that were looked up by hand.
  struct Example: Sendable, CustomTestStringConvertible {
    var file: String
    var facts: CubeFacts
    var sum: Double
    var cells: [(zone: String, period: String, others: [String], expected: Cell)]
    var options: @Sendable (inout ReadingOptions) throws -> Void = { _ in }
    var testDescription: String { file }
  }

  static func observed(_ value: Double) -> Cell { Cell(value: value, status: .observed) }
  static let missing = Cell(value: nil, status: .missing)
  static let notApplicable = Cell(value: nil, status: .notApplicable)
  static let suppressed = Cell(value: nil, status: .suppressed)

  static let fhi = "real/telemark-fhi-nav-imdi/"
  static let ssb = "real/ssb-07459-population/"
  static let stavanger = "real/stavanger-levekar/"

  static let withoutFlags: [Example] = [
    Example(
      file: fhi + "fhi_barnevern.csv", facts: CubeFacts(190, 190, 0, 0, 0, 19, 10), sum: 9.396,
      cells: [("Skien", "2020", [], observed(0.047)), ("Vinje", "2024", [], observed(0.044))]),
    Example(
      file: fhi + "fhi_forventet_levealder_7_aarig.csv", facts: CubeFacts(855, 792, 63, 0, 0, 19, 15),
      sum: 64548.7,
      cells: [("Skien", "2018-2024", ["Menn"], observed(81.2))]),
    Example(
      file: fhi + "fhi_forventet_levealder_etter_utdanning_7_aarig.csv",
      facts: CubeFacts(8550, 3598, 2280, 0, 2672, 19, 10), sum: 302182.65737,
      cells: [
        ("Skien", "2018-2024", ["menn", "30 år", "grunnskole"], observed(77.671783)),
        ("Hele landet", "2009-2015", ["kjønn samlet", "ved fødsel", "grunnskole"], missing),
      ]),
    Example(
      file: fhi + "fhi_gjeld_over_tre_ganger_inntekt.csv", facts: CubeFacts(190, 190, 0, 0, 0, 19, 10),
      sum: 23.824615603114157, cells: [("Skien", "2020", [], observed(0.200039895546206))]),
    Example(
      file: fhi + "fhi_grunnskolepoeng_foreldreutdanning.csv", facts: CubeFacts(760, 523, 237, 0, 0, 19, 10),
      sum: 215.594,
      cells: [
        ("Vinje", "2023-2025", ["videregående"], missing),
        ("Skien", "2023-2025", ["totalt", "totalt"], observed(0.413)),
      ]),
    Example(
      file: fhi + "fhi_innvandrere_lavinntekt.csv", facts: CubeFacts(684, 347, 0, 0, 337, 19, 18),
      sum: 7540.081420753617,
      cells: [
        ("Vinje", "2021-2023", ["Øvrig befolkning"], suppressed),
        ("Skien", "2021-2023", ["Innvandrere"], observed(27.3787313432836)),
      ]),
    Example(
      file: fhi + "fhi_mobbing_7_trinn.csv", facts: CubeFacts(152, 87, 65, 0, 0, 19, 8), sum: 6.402,
      cells: [("Skien", "2021/22-2023/24", [], observed(0.064))]),
    Example(
      file: fhi + "fhi_overvekt_17_aar.csv", facts: CubeFacts(570, 541, 29, 0, 0, 19, 10), sum: 137.858,
      cells: [("Skien", "2022-2025", ["Jenter"], observed(0.177))]),
    Example(
      file: fhi + "fhi_psykiske_plager_ungdom.csv", facts: CubeFacts(570, 137, 0, 408, 25, 19, 10),
      sum: 2014.1360385853498,
      cells: [
        ("Skien", "2024", ["jenter"], observed(20.7168529723167)),
        ("Vinje", "2025", ["jenter"], notApplicable),
      ]),
    Example(
      file: fhi + "fhi_psykiske_symptomer_primaerhelsetjenesten.csv",
      facts: CubeFacts(10944, 9476, 0, 0, 1468, 19, 8), sum: 988111.2734417435,
      cells: [
        ("Skien", "2023", ["menn", "0-74 år", "Psykiske lidelser"], observed(70.8435570615505)),
        ("Vinje", "2024", ["kvinner", "75-79 år", "Psykiske lidelser"], suppressed),
      ]),
    Example(
      file: fhi + "fhi_selvmord_femaarig.csv", facts: CubeFacts(1900, 222, 0, 0, 1678, 19, 10),
      sum: 3279.418301913832, cells: [("Skien", "2020-2024", ["menn", "alle aldre"], suppressed)]),
    Example(
      file: fhi + "fhi_trangboddhet.csv", facts: CubeFacts(380, 307, 73, 0, 0, 19, 10),
      sum: 40.23994761604461,
      cells: [
        ("4003", "2020", ["totalt"], observed(0.0837010146141674)),
        ("00", "2015", ["innvandrere"], observed(0.243105059734042)),
      ]),
    Example(
      file: fhi + "fhi_vedvarende_lavinntekt_0-17.csv", facts: CubeFacts(19, 19, 0, 0, 0, 19, 1), sum: 201,
      cells: [("Skien", "2021-2023", [], observed(14))]),
    Example(
      file: ssb + "Personer2005-2009.csv", facts: CubeFacts(252_280, 252_280, 0, 0, 0, 476, 5),
      sum: 22_945_551,
      cells: [("0709", "2009", ["0 years"], observed(470))]),
    Example(
      file: ssb + "Personer2010-2014.csv", facts: CubeFacts(252_280, 252_280, 0, 0, 0, 476, 5),
      sum: 24_535_450,
      cells: [("0709", "2014", ["0 years"], observed(392))]),
    Example(
      file: ssb + "Personer2015-2018.csv", facts: CubeFacts(201_824, 201_824, 0, 0, 0, 476, 4),
      sum: 20_807_662,
      cells: [("0709", "2017", ["0 years"], observed(415)), ("0712", "2018", ["0 years"], observed(424))]),
    Example(
      file: ssb + "Personer2019.csv", facts: CubeFacts(44_838, 44_838, 0, 0, 0, 423, 1), sum: 5_328_212,
      cells: [("0712", "2019", ["0 years"], observed(415)), ("2030", "2019", ["50 years"], observed(137))]),
    Example(
      file: ssb + "Personer2020.csv", facts: CubeFacts(38_054, 38_054, 0, 0, 0, 359, 1), sum: 5_367_580,
      cells: [("3805", "2020", ["0 years"], observed(456))]),
    Example(
      file: ssb + "Personer2021.csv", facts: CubeFacts(38_054, 38_054, 0, 0, 0, 359, 1), sum: 5_391_369,
      cells: [("3805", "2021", ["0 years"], observed(370)), ("Rest", "2021", ["0 years"], observed(0))]),
    Example(
      file: ssb + "Personerward2001-2020.csv", facts: CubeFacts(209_880, 209_880, 0, 0, 0, 99, 20),
      sum: 45_970_894,
      cells: [
        ("030100aa", "2020", ["0 years"], observed(9101)), ("030101a", "2019", ["10 years"], observed(446)),
      ]),
    Example(
      file: "real/nor-maps/delomraade_population_2002_2025.csv",
      facts: CubeFacts(38_194, 38_194, 0, 0, 0, 3474, 24),
      sum: 120_426_459,
      cells: [("39090300", "2025", [""], observed(2590)), ("03010200", "2002", ["030126"], observed(393))]),
    Example(
      file: "real/nor-maps/larvik_delomraade_population_2002_2025.csv",
      facts: CubeFacts(408, 408, 0, 0, 0, 68, 24),
      sum: 1_095_663,
      cells: [("39090300", "2024", [], observed(2586)), ("07090300", "2002", [], observed(2187))]),
    Example(
      file: fhi + "ssb_09429_latin1_semikolon.csv", facts: CubeFacts(72, 72, 0, 0, 0, 12, 1), sum: 4_412_379,
      cells: [("38", "2020", ["Fagskolenivå"], observed(11482))]),
    Example(
      file: stavanger + "barn_med_barnevernstiltak.json", facts: CubeFacts(277, 277, 0, 0, 0, 72, 4),
      sum: 892.259094356, cells: [("1", "2016", [], observed(1.1))]),
    Example(
      file: stavanger + "barneutflyttinger.json", facts: CubeFacts(281, 281, 0, 0, 0, 72, 4),
      sum: 5279.096763186,
      cells: [("1", "2016", [], observed(16.7))]),
    Example(
      file: stavanger + "hoy_utdanning.json", facts: CubeFacts(419, 419, 0, 0, 0, 72, 6),
      sum: 18304.147611947,
      cells: [("1", "2016", [], observed(46.3))]),
    Example(
      file: stavanger + "innvandrerbakgrunn.json", facts: CubeFacts(281, 281, 0, 0, 0, 72, 4),
      sum: 4079.534995856,
      cells: [("1", "2016", [], observed(19.3))]),
    Example(
      file: stavanger + "lav_utdanning.json", facts: CubeFacts(348, 346, 0, 0, 2, 72, 5), sum: 4148.142467711,
      cells: [("1", "2016", [], observed(21.2))]),
    Example(
      file: stavanger + "levekaar_doedsrate_menn.json", facts: CubeFacts(143, 143, 0, 0, 0, 72, 2),
      sum: 1047.698909242, cells: [("1", "2016", [], observed(5.086709766))]),
    Example(
      file: stavanger + "levekar_dodsrate_kvinner.json", facts: CubeFacts(143, 143, 0, 0, 0, 72, 2),
      sum: 693.01844729, cells: [("1", "2016", [], observed(4.143814802))]),
    Example(
      file: stavanger + "overgangsstonad.json", facts: CubeFacts(69, 69, 0, 0, 0, 69, 1), sum: 84.65,
      cells: [("1", "2012", [], observed(1.25))]),
    Example(
      file: stavanger + "registrert-arbeidsledighet.json", facts: CubeFacts(212, 212, 0, 0, 0, 72, 3),
      sum: 430.67,
      cells: [("1", "2016", [], observed(4.9))]),
    Example(
      file: stavanger + "unge-uforepensjonister.json", facts: CubeFacts(282, 282, 0, 0, 0, 72, 4),
      sum: 605.450796497,
      cells: [("1", "2016", [], observed(2.9))]),
    Example(
      file: stavanger + "utflyttinger.json", facts: CubeFacts(212, 212, 0, 0, 0, 72, 3), sum: 3186.51,
      cells: [("1", "2016", [], observed(14.7))]),
  ]

  // NAV writes `Troms` in some years and `Troms ` in others: 36 labels in Python, which does not trim, 35 zones here.
  static let withFlags: [Example] = [
    Example(
      file: fhi + "nav_arbeidsledighet_mnd_2011-.csv", facts: CubeFacts(53_685, 53_685, 0, 0, 0, 35, 181),
      sum: 89_317_518, cells: [("Skien", "2015M06", ["Helt ledige", "Menn"], observed(682))],
      options: { $0.measure = "Antall personer" }),
    Example(
      file: fhi + "nav_arbeidsledighet_mnd_2011-.csv", facts: CubeFacts(53_685, 53_629, 56, 0, 0, 35, 181),
      sum: 762.618, cells: [("Skien", "2015M06", ["Helt ledige", "Menn"], observed(0.048))],
      options: { $0.measure = "andel av arbeidsstyrken" }),
    Example(
      file: fhi + "nav_nedsatt_arbeidsevne_mnd_2011-.csv",
      facts: CubeFacts(35_437, 34_593, 844, 0, 0, 33, 179),
      sum: 180_348_394, cells: [("Skien", "2015M06", ["Menn", "18 - 66 år"], observed(1044))],
      options: { $0.measure = "Antall personer" }),
    Example(
      file: fhi + "ssb_utdanningsnivaa.csv", facts: CubeFacts(14_040, 12_919, 1121, 0, 0, 52, 22),
      sum: 6_332_247.8,
      cells: [
        (
          "Vinje (2020-2023)", "2023",
          ["Videregående skolenivå", "Menn", "Personer 16 år og over (prosent)"],
          observed(49.2)
        ),
        ("Skien", "2024", ["Fagskolenivå", "Kvinner", "Personer 16 år og over"], observed(651)),
      ],
      options: { $0.measure = "Personer 16 år og over" }),
    Example(
      file: fhi + "fhi_vedvarende_lavinntekt_0-17.csv", facts: CubeFacts(19, 19, 0, 0, 0, 19, 1), sum: 201,
      cells: [("Skien", "2021-2023", [], observed(14))], options: { $0.period = Period("2021-2023") }),
    Example(
      file: fhi + "udir_slutta_vgo_utf16_sep_tab.csv", facts: CubeFacts(8080, 4882, 1435, 0, 1763, 521, 10),
      sum: 22946.2,
      cells: [
        ("982759846", "2015/16", ["42", "3", "I"], observed(6.1)),
        ("982759846", "2011/12", ["42", "3", "I"], suppressed),
        ("I", "2011/12", ["", "1", "I"], observed(4.2)),
        ("42", "2020/21", ["42", "2", "I"], observed(2.9)),
      ],
      options: { $0.periodsAreColumns = true }),
    Example(
      file: fhi + "fhus_kommunetall_bom_semikolon.csv", facts: CubeFacts(864, 864, 0, 0, 0, 24, 1),
      sum: 310.678,
      cells: [("Larvik", "2019", ["Stor grad av trivsel i nærmiljøet"], observed(0.771))],
      options: {
        try $0.setColumns("indicator=header")
        $0.period = Period("2019")
      }),
  ]

  @Test(arguments: withoutFlags + withFlags)
  func readsTheFile(_ example: Example) throws {
    var options = ReadingOptions()
    try example.options(&options)
    let (cube, summary) = try ForeignReader.read(
      contentsOf: ReferenceData.url(example.file).path, options: options)
    #expect(CubeFacts(cube) == example.facts)
    let sum = cube.sum()
    #expect(abs(sum.value - example.sum) <= sum.tolerance)
    for cell in example.cells {
      #expect(cube.cell(cell.zone, cell.period, cell.others) == cell.expected, "\(cell.zone) \(cell.period)")
    }
    #expect(cube.refusal == nil)
    #expect(summary.unit == .unknown)
    #expect(summary.skippedCount == 0)
    #expect(!cube.findings.contains { $0.severity == .error })
    #expect(try !cube.panels(measure: options.measure).isEmpty)
  }

  @Test func theWindowWinsAndTheOtherPeriodIsNamed() throws {
    let (_, summary) = try ForeignReader.read(
      contentsOf: ReferenceData.url(Self.fhi + "fhi_mobbing_7_trinn.csv").path)
    #expect(summary.columns.first { $0.name == "Skoleår" }?.use == .period)
    #expect(summary.columns.first { $0.name == "År" }?.use == .dropped(.otherPeriod(kept: "Skoleår")))
    #expect(
      summary.columns.first { $0.name == "Måltall" }?.use
        == .dropped(.constant(text: "andel (prosent, standardisert)")))
  }

  @Test func destroyedNamesMatchByTheirCodes() throws {
    let (cube, _) = try ForeignReader.read(contentsOf: ReferenceData.url(Self.ssb + "Personer2019.csv").path)
    let zone = cube.dimension(.zone)?.categories.first { $0.code == "2030" }
    #expect(zone?.label.unicodeScalars.contains("\u{FFFD}") == true)
    #expect(cube.findings.contains { $0.diagnostic == .destroyedName && $0.severity == .note })
  }

  @Test func severalMeasuresAreAmbiguousUntilOneIsChosen() throws {
    let path = ReferenceData.url(Self.fhi + "nav_arbeidsledighet_mnd_2011-.csv").path
    let (cube, _) = try ForeignReader.read(contentsOf: path)
    #expect(throws: IndicatorsError.ambiguousMeasure(known: ["Antall personer", "Andel av arbeidsstyrken"])) {
      try cube.panels()
    }
    var options = ReadingOptions()
    options.measure = "Antal"
    #expect(
      throws: InterchangeError.noSuchColumn(
        path: path, name: "Antal",
        candidates: [
          "Antall personer", "Andel av arbeidsstyrken",
        ])
    ) {
      try ForeignReader.read(contentsOf: path, options: options)
    }
  }

  @Test func repeatedHeadersAreRefusedWithBothColumns() {
    let path = ReferenceData.url(Self.fhi + "imdi_bosatt_anmodede_1995-2022_latin1.csv").path
    #expect(
      throws: InterchangeError.duplicateColumn(
        path: path, name: "Bosetting: Anmodning om bosetting", first: 3, second: 4)
    ) {
      try ForeignReader.read(contentsOf: path)
    }
  }

  @Test func aFileWithoutPeriodIsACubeThatRefuses() throws {
    let (cube, _) = try ForeignReader.read(
      contentsOf: ReferenceData.url(Self.fhi + "fhus_kommunetall_bom_semikolon.csv").path)
    #expect(cube.refusal == .noTimeDimension)
    #expect(cube.measures.count == 36)
  }
}
