import Testing

@testable import Rates

@Suite struct LifeTableBandTests {
  @Test(arguments: [
    ("0", 0, 1), ("0 år", 0, 1), ("1-4", 1, 4), ("1–4 år", 1, 4), ("0_4", 0, 5), ("0_0", 0, 1),
    ("F00-04", 0, 5), ("10 - 14 years", 10, 5), ("17", 17, 1), ("under 1 år", 0, 1), ("<5", 0, 5),
    ("Y_LT1", 0, 1),
    ("5 til 9 år", 5, 5), ("005", 5, 1), ("H080-084", 80, 5),
  ])
  func closed(label: String, lower: Int, width: Int) {
    #expect(LifeTableBand(label) == LifeTableBand(from: lower, width: width))
  }

  @Test(arguments: [
    "85+", "85 +", "85 år +", "85 år eller eldre", "85 år og over", "85 years or older", "85 years and over",
    "85_120",
    "85-", "85 og eldre", "Y_GE85", "≥85", ">=85", "85 plus", "H85+",
  ])
  func open(label: String) {
    let band = LifeTableBand(label)
    #expect(band?.lower == 85 && band?.width == nil, "\(label)")
  }

  @Test(arguments: [
    "", "i alt", "Alle aldre", "2024", "menn 15-19", "9-5", "1-4-7", "15-19 menn", "ukjent", "-", "+",
    "99999999999999999999", "150",
  ])
  func noBand(label: String) { #expect(LifeTableBand(label) == nil) }

  @Test func orderAndDescription() {
    let labels = ["85+", "0", "0-4", "15-19"]
    #expect(
      labels.compactMap { LifeTableBand($0) }.sorted().map(\.description) == ["0", "0-4", "15-19", "85+"])
  }
}
