import Foundation
import TestSupport
import Testing

/// `effect` as a process: the published answers from one file, and a clear refusal for each kind of bad input.
@Suite(.enabled(if: CommandProcess.isAvailable, CommandProcess.skipReason)) struct EffectCommandTests {
  /// Zones A … with a path each, the first with more from 2020 on.
  private func figures(
    zones: [String] = ["A", "B", "C", "D", "E", "F"], years: ClosedRange<Int> = 2012...2023,
    leavingOut: Set<String> = [],
    value: (Int, Int) -> String = { zone, year in
      "\(50 + zone * 3 + (year - 2012) + (zone * 7 + year * 5 + zone * year) % 4 + (zone == 0 && year >= 2020 ? 20 : 0))"
    }
  ) -> String {
    var text = "sone;år;verdi\n"
    for (index, zone) in zones.enumerated() {
      for year in years where !leavingOut.contains("\(zone)\(year)") {
        text += "\(zone);\(year);\(value(index, year))\n"
      }
    }
    return text
  }

  @Test(
    .enabled(
      if: ReferenceData.has("reference/california_prop99.csv"), Comment(rawValue: ReferenceData.skipReason)))
  func propositionNinetyNineFromOneFileWithoutOtherFlags() throws {
    try CommandProcess.within { command in
      let json = try command.json([
        "effect", ReferenceData.url("reference/california_prop99.csv").path, "--columns",
        "zone=State,period=Year,value=PacksPerCapita", "--zone", "California", "--start", "1989",
        "--estimator",
        "sdid", "did", "dsc", "sc", "--quiet",
      ])
      let rows = try #require(json["rows"] as? [[String: Any]])
      #expect(rows.map { $0["estimator"] as? String } == ["sdid", "did", "dsc", "sc"])
      // Exact optima computed independently: with R's quadprog (half the last printed digit), and of the two last in rational
      // arithmetic on the active donors, to what a sum of 600 products may round.
      let wanted: [(estimate: Double, error: Double?, rank: Int?, bound: Double)] = [
        (-15.60539792, 9.37118, 2, 5e-9), (-27.3491110836, 17.28680, 4, 5e-11),
        (-11.109041998385841, nil, nil, 1e-10),
        (-19.513629768420859, nil, 3, 1e-10),
      ]
      for (row, wanted) in zip(rows, wanted) {
        let estimate = try #require(row["estimate"] as? Double)
        #expect(abs(estimate - wanted.estimate) <= wanted.bound, "\(estimate)")
        if let error = wanted.error { #expect(abs((row["standard_error"] as? Double ?? 0) - error) <= 5e-6) }
        if let rank = wanted.rank { #expect(row["rank"] as? Int == rank) }
        // Some readers of JSON are off by a unit in the last place.
        #expect(abs((row["p_floor"] as? Double ?? 0) - 1.0 / 39) <= 1e-16)
      }
      #expect(abs((rows[3]["rmspe_ratio"] as? Double ?? 0) - 12.43997) <= 5e-6)
      #expect(rows[3]["ratio_rank"] as? Int == 3)
      let donors = try #require(json["donors"] as? [[String: Any]])
      func weight(_ estimator: String, _ zone: String) -> Double {
        donors.first { $0["estimator"] as? String == estimator && $0["zone"] as? String == zone }?["weight"]
          as? Double
          ?? .nan
      }
      #expect(abs(weight("sdid", "Nevada") - 0.124194) <= 5e-7)
      #expect(abs(weight("sc", "Utah") - 0.393908) <= 5e-7)
      let periods = try #require(json["periods"] as? [[String: Any]])
      let last = periods.first { $0["estimator"] as? String == "sdid" && $0["period"] as? String == "1988" }
      #expect(abs((last?["weight"] as? Double ?? 0) - 0.427076) <= 5e-7)
      #expect((json["placebos"] as? [Any])?.count == 4 * 38)
    }
  }

  @Test func anEffectIsSaidAfterWhatCouldBeSeen() throws {
    try CommandProcess.within { command in
      try command.write(figures(), to: "f.csv")
      let outcome = try command.run([
        "effect", "f.csv", "--zone", "A", "--start", "2020", "--estimator", "did",
      ])
      #expect(outcome.code == 0, "\(outcome.error)")
      let text = outcome.output
      let seen = try #require(text.range(of: "Kunne ses"))
      let found = try #require(text.range(of: "Ble sett"))
      #expect(seen.lowerBound < found.lowerBound)
      #expect(!text.lowercased().contains("ingen effekt"))
    }
  }

  /// Refusals of a row: exit 2, the reason in words, and what would be needed.
  @Test(arguments: [
    ("2012", "no-pre-periods"), ("2013", "too-few-pre-periods"),
  ])
  func periodsBeforeTheStartAreNeeded(start: String, reason: String) throws {
    try CommandProcess.within { command in
      try command.write(figures(), to: "f.csv")
      try refused(
        command, ["effect", "f.csv", "--zone", "A", "--start", start], reason, needs: "minst to|lengre serier"
      )
    }
  }

  @Test func donorsAreNeeded() throws {
    try CommandProcess.within { command in
      try command.write(figures(zones: ["A"]), to: "none.csv")
      try command.write(figures(zones: ["A", "B"]), to: "one.csv")
      try refused(
        command, ["effect", "none.csv", "--zone", "A", "--start", "2020"], "no-donors",
        needs: "minst to soner")
      try refused(
        command, ["effect", "one.csv", "--zone", "A", "--start", "2020"], "too-few-donors",
        needs: "flere soner")
    }
  }

  @Test func gapsHiddenCellsAndConstantSeriesAreRefused() throws {
    try CommandProcess.within { command in
      try command.write(figures(leavingOut: ["A2014"]), to: "gap.csv")
      try refused(
        command, ["effect", "gap.csv", "--zone", "A", "--start", "2020"], "treated-incomplete",
        needs: "mangler tall")
      let kept = try command.run([
        "effect", "gap.csv", "--zone", "A", "--start", "2020", "--unbalanced", "drop-periods", "--estimator",
        "did",
      ])
      #expect(kept.code == 0 && kept.output.contains("er utelatt"), "\(kept.output)")
      try command.write(
        figures { zone, year in zone == 0 && year == 2014 ? ":" : "\(zone + year % 7)" }, to: "hidden.csv")
      try refused(
        command, ["effect", "hidden.csv", "--zone", "A", "--start", "2020"], "suppressed", needs: "skjermet")
      try command.write(figures { zone, year in zone == 0 ? "5" : "\(zone + year % 7)" }, to: "constant.csv")
      try refused(
        command, ["effect", "constant.csv", "--zone", "A", "--start", "2020"], "constant-outcomes",
        needs: "varierer")
    }
  }

  /// Errors of the request: the layout of the contract, in both languages.
  @Test func requestsThatMeanNothingAreErrors() throws {
    try CommandProcess.within { command in
      try command.write(figures(), to: "f.csv")
      let base = ["effect", "f.csv", "--quiet"]
      try command.run(base + ["--zone", "A"]).expectError(64, "needs-start")
      try command.run(base + ["--start", "2020"]).expectError(64, "needs-zone")
      try command.run(base + ["--zone", "A", "--start", "1990"]).expectError(64, "start-outside-data")
      try command.run(base + ["--zone", "A", "--start", "2030"]).expectError(64, "start-outside-data")
      try command.run(base + ["--zone", "A", "A", "--start", "2020"]).expectError(64, "zone-named-twice")
      try command.run(base + ["--zone", "A", "--start", "2020", "--donors", "A", "B", "C"]).expectError(
        64, "treated-donor")
      try command.run(base + ["--zone", "Å", "--start", "2020"]).expectError(64, "unknown-zone")
      try command.run(base + ["--zone", "A", "--start", "2020", "--estimator", "magic"]).expectError(
        64, "unknown-choice")
      try command.run(base + ["--zone", "A", "--start", "2020", "--stop", "2019"]).expectError(
        64, "stop-precedes-start")
      try command.run(base + ["--zone", "A", "--start", "soon"]).expectError(64, "unreadable-option")
      try command.run(base + ["--zone", "A", "--start", "2020", "--donors", "same-municipality"]).expectError(
        64, "needs-zone-system")
      let english = try command.run(["effect", "f.csv", "--zone", "A", "--start", "1990", "--language", "en"])
      #expect(
        english.code == 64 && english.error.contains("the start lies outside the figures"), "\(english.error)"
      )
    }
  }

  @Test func aNameOfTwoZonesAndAZoneGivenTwiceAreErrors() throws {
    try CommandProcess.within { command in
      var text = "kode;sonenavn;år;verdi\n"
      for year in 2012...2023 {
        for (index, code) in ["1", "2", "3", "4"].enumerated() {
          text +=
            "\(code);\(index < 2 ? "Berg" : "Dal \(code)");\(year);\(index * 3 + year % 5 + year - 2000)\n"
        }
      }
      try command.write(text, to: "names.csv")
      let outcome = try command.run(["effect", "names.csv", "--zone", "Berg", "--start", "2020"])
      outcome.expectError(64, "ambiguous-zone")
      #expect(outcome.error.contains("1 (Berg)") && outcome.error.contains("2 (Berg)"))
      try command.write(figures() + "A;2015;9\n", to: "twice.csv")
      try command.run(["effect", "twice.csv", "--zone", "A", "--start", "2020"]).expectError(
        65, "duplicate-key")
    }
  }

  @Test func neighboursAreReadFromAList() throws {
    try CommandProcess.within { command in
      try command.write(figures(), to: "f.csv")
      try command.write("sone;nabo\nA;B\nC;D\n", to: "n.csv")
      let json = try command.json([
        "effect", "f.csv", "--zone", "A", "--start", "2020", "--exclude-neighbours", "n.csv", "--estimator",
        "did",
        "--quiet",
      ])
      let excluded = try #require(json["excluded"] as? [[String: Any]])
      #expect(excluded.map { $0["zone"] as? String } == ["B"])
      #expect(excluded.first?["reason"] as? String == "neighbour-of-treated")
      try command.run([
        "effect", "f.csv", "--zone", "A", "--start", "2020", "--exclude-neighbours", "missing.csv",
      ])
      .expectError(66, "no-such-file")
    }
  }

  private func refused(
    _ command: CommandProcess, _ arguments: [String], _ reason: String, needs: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let arguments = arguments + ["--estimator", "did"]
    let outcome = try command.run(arguments)
    #expect(outcome.code == 2 && !outcome.wasKilled, "\(outcome.error)", sourceLocation: sourceLocation)
    let text = outcome.output + outcome.error
    #expect(
      needs.split(separator: "|").contains { text.contains(String($0)) }, "\(text)",
      sourceLocation: sourceLocation)
    let json = try command.json(arguments + ["--quiet"])
    let rows = json["rows"] as? [[String: Any]]
    #expect(rows?.first?["reason"] as? String == reason, sourceLocation: sourceLocation)
    let english = try command.run(arguments + ["--language", "en"])
    #expect(english.output.contains("without figures: "), sourceLocation: sourceLocation)
  }
}
