import Estimates
import Indicators

/// A series in which some values are known only to lie within bounds, as hidden counts of 1–4 are.
///
/// - Shape: one range and one time a point. A known value is a range without width. Missing points are left out. A
///   hidden value is one of `lower, lower + step, …, upper`, the step being one person in the unit of the value.
struct AdmissibleSeries: Sendable {
  let ranges: [ClosedRange<Double>]
  let steps: [Double]
  let times: [Double]

  var count: Int { ranges.count }

  /// How many points are hidden.
  var hidden: Int { ranges.count { $0.lowerBound < $0.upperBound } }

  init(ranges: [ClosedRange<Double>], steps: [Double], times: [Double]) {
    self.ranges = ranges
    self.steps = steps
    self.times = times
  }

  /// The series of a zone.
  ///
  /// - Throws: ``Estimates/StatisticsError/suppressedInput(count:)`` where a hidden cell has no declared bounds, or the
  ///   denominator behind a hidden share is hidden too; too few points; infinite values.
  init(_ panel: Panel, zone: Int) throws(StatisticsError) {
    let cells = panel.series(zone)
    var ranges: [ClosedRange<Double>] = []
    var steps: [Double] = []
    var times: [Double] = []
    for cell in cells {
      let range: ClosedRange<Double>
      var step = 0.0
      if panel.statuses[cell].isSuppressed {
        guard let found = Self.range(panel, cell) else {
          throw .suppressedInput(count: panel.statuses[cells].count(where: \.isSuppressed))
        }
        (range, step) = found
      } else {
        let value = panel.values[cell]
        guard !value.isNaN else { continue }
        guard value.isFinite else { throw .notFinite(what: "value") }
        range = value...value
      }
      ranges.append(range)
      steps.append(step)
      times.append(panel.periods[cell - cells.lowerBound].time)
    }
    guard ranges.count >= 3 else { throw .tooFewObservations(needed: 3, found: ranges.count) }
    self.init(ranges: ranges, steps: steps, times: times)
  }

  /// The values a hidden cell admits, and what one person changes them by.
  private static func range(_ panel: Panel, _ cell: Int) -> (ClosedRange<Double>, Double)? {
    guard let bounds = panel.bounds[cell] else { return nil }
    let low = bounds.lowerBound.rounded(.up)
    var high = bounds.upperBound.rounded(.down)
    var step = 1.0
    if !panel.isCount {
      guard let all = panel.denominators?[cell], all > 0, all.isFinite else { return nil }
      if panel.kind == .proportion { high = min(high, all) }
      step = panel.multiplier / all
    }
    guard low <= high, step > 0 else { return nil }
    return (step * low...step * high, step)
  }

  /// Every series that the bounds admit, one behind the other; `nil` where there are more than `limit`.
  func all(limit: Int) -> [Double]? {
    var choices: [[Double]] = []
    var total = 1
    for (range, step) in zip(ranges, steps) {
      guard range.upperBound.isFinite else { return nil }
      let many =
        range.lowerBound < range.upperBound ? ((range.upperBound - range.lowerBound) / step).rounded() : 0
      guard many < Double(limit) else { return nil }
      let values = (0...Int(many)).map { range.lowerBound + Double($0) * step }
      choices.append(values)
      total *= values.count
      guard total <= limit else { return nil }
    }
    var result: [Double] = []
    result.reserveCapacity(total * count)
    for combination in 0..<total {
      var rest = combination
      for values in choices {
        result.append(values[rest % values.count])
        rest /= values.count
      }
    }
    return result
  }
}
