import Testing

@testable import Reports

@Suite struct SparklineTests {
  @Test func twoSeriesShareOneScaleAndTheMark() {
    let lines = Sparkline.lines([[0, 7, nil], [7, 0, 3.5]], mark: 1)
    #expect(lines == ["▁│█ ", "█│▁▅"])
  }

  @Test func nothingIsDrawnOfNothing() {
    #expect(Sparkline.lines([[nil, nil]]) == nil)
    #expect(Sparkline.lines([[1, 1]]) == nil)
  }
}
