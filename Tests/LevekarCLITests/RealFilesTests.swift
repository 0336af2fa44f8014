import Foundation
import TestSupport
import Testing

/// Files as they are found in the world, each in one command.
@Suite(
  .enabled(
    if: CommandProcess.isAvailable && ReferenceData.isAvailable,
    "the command or the reference data are absent"))
struct RealFilesTests {
  private func file(_ path: String) throws -> String {
    let url = ReferenceData.url("real/\(path)")
    return try #require(
      FileManager.default.fileExists(atPath: url.path) ? url.path : nil, "\(path) is absent")
  }

  @Test func aForeignFileHasATrendPerZoneAndNoRest() throws {
    let path = try file("stavanger-levekar/hoy_utdanning.json")
    try CommandProcess.within { command in
      let trend = try command.json(["trend", path, "--quiet"])
      let rows = try #require(trend["rows"] as? [[String: Any]])
      let zones = Set(rows.compactMap { $0["zone"] as? String })
      #expect(zones.count > 20 && rows.count >= zones.count)
      #expect(rows.contains { $0["estimate"] is Double })
      #expect(!String(describing: trend).contains(path))
      let zone = try #require(zones.sorted().first)
      let refused = try command.run([
        "compare", path, "--zone", zone, "--against", "rest", "--format", "json", "--quiet",
      ])
      #expect(refused.code == 2, "\(refused.error)")
      #expect(refused.output.contains("needs-numerator-and-denominator"), "\(refused.output)")
    }
  }

  /// Three points cannot show a trend, whatever they are.
  @Test func threePointsAreRefused() throws {
    let path = try file("stavanger-levekar/registrert-arbeidsledighet.json")
    try CommandProcess.within { command in
      let refused = try command.run(["trend", path, "--format", "json", "--quiet"])
      #expect(refused.code == 2, "\(refused.error)")
      #expect(refused.output.contains("cannot-reach-level") && refused.output.contains("too-few-points"))
    }
  }

  /// Life expectancy over seven years at a time: corrected for the years that windows share, or refused.
  @Test func windowsOfSevenYearsAreCorrectedOrRefused() throws {
    let path = try file("telemark-fhi-nav-imdi/fhi_forventet_levealder_7_aarig.csv")
    try CommandProcess.within { command in
      let trend = try command.json(["trend", path, "--quiet", "--method", "theil-sen"])
      let rows = try #require(trend["rows"] as? [[String: Any]])
      let country = try #require(rows.first { $0["zone"] as? String == "Hele landet" })
      #expect((country["diagnostics"] as? [String])?.contains("overlap-corrected") == true)
      #expect(country["direction"] as? String == "increasing")
      // Fifteen windows of seven years: the variance is 5.1 times that of independent ones.
      #expect(abs((country["variance_factor"] as? Double ?? 0) - 5.097) < 5e-4)
      for handling in ["refuse", "disjoint", "yearly"] {
        let refused = try command.run(["trend", path, "--quiet", "--format", "json", "--windows", handling])
        #expect(refused.code == 2, "\(handling): \(refused.error)")
      }
      let unknown = try command.run(["trend", path, "--method", "theil"])
      #expect(unknown.code == 64 && unknown.error.contains("theil-sen"))
    }
  }

  /// Statistics Norway: 47 499 persons in Larvik (3805) on 1 January 2021.
  @Test func thePopulationOfLarvikByAgeSumsToItsTotal() throws {
    let path = try file("ssb-07459-population/Personer2021.csv")
    try CommandProcess.within { command in
      let json = try command.json(["level", path, "--zone", "K-3805", "--by", "age", "--quiet"])
      let rows = try #require(json["rows"] as? [[String: Any]])
      #expect(rows.count > 90)
      #expect(rows.reduce(0) { $0 + ($1["estimate"] as? Double ?? 0) } == 47499)
    }
  }

  /// Each with the flags that its form asks for; a zone's figure as it stands in the file, found by reading its text.
  @Test(arguments: [
    ("fhi_vedvarende_lavinntekt_0-17.csv", ["--wide"], "Bamble", 10.0),
    ("fhi_barnevern.csv", ["--from", "2015", "--to", "2015"], "Hele landet", 0.043),
  ])
  func aFileOfTelemarkGivesItsFigures(name: String, flags: [String], zone: String, value: Double) throws {
    let path = try file("telemark-fhi-nav-imdi/\(name)")
    try CommandProcess.within { command in
      let json = try command.json(["level", path, "--zone", zone, "--quiet"] + flags)
      let rows = try #require(json["rows"] as? [[String: Any]])
      #expect(rows.contains { $0["estimate"] as? Double == value }, "\(rows.prefix(3))")
    }
  }
}
