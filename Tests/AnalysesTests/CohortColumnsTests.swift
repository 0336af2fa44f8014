import Estimates
import Evaluation
import Foundation
import Indicators
import TestSupport
import Testing

@testable import Analyses

@Suite struct CohortColumnsTests {
  private func dataset(_ starts: [String: String], _ stops: [String: String] = [:]) throws -> Dataset {
    var dataset = try EffectSample.dataset([try EffectSample.panel()])
    var cube = try Cube(dimensions: [], layout: .listed([]), measures: [])
    cube.zoneTexts = ["first": starts, "last": stops]
    dataset.origins = [cube]
    return dataset
  }

  @Test func neverIsWrittenInManyWays() throws {
    let columns = CohortColumns(start: "first", stop: "last")
    let found = try columns.starts(
      in: try dataset(
        [
          "Z0": "2020", "Z1": "0", "Z2": "", "Z3": "never", "Z4": "NA", "Z5": "Inf", "Z6": "2021.0",
          "Z7": "aldri",
        ],
        ["Z0": "2022", "Z6": ""]))
    #expect(found.map(\.code) == ["Z0", "Z6"])
    #expect(found.map { "\($0.start)" } == ["2020", "2021"])
    #expect(found.map { $0.stop.map { "\($0)" } } == ["2022", nil])
  }

  @Test func whatCannotBeReadIsSaid() throws {
    let columns = CohortColumns(start: "first")
    #expect(throws: AnalysisError.unreadableCohort(zone: "Z0", text: "soon")) {
      try columns.starts(in: try dataset(["Z0": "soon"]))
    }
    #expect(throws: AnalysisError.needsCohortFile) {
      try columns.starts(in: try EffectSample.dataset([try EffectSample.panel()]))
    }
    #expect(throws: AnalysisError.stopBeforeStart(start: "2020", stop: "2019")) {
      try CohortColumns(start: "first", stop: "last").starts(in: try dataset(["Z0": "2020"], ["Z0": "2019"]))
    }
  }

  @Test func aColumnSaysWhoIsTreatedAndWordsWhoIsAskedAbout() throws {
    var question = try EffectSample.question(nil, words: ["staggered"])
    question.cohorts = CohortColumns(start: "first")
    question.placeboLimit = 60
    let data = try dataset(["Z0": "2020", "Z1": "2018", "Z2": "0"])
    let all = try Effect.run(data, question, options: AnalysisOptions())
    #expect(all.rows[0, "zone"] == .text("Z0+Z1") && all.rows[0, "donors"] == .integer(10))
    let one = try Effect.run(data, question, options: AnalysisOptions(zones: ["Z0"]))
    #expect(one.rows[0, "zone"] == .text("Z0") && one.rows[0, "donors"] == .integer(10))
    let excluded = try #require(one.table("excluded"))
    #expect(excluded[0, "zone"] == .text("Z1") && excluded[0, "reason"] == .text("treated-too"))
    // One start is one comparison of changes: the difference in differences from the last year before.
    let values = try EffectSample.panel().values
    let years = 14
    func change(_ zone: Int) -> Double {
      (10..<14).reduce(0.0) { $0 + values[zone * years + $1] } / 4 - values[zone * years + 9]
    }
    let others = (2..<12).reduce(0.0) { $0 + change($1) } / 10
    #expect(agree(one.rows[0, "estimate"].double, change(0) - others, within: 1e-9))
  }
}
