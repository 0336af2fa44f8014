import Foundation
import Indicators
import TestSupport
import Testing

@testable import Interchange

/// Real JSON-stat files. Expected counts and sums were computed from the same files with Python's json and math.fsum;
/// `weighted` is Σ (i + 1)·value[i], which no permutation of the cells leaves alone.
@Suite(
  "JSON-stat samples", .enabled(if: ReferenceData.has("real"), Comment(rawValue: ReferenceData.skipReason)))
struct JSONStatSampleTests {
  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: ReferenceData.url("real/" + name)))
  }

  struct Sample: CustomTestStringConvertible, Sendable {
    let file: String
    let cells: Int
    let observed: Int
    let sum: Double
    let weighted: Double
    let roles: [Cube.Role]
    let refusal: Reason?
    var testDescription: String { file }
  }

  static let samples: [Sample] = [
    Sample(
      file: "jsonstat-samples/canada.json", cells: 120, observed: 120, sum: 140121.4, weighted: 3826942.9,
      roles: [.zone, .time, .age, .measure, .sex], refusal: nil),
    Sample(
      file: "jsonstat-samples/galicia.json", cells: 3960, observed: 3956, sum: 87_493_659,
      weighted: 63_627_057_013,
      roles: [.other, .age, .sex, .time, .zone, .measure], refusal: nil),
    Sample(
      file: "jsonstat-samples/hierarchy.json", cells: 132, observed: 0, sum: 0, weighted: 0, roles: [.other],
      refusal: .noZoneDimension),
    Sample(
      file: "jsonstat-samples/oecd.json", cells: 432, observed: 432, sum: 3323.825331658,
      weighted: 743352.595857257,
      roles: [.measure, .zone, .time], refusal: nil),
    Sample(
      file: "jsonstat-samples/order.json", cells: 24, observed: 0, sum: 0, weighted: 0,
      roles: [.other, .other, .other], refusal: .noZoneDimension),
    Sample(
      file: "jsonstat-samples/pyjstat_QS104EW.json", cells: 3, observed: 3, sum: 112_151_824,
      weighted: 196_730_272,
      roles: [.zone, .other, .measure, .time], refusal: nil),
    Sample(
      file: "jsonstat-samples/pyjstat_ons.json", cells: 261, observed: 261, sum: 780296, weighted: 34_186_870,
      roles: [.zone, .other, .other, .measure, .time], refusal: nil),
    Sample(
      file: "jsonstat-samples/pyjstat_statswe.json", cells: 1120, observed: 1120, sum: 38425,
      weighted: 34_785_437,
      roles: [.zone, .other, .age, .sex, .measure, .time], refusal: nil),
    Sample(
      file: "jsonstat-samples/ssb-api.json", cells: 1260, observed: 870, sum: 8_187_533,
      weighted: 3_931_890_048,
      roles: [.sex, .age, .measure, .time], refusal: .noZoneDimension),
    Sample(
      file: "jsonstat-samples/us-gsp.json", cells: 204, observed: 204, sum: 17501197.76,
      weighted: 1696415787.04,
      roles: [.time, .zone, .measure], refusal: nil),
    Sample(
      file: "jsonstat-samples/us-unr.json", cells: 3220, observed: 3220, sum: 25527, weighted: 40610012.5,
      roles: [.time, .zone, .measure], refusal: nil),
    Sample(
      file: "api-fixtures-no/ssb-json-stat.json", cells: 4, observed: 3, sum: 1_468_000, weighted: 5_048_000,
      roles: [.zone, .measure, .time], refusal: nil),
    Sample(
      file: "api-fixtures-no/fhi-query-flags.json", cells: 3, observed: 1, sum: 81.4, weighted: 81.4,
      roles: [.zone, .time, .measure], refusal: nil),
  ]

  @Test("Cells, statuses and roles", arguments: samples)
  func sample(_ sample: Sample) throws {
    let cube = try JSONStatReader.read(try Self.bytes(sample.file), path: sample.file)
    let measure = try #require(cube.measures.first)
    #expect(cube.count == sample.cells)
    #expect(measure.statuses.count(where: \.isObserved) == sample.observed)
    for (value, status) in zip(measure.values, measure.statuses) {
      #expect(value.isNaN == !status.isObserved)
    }
    let figures = measure.values.map { $0.isNaN ? 0 : $0 }
    // Summation of n terms errs by at most (n − 1)·2⁻⁵³ of the sum of magnitudes; all figures here are positive.
    let tolerance = Double(sample.cells) * 0x1p-53
    #expect(abs(figures.reduce(0, +) - sample.sum) <= tolerance * sample.sum)
    let weighted = zip(1..., figures).reduce(0) { $0 + Double($1.0) * $1.1 }
    #expect(abs(weighted - sample.weighted) <= 2 * tolerance * sample.weighted)
    #expect(cube.dimensions.map(\.role) == sample.roles)
    #expect(cube.refusal == sample.refusal)
    for dimension in cube.dimensions where dimension.role == .time {
      #expect(dimension.categories.allSatisfy { $0.period != nil })
    }
  }

  /// The figure at the given codes, one for each dimension.
  private func figure(_ cube: Cube, _ codes: String...) throws -> (value: Double, status: CellStatus) {
    var index = 0
    for (dimension, code) in zip(cube.dimensions, codes) {
      let position = try #require(dimension.categories.firstIndex { $0.code == code })
      index = index * dimension.categories.count + position
    }
    return (cube.measures[0].values[index], cube.measures[0].statuses[index])
  }

  @Test("Single cells agree with pyjstat 2.4.0")
  func cells() throws {
    let ssb = try JSONStatReader.read(try Self.bytes("jsonstat-samples/ssb-api.json"))
    #expect(try figure(ssb, "0", "999", "Ansatte", "2002").value == 2036)
    #expect(try figure(ssb, "1", "40-44", "Ansatte", "2002").value == 210)
    #expect(try figure(ssb, "2", "060+", "Overtid", "2008").status == .missing)
    #expect(ssb.dimensions[2].categories[0].unit == .persons)
    let gsp = try JSONStatReader.read(try Self.bytes("jsonstat-samples/us-gsp.json"))
    #expect(try figure(gsp, "2013", "21", "gsp").value == 161_400)
    #expect(try figure(gsp, "2013", "56", "capita").value == 63667)
    let sweden = try JSONStatReader.read(try Self.bytes("jsonstat-samples/pyjstat_statswe.json"))
    #expect(try figure(sweden, "25", "23-28", "45-49", "1", "HS0301A1", "1969").value == 18)
    #expect(try figure(sweden, "25", "23-28", "90+", "2", "HS0301A1", "1996").value == 137)
    let census = try JSONStatReader.read(try Self.bytes("jsonstat-samples/pyjstat_QS104EW.json"))
    #expect(try figure(census, "K04000001", "CI_0000070", "Segment_1", "CI_0000001").value == 28_502_536)
    #expect(census.findings.map(\.diagnostic) == [.repairedSizes])
  }

  @Test("FHI's window, its sign among the figures, and its roles")
  func fhi() throws {
    let cube = try JSONStatReader.read(try Self.bytes("api-fixtures-no/fhi-query-flags.json"))
    #expect(cube.measures[0].statuses == [.observed, .missing, .suppressed])
    #expect(cube.dimensions[1].categories[0].period == Period(years: 2022...2024))
    #expect(cube.findings.map(\.diagnostic) == [.inferredRole])
  }

  @Test("Estimates are marked as such")
  func estimates() throws {
    let cube = try JSONStatReader.read(try Self.bytes("jsonstat-samples/oecd.json"))
    #expect(cube.measures[0].statuses.count { $0.flags.contains(.estimated) } == 72)
    #expect(cube.measures[0].statuses[10].flags == .estimated)
    #expect(cube.measures[0].unit.rawValue == "per cent")
  }

  @Test("A dataset whose values do not fill its dimensions is refused")
  func contradiction() throws {
    let bytes = try Self.bytes("jsonstat-samples/oecd-v2.json")
    #expect(throws: InterchangeError.self) { _ = try JSONStatReader.read(bytes) }
  }

  @Test("A collection refuses, and gives its datasets when asked for all")
  func collections() throws {
    let bytes = try Self.bytes("jsonstat-samples/oecd-canada-col.json")
    let cube = try JSONStatReader.read(bytes)
    #expect(cube.refusal == .severalDatasets)
    #expect(try JSONStatReader.readAll(bytes).map(\.count) == [432, 120])
    let bare = try JSONStatReader.read(try Self.bytes("jsonstat-samples/collection.json"))
    #expect(bare.refusal == .noFigures)
    #expect(bare.title == "JSON-stat Dataset Sample Collection")
  }

  @Test(
    "Answers without figures read as cubes that refuse analysis",
    arguments: [
      ("pxwebapi-samples/MetadataById_tab001_js2.json", 5),
      ("pxwebapi-samples/MetadataById_tab004_js2.json", 4),
      ("pxwebapi-samples/scb_TAB6471_metadata.json", 5), ("pxwebapi-samples/GetApiConfiguration.json", 0),
      ("pxwebapi-samples/ListAllTables.json", 0), ("pxwebapi-samples/TableById_tab004.json", 0),
      ("pxwebapi-samples/scb_agg_Alder10arJ.json", 0), ("pxwebapi-samples/scb_config.json", 0),
      ("pxwebapi-samples/scb_search.json", 0), ("pxwebapi-samples/scb_tables.json", 0),
      ("api-fixtures-no/data-norge-dataset.json", 0), ("api-fixtures-no/data-norge-search.json", 0),
      ("api-fixtures-no/fhi-table-dimensions.json", 0), ("api-fixtures-no/fhi-table-metadata.json", 0),
      ("api-fixtures-no/kartverket-address.json", 0), ("stavanger-levekar/bydeler.json", 0),
    ])
  func withoutFigures(_ file: String, _ dimensions: Int) throws {
    let cube = try JSONStatReader.read(try Self.bytes(file))
    #expect(cube.refusal == .noFigures)
    #expect(cube.dimensions.count == dimensions)
  }
}
