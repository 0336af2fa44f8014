import Foundation
import TestSupport
import Testing

/// `life-expectancy`, `participation` and `survey` as a process, each from files.
@Suite(.enabled(if: CommandProcess.isAvailable, CommandProcess.skipReason))
struct LifeAndSurveyCommandsTests {
  private func rows(_ command: CommandProcess, _ arguments: [String]) throws -> [[String: Any]] {
    let outcome = try command.run(arguments + ["--format", "json", "--quiet"])
    #expect(outcome.code == 0, "\(outcome.error)")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return try #require(json?["rows"] as? [[String: Any]])
  }

  /// Six bands as in the kernel's tests: e0 76.70263172193147 by numpy 2.4.6, relative 1e-12.
  @Test func lifeExpectancyFromOneFile() throws {
    let text = """
      sone;år;alder;teller;nevner
      A;2022;0;2;310
      A;2022;1-14;1;4200
      A;2022;15-44;9;9800
      A;2022;45-64;40;7400
      A;2022;65-84;160;4300
      A;2022;85 år eller eldre;150;620
      """
    try CommandProcess.within { command in
      try command.write(text, to: "d.csv")
      let found = try rows(command, ["life-expectancy", "d.csv", "--age", "0,65"])
      #expect(found.count == 2)
      let birth = try #require(found.first?["expectancy"] as? Double)
      #expect(abs(birth - 76.70263172193147) <= 1e-10)
      let wrong = try command.run(["life-expectancy", "d.csv", "--age", "zero"])
      #expect(wrong.code == 64 && wrong.error.contains("--age"))
      try command.write(text.replacingOccurrences(of: "A;2022;1-14;1;4200\n", with: ""), to: "gap.csv")
      let gap = try command.run(["life-expectancy", "gap.csv"])
      #expect(gap.code == 2 && gap.error.contains("0, 15–44"), "\(gap.error)")
    }
  }

  /// Seven-year expectancies as published, without deaths: refused with the reason.
  @Test(
    .enabled(if: ReferenceData.has("real/telemark-fhi-nav-imdi"), Comment(rawValue: ReferenceData.skipReason))
  )
  func publishedExpectanciesAreRefused() throws {
    let path = ReferenceData.url("real/telemark-fhi-nav-imdi/fhi_forventet_levealder_7_aarig.csv").path
    try CommandProcess.within { command in
      let outcome = try command.run(["life-expectancy", path, "--format", "json", "--quiet"])
      #expect(outcome.code == 2 && outcome.output.contains("published-expectancy"))
      #expect(!outcome.output.contains("\"expectancy\":8"))
    }
  }

  /// 59 + 139 + … + 10 = 783 participants and 458 inputs.
  @Test func theParticipationExampleAddsUp() throws {
    let path = ReferenceData.packageRoot.appendingPathComponent("Data/asker-participation/participation.csv")
      .path
    try CommandProcess.within { command in
      let found = try rows(command, ["participation", path, "--period", "2021"])
      let totals = found.filter { $0["breakdown"] as? String == "total" }
      #expect(totals.compactMap { $0["estimate"] as? Double } == [783, 458])
      #expect(found.count == 17)
    }
  }

  @Test func aSurveyWithMarginsAndASmallGroup() throws {
    let text =
      "sone;år;kjønn;svar\n"
      + (0..<30).map { "A;2024;\($0 < 20 ? "k" : "m");\($0 % 2)\n" }.joined() + "B;2024;k;1\nB;2024;m;0\n"
    try CommandProcess.within { command in
      try command.write(text, to: "s.csv")
      try command.write("variable;category;total\nkjønn;k;500\nkjønn;m;500\n", to: "m.csv")
      let found = try rows(command, ["survey", "s.csv", "--margins", "m.csv"])
      #expect(found.count == 2 && found[0]["weighting"] as? String == "post-stratification")
      #expect(abs((found[0]["estimate"] as? Double ?? 0) - 50) <= 1e-9)
      #expect(found[1]["reason"] as? String == "group-too-small" && !(found[1]["n"] is Double))
    }
  }
}
