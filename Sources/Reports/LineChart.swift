import Wording

/// A line chart as SVG: one thick line with its interval, one dashed line to compare with, thin lines behind.
///
/// Lines differ in shape as well as colour and are labelled at their ends. Colours are classes of the page's style, so
/// that the chart follows light, dark and print. Everything that is a name is escaped here.
struct LineChart {
  /// One figure; without a value the line has a gap, and the sign stands at the axis.
  struct Point {
    let x: Double
    let value: Double?
    let lower: Double?
    let upper: Double?
    let sign: String
  }

  /// A vertical line with words.
  struct Mark {
    let x: Double
    let label: String
    let isStart: Bool
  }

  /// Unique in the page; ids are made from it.
  let id: String
  /// The finding, for those who cannot see the chart.
  let title: String
  let description: String
  let focus: [Point]
  let focusLabel: String
  let comparator: [Point]
  let comparatorLabel: String
  let context: [[Point]]
  let marks: [Mark]
  /// Labels along the axis of time, by x.
  let times: [(x: Double, label: String)]
  let format: ValueFormat

  private static let width = 360.0
  private static let height = 260.0
  private static let left = 46.0
  private static let right = 96.0
  private static let top = 26.0
  private static let signRow = 17.0

  private var values: [Double] {
    (focus + comparator).flatMap { [$0.value, $0.lower, $0.upper] }.compactMap { $0 }
      + context.joined().compactMap(\.value)
  }

  /// The ticks; `nil` where nothing can be drawn.
  var ticks: AxisTicks? {
    guard let low = values.min(), let high = values.max() else { return nil }
    return AxisTicks(covering: low...high)
  }

  var startsAtZero: Bool { (ticks?.lower ?? 0) <= 0 }

  /// The chart, or `nil` where there is no figure at all.
  func svg() -> String? {
    guard let ticks, let first = times.first?.x, let last = times.last?.x else { return nil }
    let hasSigns = focus.contains { $0.value == nil && !$0.sign.isEmpty }
    let plot = Plot(first: first, last: last, ticks: ticks, hasSigns: hasSigns)
    let width = Markup.coordinate(Self.width)
    let height = Markup.coordinate(Self.height)
    var parts = [
      "<svg class=\"chart\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\" viewBox=\"0 0 \(width) \(height)\""
        + " preserveAspectRatio=\"xMidYMid meet\">",
      "<title id=\"\(id)-t\">\(Markup.escaped(title))</title>",
      "<desc id=\"\(id)-d\">\(Markup.escaped(description))</desc>",
    ]
    parts += axes(plot)
    parts += marks.flatMap { draw($0, plot) }
    for series in context { parts += runs(series).map { path($0, plot, "line-context") } }
    parts += bands(plot)
    parts += runs(comparator).map { path($0, plot, "line-comparator") }
    parts += comparator.compactMap { point in point.value.map { square(plot.x(point.x), plot.y($0)) } }
    parts += runs(focus).map { path($0, plot, "line-focus") }
    parts += focus.compactMap { point in point.value.map { dot(plot.x(point.x), plot.y($0)) } }
    parts += signs(plot)
    parts += labels(plot)
    parts.append("</svg>")
    return parts.joined(separator: "\n")
  }

  /// Where figures lie on the page.
  private struct Plot {
    let first: Double
    let last: Double
    let ticks: AxisTicks
    let hasSigns: Bool

    var leftEdge: Double { LineChart.left }
    var rightEdge: Double { LineChart.width - LineChart.right }
    var topEdge: Double { LineChart.top }
    var bottomEdge: Double { LineChart.height - 26 - (hasSigns ? LineChart.signRow : 0) }

    func x(_ time: Double) -> Double {
      guard last > first else { return (leftEdge + rightEdge) / 2 }
      return leftEdge + (time - first) / (last - first) * (rightEdge - leftEdge)
    }

    func y(_ value: Double) -> Double {
      bottomEdge - (value - ticks.lower) / (ticks.upper - ticks.lower) * (bottomEdge - topEdge)
    }
  }

  private func text(_ x: Double, _ y: Double, _ words: String, anchor: String, css: String) -> String {
    "<text class=\"\(css)\" x=\"\(Markup.coordinate(x))\" y=\"\(Markup.coordinate(y))\" text-anchor=\"\(anchor)\">"
      + "\(Markup.escaped(words))</text>"
  }

  private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, css: String) -> String {
    let ends = [x1, y1, x2, y2].map(Markup.coordinate)
    return "<line class=\"\(css)\" x1=\"\(ends[0])\" y1=\"\(ends[1])\" x2=\"\(ends[2])\" y2=\"\(ends[3])\"/>"
  }

  private func axes(_ plot: Plot) -> [String] {
    var parts: [String] = []
    for tick in plot.ticks.values {
      let y = plot.y(tick)
      parts.append(line(plot.leftEdge, y, plot.rightEdge, y, css: tick == 0 ? "axis" : "grid"))
      let label = format.language.number(tick, decimals: plot.ticks.decimals) + format.suffix
      parts.append(text(plot.leftEdge - 6, y + 4.5, label, anchor: "end", css: "tick"))
    }
    // As many labels as have room, always the first and the last.
    let widest = times.map { DisplayWidth.of($0.label) }.max() ?? 4
    let room = Double(widest) * 7.5 + 6
    var lastDrawn = -Double.infinity
    let end = times.last.map { plot.x($0.x) } ?? 0
    for (index, time) in times.enumerated() {
      let x = plot.x(time.x)
      let isLast = index == times.count - 1
      guard isLast || (x - lastDrawn >= room && end - x >= room) else { continue }
      lastDrawn = x
      parts.append(line(x, plot.bottomEdge, x, plot.bottomEdge + 4, css: "axis"))
      parts.append(
        text(
          x, plot.bottomEdge + 18 + (plot.hasSigns ? Self.signRow : 0), time.label, anchor: "middle",
          css: "tick"))
    }
    return parts
  }

  private func draw(_ mark: Mark, _ plot: Plot) -> [String] {
    guard mark.x >= plot.first, mark.x <= plot.last else { return [] }
    let x = plot.x(mark.x)
    let isLeft = x > (plot.leftEdge + plot.rightEdge) / 2
    return [
      line(x, plot.topEdge - 8, x, plot.bottomEdge, css: mark.isStart ? "mark-start" : "mark-break"),
      text(
        x + (isLeft ? -4 : 4), plot.topEdge - (mark.isStart ? 10 : -4), mark.label,
        anchor: isLeft ? "end" : "start", css: "mark-label"),
    ]
  }

  /// Stretches without a gap.
  private func runs(_ points: [Point]) -> [[Point]] {
    points.split { $0.value == nil }.map(Array.init)
  }

  private func path(_ points: [Point], _ plot: Plot, _ css: String) -> String {
    let corners = points.compactMap { point in
      point.value.map { "\(Markup.coordinate(plot.x(point.x))),\(Markup.coordinate(plot.y($0)))" }
    }
    return "<polyline class=\"\(css)\" points=\"\(corners.joined(separator: " "))\"/>"
  }

  private func bands(_ plot: Plot) -> [String] {
    let withBand = focus.split { $0.value == nil || $0.lower == nil || $0.upper == nil }
    return withBand.map { run in
      func corner(_ point: Point, _ value: Double?) -> String? {
        value.map { "\(Markup.coordinate(plot.x(point.x))),\(Markup.coordinate(plot.y($0)))" }
      }
      if run.count == 1, let point = run.first, let low = point.lower, let high = point.upper {
        return line(plot.x(point.x), plot.y(low), plot.x(point.x), plot.y(high), css: "whisker")
      }
      let corners =
        run.compactMap { corner($0, $0.upper) } + run.reversed().compactMap { corner($0, $0.lower) }
      return "<polygon class=\"band\" points=\"\(corners.joined(separator: " "))\"/>"
    }
  }

  private func dot(_ x: Double, _ y: Double) -> String {
    "<circle class=\"dot\" cx=\"\(Markup.coordinate(x))\" cy=\"\(Markup.coordinate(y))\" r=\"3.2\"/>"
  }

  private func square(_ x: Double, _ y: Double) -> String {
    "<rect class=\"square\" x=\"\(Markup.coordinate(x - 2.6))\" y=\"\(Markup.coordinate(y - 2.6))\""
      + " width=\"5.2\" height=\"5.2\"/>"
  }

  private func signs(_ plot: Plot) -> [String] {
    focus.filter { $0.value == nil && !$0.sign.isEmpty && $0.x >= plot.first && $0.x <= plot.last }
      .map { text(plot.x($0.x), plot.bottomEdge + 17, $0.sign, anchor: "middle", css: "sign") }
  }

  /// The names at the ends of the lines, moved apart where they would touch.
  private func labels(_ plot: Plot) -> [String] {
    struct Label {
      var y: Double
      let lines: [String]
      let css: String
      var height: Double { Double(lines.count) * 15 }
    }
    func label(_ points: [Point], _ name: String, _ css: String) -> Label? {
      guard let last = points.last(where: { $0.value != nil }), let value = last.value else { return nil }
      let lines = LineChart.wrapped(name, width: 12, limit: 3)
      return Label(y: plot.y(value) - Double(lines.count - 1) * 7.5, lines: lines, css: css)
    }
    var all = [
      label(focus, focusLabel, "label-focus"), label(comparator, comparatorLabel, "label-comparator"),
    ].compactMap(\.self).sorted { $0.y < $1.y }
    if all.count == 2, all[1].y - all[0].y < all[0].height + 3 {
      let middle = (all[0].y + all[1].y) / 2
      all[0].y = middle - (all[0].height + 3) / 2
      all[1].y = all[0].y + all[0].height + 3
    }
    return all.flatMap { label in
      let lowest = plot.bottomEdge - label.height + 15
      let start = min(max(label.y, plot.topEdge), max(lowest, plot.topEdge))
      return label.lines.enumerated().map { index, words in
        text(plot.rightEdge + 8, start + 4.5 + Double(index) * 15, words, anchor: "start", css: label.css)
      }
    }
  }

  /// A name broken between words into lines of about so many characters; the last is shortened.
  static func wrapped(_ name: String, width: Int, limit: Int) -> [String] {
    var lines: [String] = []
    for word in name.split(separator: " ") {
      if let last = lines.last, DisplayWidth.of(last) + 1 + DisplayWidth.of(String(word)) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    let isCut = lines.count > limit
    lines = lines.prefix(limit).map { DisplayWidth.truncated($0, to: width) }
    if isCut, let last = lines.last {
      lines[lines.count - 1] = DisplayWidth.truncated(last + " ………………", to: width)
    }
    return lines.isEmpty ? [""] : lines
  }
}
