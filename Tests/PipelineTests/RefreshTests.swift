import Disclosure
import Estimates
import Foundation
import Indicators
import Interchange
import KnowledgeBase
import Testing

@testable import Pipeline

@Suite struct RefreshTests {
  private func within(_ work: (ProgrammeSample) throws -> Void) throws {
    let sample = try ProgrammeSample.written()
    defer { sample.discard() }
    try work(sample)
  }

  @Test func aSecondRefreshWithTheSameInputChangesNothing() throws {
    try within { sample in
      let first = try sample.refresh()
      #expect(first.exitCode == 0 && first.version.version.number == 1)
      let names = try sample.files(below: "ut")
      for name in [
        "index.html", "tall/level.json", "tall/level.csv", "tall/baseline.json", "tall/trend.json",
        "tall/compare.json",
        "tall/check.json",
      ] { #expect(names[name]?.isEmpty == false, "\(name)") }
      let second = try sample.refresh { $0.threads = 1 }
      guard case .unchanged(let version) = second.version else {
        Issue.record("the same input made a version")
        return
      }
      #expect(version.number == 1)
      #expect(
        try sample.files(below: "ut").filter { $0.key.hasPrefix("tall/") }
          == names.filter { $0.key.hasPrefix("tall/") })
      #expect(try KnowledgeBase(at: sample.base).versions().count == 1)
      #expect(Rendering.notes(second, language: .nb).contains { $0.contains("1") })
    }
  }

  @Test func aRevisedFigureMakesAVersionAndKeepsTheFrozenBaseline() throws {
    try within { sample in
      let first = try sample.refresh()
      let frozen = try KnowledgeBase(at: sample.base).results(verb: "frozen-baseline")
      #expect(frozen.count == 1)
      try sample.replace(
        "999901,Bydelen,2020,example-share,128,868", by: "999901,Bydelen,2020,example-share,138,868",
        in: "figures.csv")
      let second = try sample.refresh()
      guard case .created(let version, let difference) = second.version else {
        Issue.record("a revised figure made no version")
        return
      }
      #expect(version.number == 2 && version.contentHash != first.version.version.contentHash)
      // One cell: its value and its numerator, or the cell, but nothing added and nothing withdrawn.
      #expect(difference.total.revised >= 1 && difference.total.revised <= 2)
      #expect(difference.total.added == 0 && difference.total.withdrawn == 0)
      #expect(
        second.findings.contains { $0.diagnostic == .baselineRevised && $0.arguments["zone"] == "bydelen" })
      #expect(
        try KnowledgeBase(at: sample.base).results(verb: "frozen-baseline").first?.rows == frozen.first?.rows)
      // The frozen numbers stand beside the revised ones, in the results and on the page.
      let now = try #require(second.results.baseline?.value.rows)
      let old = try #require(frozen.first?.rows)
      let row = try #require((0..<now.count).first { now[$0, "frozen_hash"].string != nil })
      let before = try #require((0..<old.count).first { old[$0, "zone"] == now[row, "zone"] })
      #expect(now[row, "frozen_estimate"] == old[before, "estimate"])
      #expect(now[row, "frozen_estimate"] != now[row, "estimate"])
      #expect(now[row, "frozen_version"] == .integer(1))
      // The revision can be found in the older version still.
      #expect(
        try KnowledgeBase(at: sample.base).panels(version: 1)
          != KnowledgeBase(at: sample.base).panels(version: 2))
    }
  }

  /// A second source with an indicator of its own.
  private func addSource(_ sample: ProgrammeSample) throws {
    try sample.write(
      try sample.text("figures.csv").replacingOccurrences(of: "example-share", with: "second-share"),
      to: "second.csv")
    let source = try sample.text("sources.yml")
    let entry = try #require(source.range(of: "  - id: figures"))
    try sample.write(
      source
        + source[entry.lowerBound...].replacingOccurrences(of: "id: figures", with: "id: second")
        .replacingOccurrences(of: "figures.csv", with: "second.csv"), to: "sources.yml")
    let indicators = try sample.text("indicators.yml")
    let first = try #require(indicators.range(of: "  - id: example-share"))
    try sample.write(
      indicators
        + indicators[first.lowerBound...].replacingOccurrences(of: "example-share", with: "second-share")
        .replacingOccurrences(of: "source: figures", with: "source: second"), to: "indicators.yml")
  }

  @Test(arguments: ["missing", "corrupt", "too few"])
  func aSourceThatFailsKeepsItsLastGoodFigures(how: String) throws {
    try within { sample in
      try addSource(sample)
      #expect(try sample.refresh().exitCode == 0)
      let good = try KnowledgeBase(at: sample.base).panels(["second-share"])
      switch how {
      case "missing":
        try FileManager.default.removeItem(at: sample.folder.appendingPathComponent("second.csv"))
      case "corrupt": try sample.write("zone_code;period\n\"999901;2020;5\n", to: "second.csv")
      default:
        try sample.write(
          "zone_code,zone_name,period,indicator,numerator,denominator\n999901,Bydelen,2020,second-share,120,868\n",
          to: "second.csv")
      }
      try sample.replace(
        "999901,Bydelen,2020,example-share,128,868", by: "999901,Bydelen,2020,example-share,138,868",
        in: "figures.csv")
      let second = try sample.refresh()
      #expect(second.exitCode == 1 && second.version.version.number == 2)
      #expect(
        second.findings.contains { $0.diagnostic == .sourceFailed && $0.arguments["source"] == "second" })
      let base = try KnowledgeBase(at: sample.base)
      #expect(try base.panels(["second-share"]) == good)
      let record = try base.sources().first { $0.id == "second" }
      #expect(record?.state == .keptLastGood && record?.message != nil)
      #expect(try base.sources().first { $0.id == "figures" }?.state == .ok)
      // The others went on, and what was kept is shown.
      let rows = try sample.rows("level")
      #expect(rows.contains { $0["indicator"] as? String == "second-share" && $0["estimate"] is Double })
      let revised = rows.first {
        $0["indicator"] as? String == "example-share" && $0["zone"] as? String == "999901"
          && $0["period"] as? String == "2020"
      }
      #expect(revised?["numerator"] as? Double == 138)
      #expect(try sample.text("ut/index.html").contains("second"))
    }
  }

  @Test func whereNoSourceAnswersNothingChanges() throws {
    try within { sample in
      try addSource(sample)
      _ = try sample.refresh()
      let before = try sample.files()
      for name in ["figures.csv", "second.csv"] {
        try FileManager.default.removeItem(at: sample.folder.appendingPathComponent(name))
      }
      do {
        _ = try sample.refresh()
        Issue.record("a refresh without any source went on")
      } catch let error as PipelineError {
        #expect(error == .noSourceAnswered(sources: ["figures", "second"]))
        #expect(ExitStatus.code(of: error.kind) == 69)
      }
      var after = try sample.files()
      for name in ["figures.csv", "second.csv"] { after[name] = before[name] }
      for name in ["kunnskap.levekar-wal", "kunnskap.levekar-shm"] { after[name] = before[name] }
      #expect(after == before)
    }
  }

  @Test func aDryRunWritesNothing() throws {
    try within { sample in
      let before = try sample.files()
      let outcome = try sample.refresh { $0.isDryRun = true }
      #expect(outcome.files.isEmpty)
      #expect(try sample.files() == before)
      _ = try sample.refresh()
      try sample.replace(",128,868", by: ",138,868", in: "figures.csv")
      let base = try Data(contentsOf: URL(fileURLWithPath: sample.base))
      let pages = try sample.files(below: "ut")
      let second = try sample.refresh { $0.isDryRun = true }
      #expect(second.version.version.number == 2)
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: sample.base)) == base && sample.files(below: "ut") == pages)
    }
  }

  /// Four residents short of everybody: the complement of 4318 of 4321 is three persons, so rule and arithmetic hide it.
  @Test func whatTheRuleHidesIsNowhere() throws {
    try within { sample in
      try sample.replace(
        "999901,Bydelen,2020,example-share,128,868", by: "999901,Bydelen,2020,example-share,4318,4321",
        in: "figures.csv")
      try sample.replace(
        "9999,Eksempelkommune,2020,example-share,778,7943",
        by: "9999,Eksempelkommune,2020,example-share,4968,11396", in: "figures.csv")
      let outcome = try sample.refresh()
      // The number itself, as people and as machines write it, and the share; not as digits within another number.
      let hidden = /(?:^|[^0-9.,])(4[  ]?318|99[.,]93[0-9]*)(?![0-9])/
      for (name, data) in try sample.files(below: "ut") {
        let found = String(decoding: data, as: UTF8.self).matches(of: hidden).map { String($0.1) }
        #expect(found == [], "\(name)")
      }
      for style in [TextStyle(), TextStyle(language: .en)] {
        let bytes = try Rendering.bytes(outcome, format: .table, style: style)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("4318"))
      }
      // Hidden in the zone and in the rest, and not to be had by subtracting what is shown from the kommune.
      let level = try sample.rows("level").filter { $0["period"] as? String == "2020" }
      func shown(_ zone: String) -> Double? {
        level.first { $0["zone"] as? String == zone }?["numerator"] as? Double
      }
      for zone in ["999901", "bydelen", "resten"] { #expect(shown(zone) == nil, "\(zone)") }
      if let whole = shown("9999") {
        let others = ["999902", "999903", "999904"].map { shown($0) }
        #expect(
          others.contains { $0 == nil }, "the kommune \(whole) less its other zones is the hidden figure")
      }
      for verb in ["compare", "trend", "baseline"] {
        for row in try sample.rows(verb) where row["period"] as? String ?? "2020" == "2020" {
          #expect(row["estimate"] is NSNull && row["reason"] is String, "\(verb): \(row)")
        }
      }
      // What SQL users of the base may read.
      let base = try KnowledgeBase(at: sample.base)
      for result in try base.results() {
        for table in result.tables {
          for row in 0..<table.count {
            for value in table.row(row) { #expect(value.double != 4318, "\(result.verb)") }
          }
        }
      }
      let answer = try Answering.answer(.level, Request(.base(sample.base)))
      #expect(
        !(0..<answer.results.value.rows.count).contains {
          answer.results.value.rows[$0, "numerator"].double == 4318
        })
    }
  }

  @Test func everyFileSaysThatFiguresAreConstructed() throws {
    try within { sample in
      _ = try sample.refresh()
      for (name, data) in try sample.files(below: "ut") where !name.contains("check") {
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("constructed") || text.lowercased().contains("konstruert"), "\(name)")
        #expect(!text.contains(sample.folder.path), "\(name) names an absolute path")
      }
    }
  }

  @Test func aBaseOfAnotherProgrammeIsLeftAlone() throws {
    try within { sample in
      _ = try sample.refresh()
      try sample.replace("id: example\n", by: "id: other\n", in: "programme.yml")
      #expect(throws: PipelineError.self) { try sample.refresh() }
    }
  }

  @Test func filesArePutIntoTheBaseBesideTheProgrammes() throws {
    try within { sample in
      _ = try sample.refresh()
      try sample.write("sone;år;verdi\n999901;2020;5\n999901;2021;6\n", to: "extra.csv")
      var request = Request(.files([sample.folder.appendingPathComponent("extra.csv").path]))
      request.unit = "persons"
      let outcome = try Importing.run(request, base: sample.base)
      #expect(outcome.version.version.number == 2 && outcome.facts["added"] == "2")
      let base = try KnowledgeBase(at: sample.base)
      #expect(try Set(base.panels().map(\.indicator)) == ["example-share", "verdi"])
      #expect(try base.programme()?.id == "example")
      let again = try Importing.run(request, base: sample.base)
      #expect(again.version.version.number == 2 && again.facts["changed"] == "no")
    }
  }
}
