import Foundation
import Testing

@testable import Pipeline

/// The example programme, refreshed once in a copy.
@Suite struct LarvikTests {
  private struct Key: Hashable {
    let indicator: String
    let zone: String
    let period: String
  }

  /// The figures of the yearly source, read here without any of the readers.
  private func figures(_ sample: ProgrammeSample) throws -> [Key: (top: Double?, bottom: Double)] {
    var result: [Key: (top: Double?, bottom: Double)] = [:]
    for line in try sample.text("figures/constructed-yearly.csv").split(whereSeparator: \.isNewline)
      .dropFirst()
    {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 8, let bottom = Double(cells[5]) else { continue }
      // What the source itself hides has no numerator here.
      result[Key(indicator: cells[3], zone: cells[0], period: cells[2])] = (Double(cells[4]), bottom)
    }
    return result
  }

  @Test func theExampleRefreshesAndHidesWhatItsRulesHide() throws {
    let sample = try ProgrammeSample.larvik()
    defer { sample.discard() }
    let outcome = try sample.refresh()
    #expect(outcome.exitCode == 0 && outcome.version.version.number == 1)
    let figures = try figures(sample)
    #expect(figures.count > 2500)
    var shown: [Key: Double] = [:]
    for row in try sample.rows("level") {
      guard let indicator = row["indicator"] as? String, let zone = row["zone"] as? String,
        let period = row["period"] as? String
      else { continue }
      let key = Key(indicator: indicator, zone: zone, period: period)
      if let top = row["numerator"] as? Double { shown[key] = top }
      if row["estimate"] is NSNull {
        #expect(row["reason"] is String && row["numerator"] is NSNull, "\(row)")
      }
      // Shown figures are those of the source.
      if let top = row["numerator"] as? Double, let source = figures[key] { #expect(source.top == top) }
    }
    let ruled = [
      "low-income-eu60", "child-welfare-measures", "social-assistance-18-24", "kindergarten-1-5",
      "satisfied-neighbourhood",
    ]
    var hidden = 0
    for (key, figure) in figures where ruled.contains(key.indicator) {
      let top = figure.top ?? 0
      if top < 5 || figure.bottom - top < 5 || figure.bottom < 10 {
        hidden += 1
        #expect(shown[key] == nil, "\(key) is shown")
      }
    }
    #expect(hidden > 50, "the example has figures to hide")
    // The kommune less the rest is Torstrand, so both or neither are shown; and the kommune less every shown zone leaves
    // either nobody hidden or at least two hidden zones.
    let zones = Set(figures.keys.map(\.zone)).filter { $0 != "3909" }
    for indicator in ruled {
      for year in 2008...2025 {
        let period = String(year)
        func value(_ zone: String) -> Double? { shown[Key(indicator: indicator, zone: zone, period: period)] }
        if value("larvik") != nil, value("torstrand") == nil {
          #expect(value("resten-av-larvik") == nil, "\(indicator) \(year)")
        }
        guard value("3909") != nil else { continue }
        let there = zones.filter { figures[Key(indicator: indicator, zone: $0, period: period)] != nil }
        let gone = there.filter { value($0) == nil }
        #expect(gone.count != 1, "\(indicator) \(year): \(gone) follows by subtraction")
      }
    }
    #expect(shown[Key(indicator: "low-income-eu60", zone: "larvik", period: "2025")] != nil)
    for name in ["index.html", "index.en.html", "tall/level.csv", "tall/compare.json"] {
      let text = try sample.text("ut/\(name)")
      #expect(text.lowercased().contains("konstruert") || text.contains("constructed"), "\(name)")
    }
  }
}
