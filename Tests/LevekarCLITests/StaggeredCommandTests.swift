import Foundation
import TestSupport
import Testing

/// `effect --estimator staggered` as a process.
@Suite(.enabled(if: CommandProcess.isAvailable, CommandProcess.skipReason)) struct StaggeredCommandTests {
  @Test(
    .enabled(if: ReferenceData.has("reference/mpdta.csv"), Comment(rawValue: ReferenceData.skipReason)))
  func minimumWagesFromOneFile() throws {
    try CommandProcess.within { command in
      let json = try command.json([
        "effect", ReferenceData.url("reference/mpdta.csv").path, "--columns",
        "zone=countyreal,period=year,value=lemp", "--cohort", "first.treat", "--estimator", "staggered",
        "--placebos", "50", "--quiet",
      ])
      let row = try #require((json["rows"] as? [[String: Any]])?.first)
      func number(_ row: [String: Any]?, _ key: String) -> Double { row?[key] as? Double ?? .nan }
      // R did 2.1.2 with analytic errors, outcome regression and never-treated counties; half the last printed digit.
      #expect(abs(number(row, "estimate") - -0.03995127516) <= 5e-12)
      #expect(abs(number(row, "standard_error") - 0.01203401277) <= 5e-12)
      #expect(row["interval_method"] as? String == "effect-interval.influence")
      // 500 counties, 191 of them treated.
      #expect(row["donors"] as? Int == 309 && row["n"] as? Double == 309)
      let together = try #require(json["aggregations"] as? [[String: Any]])
      func overall(_ kind: String) -> [String: Any]? {
        together.first { $0["aggregation"] as? String == kind && !($0["part"] is String) }
      }
      #expect(abs(number(overall("dynamic"), "estimate") - -0.07723982146) <= 5e-12)
      #expect(abs(number(overall("dynamic"), "standard_error") - 0.01996498906) <= 5e-12)
      #expect(abs(number(overall("calendar"), "estimate") - -0.04170043213) <= 5e-12)
      #expect(abs(number(overall("group"), "estimate") - -0.03101828223) <= 5e-12)
      let cohorts = try #require(json["cohorts"] as? [[String: Any]])
      let one = cohorts.first { $0["start"] as? String == "2004" && $0["period"] as? String == "2006" }
      #expect(abs(number(one, "estimate") - -0.137258739) <= 5e-10)
      #expect(abs(number(one, "standard_error") - 0.036435664) <= 5e-10)
      let events = try #require(json["event_time"] as? [[String: Any]])
      #expect(events.compactMap { $0["time"] as? Int } == Array(-3...3))
      // The band holds all times at once, so it is the wider.
      for event in events { #expect(number(event, "band_lower") < number(event, "lower")) }
    }
  }

  @Test func theExampleRunsFromTheProgrammeAndFromItsColumns() throws {
    try CommandProcess.within { command in
      let folder = ReferenceData.packageRoot.appendingPathComponent("Data/bergen-staggered").path
      let figures = "\(folder)/figures.csv"
      let common = ["--estimator", "staggered", "--placebos", "200", "--quiet"]
      let one = try command.json(["effect", figures, "--programme", "\(folder)/programme.yml"] + common)
      let other = try command.json(
        [
          "effect", figures, "--zones", "\(folder)/zones.csv", "--cohort", "start", "--cohort-stop", "stop",
          "--unit",
          "per cent",
        ] + common)
      let rows = [one, other].map { ($0["rows"] as? [[String: Any]])?.first ?? [:] }
      let estimate = try #require(rows[0]["estimate"] as? Double)
      // Shares of one are hundredths of per cent: the file alone does not say which.
      #expect(estimate < -2 && estimate > -6)
      #expect(rows[0]["standard_error"] is NSNull && rows[0]["p_value"] as? Double ?? 1 < 0.05)
      #expect(rows[0]["p_value"] as? Double == rows[1]["p_value"] as? Double)
      #expect((one["cohorts"] as? [Any])?.count == 51)
    }
  }

  @Test func aZoneWithTwoStartsIsSaidWithItsRow() throws {
    try CommandProcess.within { command in
      try command.write(
        "zone;year;value;first\nA;2019;1;2020\nA;2020;2;2021\nB;2019;1;\nB;2020;2;\n", to: "f.csv")
      let outcome = try command.run(["effect", "f.csv", "--cohort", "first", "--estimator", "staggered"])
      #expect(outcome.code == 65, "\(outcome.error)")
      #expect(outcome.error.contains("rad 3") && outcome.error.contains("«2021»"))
      let missing = try command.run(["effect", "f.csv", "--cohort", "begun", "--estimator", "staggered"])
      #expect(missing.code == 64 && missing.error.contains("begun"))
      let both = try command.run(["effect", "f.csv", "--cohort", "first", "--start", "2020"])
      #expect(both.code == 64)
    }
  }
}
