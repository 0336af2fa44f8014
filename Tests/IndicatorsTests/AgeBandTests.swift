import Testing

@testable import Indicators

@Suite struct AgeBandTests {
  struct Label: Sendable {
    let text: String
    let lower: Int
    let upper: Int?
    init(_ text: String, _ lower: Int, _ upper: Int?) {
      self.text = text
      self.lower = lower
      self.upper = upper
    }
  }

  @Test(
    arguments: [
      Label("0", 0, 0), Label("0-4", 0, 4), Label("1–4", 1, 4), Label("05-09 år", 5, 9),
      Label("85+", 85, nil),
      Label("90 år eller eldre", 90, nil), Label("0_4", 0, 4), Label("15_24", 15, 24),
      Label("100_120", 100, nil),
      Label("under 1", 0, 0), Label("under 1 år", 0, 0), Label("80 år og over", 80, nil),
      Label("0–17 år", 0, 17),
      Label("105 år eller eldre", 105, nil), Label("Age 16 to 64", 16, 64), Label("16 til 19 år", 16, 19),
      Label("F00-05", 0, 5), Label("Y_LT5", 0, 4), Label("Y_GE85", 85, nil), Label("Y5-9", 5, 9),
      Label("Y0T4", 0, 4), Label(" 000 ", 0, 0), Label("65 and over", 65, nil), Label("<1", 0, 0),
      Label("mindre enn 5 år", 0, 4), Label("67 +", 67, nil), Label("0_120", 0, nil), Label("3 år", 3, 3),
      Label("≥ 80", 80, nil), Label("Aged 75 years or more", 75, nil),
      Label("0_0", 0, 0), Label("10 - 14 years", 10, 14), Label("17", 17, 17), Label("<5", 0, 4),
      Label("Y_LT1", 0, 0), Label("5 til 9 år", 5, 9), Label("005", 5, 5), Label("H080-084", 80, 84),
      Label("85 +", 85, nil), Label("85 år +", 85, nil), Label("85 years or older", 85, nil),
      Label("85 years and over", 85, nil), Label("85_120", 85, nil), Label("85 og eldre", 85, nil),
      Label("≥85", 85, nil), Label(">=85", 85, nil), Label("85 plus", 85, nil), Label("H85+", 85, nil),
    ])
  func aLabelIsRead(label: Label) throws {
    let band = try #require(AgeBand(label.text), "\(label.text)")
    #expect(band.lower == label.lower && band.upper == label.upper, "\(label.text): \(band)")
  }

  @Test(arguments: [
    "", "i alt", "Alle aldre", "2020", "9-5", "888_888", "999_999", "999", "over 65", "0-4-9", "95-", "-5",
    "under 0",
    "fem år", "5 barn", "menn 15-19", "1-4-7", "15-19 menn", "ukjent", "-", "150", "12345678901234567890",
    "1.5", "3,5", "0-4 %", "<", "+", "mann",
  ])
  func whatIsNoBandIsNoBand(text: String) { #expect(AgeBand(text) == nil, "\(text)") }

  @Test func bandsHaveOrderWidthAndOpenness() throws {
    let labels = ["85+", "5-9", "0", "0-4", "85-89"]
    let bands = labels.compactMap { AgeBand($0) }.sorted()
    #expect(bands.map(\.description) == ["0", "0–4", "5–9", "85–89", "85+"])
    #expect(bands.map(\.width) == [1, 5, 5, 5, nil])
    #expect(bands.map(\.isOpen) == [false, false, false, false, true])
    #expect(bands[1].contains(bands[0]) && !bands[0].contains(bands[1]))
    #expect(bands[4].contains(bands[3]) && !bands[3].contains(bands[4]) && bands[4].contains(bands[4]))
    #expect(bands[0].overlaps(bands[1]) && !bands[1].overlaps(bands[2]) && bands[3].overlaps(bands[4]))
    #expect(AgeBand(from: 5, through: 4) == nil && AgeBand(from: -1, through: 4) == nil)
    #expect(AgeBand(from: .max, through: nil) == nil)
  }

  @Test func aChoiceIsReadByItsLabelFirst() {
    let choice = Stratum.Choice(dimension: "alder", role: .age, category: "3", label: "10-14 år")
    #expect(AgeBand(choice)?.description == "10–14")
    #expect(
      AgeBand(Stratum.Choice(dimension: "alder", category: "0_17", label: "barn"))?.description == "0–17")
  }
}
