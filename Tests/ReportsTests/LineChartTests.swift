import Indicators
import Testing
import Wording

@testable import Reports

@Suite struct LineChartTests {
  private func chart(_ values: [Double?], comparator: [Double?] = [], label: String = "Torstrand")
    -> LineChart
  {
    func points(_ values: [Double?]) -> [LineChart.Point] {
      values.enumerated().map { index, value in
        LineChart.Point(
          x: Double(2000 + index), value: value, lower: value.map { $0 - 1 }, upper: value.map { $0 + 1 },
          sign: value == nil ? ":" : "")
      }
    }
    return LineChart(
      id: "c", title: "t", description: "d", focus: points(values), focusLabel: label,
      comparator: points(comparator), comparatorLabel: "Resten", context: [], marks: [],
      times: values.indices.map { (x: Double(2000 + $0), label: "\(2000 + $0)") },
      format: ValueFormat(unit: .perCent, language: .nb))
  }

  @Test func aGapBreaksTheLineAndItsBandAndLeavesTheSign() throws {
    let svg = try #require(chart([5, 6, nil, 7, 8]).svg())
    let lint = HTMLLint(svg)
    #expect(lint.problems.isEmpty)
    #expect(lint.all("polyline").count == 2)
    #expect(lint.all("polygon").count == 2)
    #expect(lint.all("circle").count == 4)
    #expect(lint.all("text").count { $0.attributes["class"] == "sign" && $0.text == ":" } == 1)
  }

  @Test func nothingToDrawIsNoChart() {
    #expect(chart([nil, nil]).svg() == nil)
    #expect(chart([]).svg() == nil)
  }

  @Test func coordinatesStayInsideWhateverTheFigures() throws {
    for values: [Double?] in [[0.0, 0, 0], [1e12, 1e12 + 1], [-3, 5], [1e-9, 2e-9], [5]] {
      let svg = try #require(chart(values).svg())
      for circle in HTMLLint(svg).all("circle") {
        let x = try #require(circle.attributes["cx"].flatMap(Double.init))
        let y = try #require(circle.attributes["cy"].flatMap(Double.init))
        #expect((0...360).contains(x) && (0...260).contains(y), "\(values): \(x), \(y)")
      }
    }
  }

  @Test func labelsOfLinesThatMeetAreMovedApart() throws {
    let svg = try #require(chart([5, 5], comparator: [5, 5]).svg())
    let labels = HTMLLint(svg).all("text").filter { ($0.attributes["class"] ?? "").hasPrefix("label") }
    let heights = labels.compactMap { $0.attributes["y"].flatMap(Double.init) }.sorted()
    #expect(heights.count == 2)
    for (one, next) in zip(heights, heights.dropFirst()) { #expect(next - one >= 12) }
  }

  @Test func longNamesAreWrappedAndCut() {
    #expect(LineChart.wrapped("Resten av Larvik", width: 12, limit: 3) == ["Resten av", "Larvik"])
    let long = LineChart.wrapped("en to tre fire fem seks syv åtte ni ti elleve tolv", width: 8, limit: 2)
    #expect(long.count == 2 && long[1].hasSuffix("…"))
    #expect(LineChart.wrapped("", width: 8, limit: 2) == [""])
  }
}
