import Foundation
import Testing

/// `effect --lock` and `--calibrate` as a process.
@Suite(.enabled(if: CommandProcess.isAvailable, CommandProcess.skipReason)) struct PlanCommandTests {
  /// Zones A … H with a path each, the first with more from 2020 on.
  private func figures(last: Int = 2023, jump: Int = 20, swing: Int = 4) -> String {
    var text = "sone;år;verdi\n"
    for (index, zone) in ["A", "B", "C", "D", "E", "F", "G", "H"].enumerated() {
      for year in 2008...last {
        let chance = (index * 7 + year * 5 + index * year) % swing
        text +=
          "\(zone);\(year);\(50 + index * 3 + year - 2008 + chance + (index == 0 && year >= 2020 ? jump : 0))\n"
      }
    }
    return text
  }
  private let ask = ["effect", "tall.csv", "--lock", "plan.yml"]
  private var lock: [String] {
    ask + ["--zone", "A", "--start", "2020", "--looks", "2021", "2023", "--estimator", "did", "dsc"]
  }

  private func rows(_ json: [String: Any], _ table: String = "rows") throws -> [[String: Any]] {
    try #require(json[table] as? [[String: Any]])
  }

  @Test func aPlanIsWrittenWithoutResultsAndThenKept() throws {
    try CommandProcess.within { command in
      try command.write(figures(last: 2019), to: "tall.csv")
      let plan = command.folder.appendingPathComponent("plan.yml")
      let made = try command.json(lock + ["--quiet"])
      #expect(made["schema"] as? String == "levekar.effect-plan")
      let promised = try rows(made)
      #expect(promised.count == 1 && promised[0]["mde"] is Double && promised[0]["estimate"] == nil)
      #expect(try rows(made, "looks").map { $0["year"] as? Int } == [2021, 2023])
      let text = try Data(contentsOf: plan)
      // The figures after the start come; the plan stays what it is.
      try command.write(figures(), to: "tall.csv")
      let kept = try command.json(ask + ["--quiet"])
      #expect(try Data(contentsOf: plan) == text)
      let found = try rows(kept)
      #expect(found.map { $0["estimator"] as? String } == ["did", "dsc"])
      for row in found {
        #expect(row["pre_specified"] as? Bool == true && row["look"] as? String == "final")
        #expect(row["baseline_revised"] as? Bool == false && (row["plan_hash"] as? String)?.count == 64)
        #expect((row["plan_data_version"] as? String)?.hasPrefix("sha256:") == true)
      }
      let free = try rows(
        try command.json([
          "effect", "tall.csv", "--zone", "A", "--start", "2020", "--estimator", "did", "dsc", "--quiet",
        ]))
      #expect(free.map { $0["estimate"] as? Double } == found.map { $0["estimate"] as? Double })
      #expect(free.allSatisfy { $0["pre_specified"] is NSNull })
      // The same bytes again, on one thread too, and a plan of the same figures is the same plan.
      let once = try command.run(ask + ["--format", "json"])
      #expect(try command.run(ask + ["--format", "json", "--threads", "1"]).output == once.output)
      try command.write(figures(last: 2019), to: "tall.csv")
      try FileManager.default.removeItem(at: plan)
      #expect(try command.run(lock + ["--quiet"]).code == 0)
      #expect(try Data(contentsOf: plan) == text)
      #expect(!String(decoding: text, as: UTF8.self).contains(command.folder.path))
    }
  }

  @Test func aNewcomerIsToldWhatHappened() throws {
    try CommandProcess.within { command in
      try command.write(figures(), to: "tall.csv")
      let made = try command.run(lock)
      #expect(made.code == 0 && made.error.contains("planen er låst i plan.yml med segl "), "\(made.error)")
      #expect(made.error.contains("planen er laget etter at 4 perioder"), "\(made.error)")
      #expect(made.output.contains("Her er det ingen resultater."), "\(made.output)")
      #expect(made.output.contains("2021 ") && made.output.contains("2023 til slutt"), "\(made.output)")
      let kept = try command.run(ask)
      #expect(kept.code == 0 && kept.error.contains("vurdering 2 av 2"), "\(kept.error)")
      let english = try command.run(ask + ["--to", "2022", "--language", "en"])
      #expect(english.error.contains("what is shown here is not pre-specified"), "\(english.error)")
    }
  }

  @Test func contradictionsAndBrokenSealsAreRefused() throws {
    try CommandProcess.within { command in
      try command.write(figures(), to: "tall.csv")
      #expect(try command.run(lock + ["--quiet"]).code == 0)
      let plan = command.folder.appendingPathComponent("plan.yml")
      let text = try String(contentsOf: plan, encoding: .utf8)
      for option in [
        ["--start", "2019"], ["--zone", "B"], ["--scale", "log"], ["--seed", "4"], ["--donors", "B", "C"],
        ["--looks", "2022"], ["--smallest-effect", "3"], ["--exclude", "C"], ["--placebos", "30"],
      ] {
        let outcome = try command.run(ask + option)
        #expect(outcome.error.contains("\(option[0]) er noe annet enn planen sier"), "\(outcome.error)")
        outcome.expectError(64, "contradicts-plan")
      }
      try command.write(text.replacing("2020", with: "2019"), to: "plan.yml")
      try command.run(ask).expectError(65, "broken-seal")
      try command.write("", to: "plan.yml")
      #expect(try command.run(ask).code == 65)
      #expect(try String(contentsOf: plan, encoding: .utf8).isEmpty)
    }
  }

  @Test func whatIsLackingIsSaid() throws {
    try CommandProcess.within { command in
      try command.write(figures(), to: "tall.csv")
      let bare = ask + ["--zone", "A", "--start", "2020"]
      try command.run(bare).expectError(64, "needs-looks")
      try command.run(bare + ["--looks", "2019"]).expectError(64, "look-before-start")
      try command.run(bare + ["--looks", "soon"]).expectError(64, "unreadable-option")
      try command.run(bare + ["--looks", "2023", "--calibrate"]).expectError(64, "calibrates-too-early")
      try command.run(ask + ["--zone", "A", "--start", "2008", "--looks", "2023"])
        .expectError(64, "start-outside-data")
      let nowhere = ["effect", "tall.csv", "--lock", "nowhere/plan.yml", "--zone", "A", "--start", "2020"]
      #expect(try command.run(nowhere + ["--looks", "2023"]).code == 73)
      #expect(
        !FileManager.default.fileExists(atPath: command.folder.appendingPathComponent("plan.yml").path))
    }
  }

  @Test func revisedFiguresAreShownSideBySide() throws {
    try CommandProcess.within { command in
      try command.write(figures(), to: "tall.csv")
      #expect(try command.run(lock + ["--quiet"]).code == 0)
      try command.write(figures().replacing("A;2010;", with: "A;2010;1"), to: "tall.csv")
      let json = try command.json(ask + ["--quiet"])
      let row = try #require(try rows(json, "plan").first)
      #expect(row["baseline_revised"] as? Bool == true)
      let (before, now) = (row["planned_baseline"] as? Double, row["present_baseline"] as? Double)
      // A hundred more in one of twelve years.
      #expect(abs((now ?? 0) - (before ?? 0) - 100.0 / 12) < 1e-9)
      #expect(try rows(json).allSatisfy { $0["baseline_revised"] as? Bool == true })
    }
  }

  @Test func aCalibrationStandsBesideTheRows() throws {
    try CommandProcess.within { command in
      try command.write(figures(), to: "tall.csv")
      let ask = ["effect", "tall.csv", "--zone", "A", "--start", "2020", "--estimator", "did", "--calibrate"]
      let json = try command.json(ask + ["--quiet"])
      let row = try #require(try rows(json, "calibration").first)
      #expect(row["zones"] as? Int == 7 && row["false_positive_5"] is Double)
      let said = try command.run(ask)
      #expect(said.output.contains("Kalibrering (did): prøvd på 7 soner uten tiltak"), "\(said.output)")
      #expect(try command.run(ask + ["--threads", "1"]).output == said.output)
    }
  }

  @Test func aBaseIsLockedWithItsVersion() throws {
    try CommandProcess.within { command in
      #expect(try command.run(["init", "p"]).code == 0)
      #expect(try command.run(["refresh", "p/programme.yml", "--quiet"]).code == 0)
      let ask = ["effect", "--base", "p/kunnskap.levekar", "--lock", "plan.yml", "--quiet"]
      let made = try command.json(ask)
      #expect(made["schema"] as? String == "levekar.effect-plan", "\(made)")
      let text = try String(
        contentsOf: command.folder.appendingPathComponent("plan.yml"), encoding: .utf8)
      #expect(text.contains("data-version: \"version 1, sha256:"), "\(text)")
      let kept = try command.run(ask + ["--format", "json"])
      #expect([0, 2].contains(kept.code) && kept.output.contains("\"plan_hash\""), "\(kept.error)")
    }
  }
}
