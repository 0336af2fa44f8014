import Testing

@testable import Reports

@Suite struct ForestChartTests {
  @Test func estimatesStandOnOneAxisWithABarAtZero() throws {
    let chart = try #require(
      ForestChart(
        [
          .init(label: "a", estimate: 10, interval: (5, 15), isHeadline: true, note: "+10"),
          .init(label: "bb", estimate: -5, interval: (-10, 2.5), note: "−5"),
          .init(label: "c", note: "no"),
        ], columns: 26))
    // The axis goes from −10 to 15 in 25 steps of one.
    #expect(
      chart.pictures() == [
        "          ┊    ├────●────┤", "├────○────┼──┤            ", "          ┊               ",
      ])
    #expect(
      chart.lines() == [
        "  a             ┊    ├────●────┤  +10", "  bb  ├────○────┼──┤              −5", "  c   no",
      ])
  }

  @Test func anIntervalFarOutsideEndsInAnArrow() throws {
    let chart = try #require(
      ForestChart(
        [
          .init(label: "a", estimate: 10, interval: (0, 10), isHeadline: true),
          .init(label: "b", estimate: 5, interval: (-1000, 1000)),
        ], columns: 21))
    let picture = try #require(chart.pictures().last)
    #expect(picture.first == "◂" && picture.last == "▸" && picture.count == 21)
  }

  @Test func nothingIsDrawnOfNothing() {
    #expect(ForestChart([.init(label: "a")]) == nil)
    #expect(ForestChart([.init(label: "a", estimate: 0)]) == nil)
    #expect(ForestChart([.init(label: "a", estimate: .infinity)]) == nil)
  }
}
