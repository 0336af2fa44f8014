import Estimates
import Indicators
import Regression
import Scheduler
import Trends

/// How much neighbouring points of each series resemble each other once the slope is taken out.
struct NeighbourCorrelation {
  private let values: [Double?]

  /// Nothing is known, as for windows that overlap.
  static let none = NeighbourCorrelation(values: [])

  private init(values: [Double?]) { self.values = values }

  init(_ panel: Panel, slopes: [Double?], threads: ThreadLimit) {
    values = SerialCorrelation.ofResidualRanks(panel, slopes: slopes, threads: threads)
  }

  /// Sets `autocorrelation`, and the diagnostic where it is beyond chance.
  func fill(_ cells: inout ResultCells, zone: Int, points: Int) {
    guard values.indices.contains(zone), let value = values[zone] else { return }
    cells["autocorrelation"] = .number(value)
    if value > SerialCorrelation.limit(points: points) { cells.add([.autocorrelated]) }
  }
}

/// The change per year that each series would show.
struct DetectableChange {
  /// The test that looks for it.
  enum Test {
    case mannKendall
    case line
  }

  private let panel: Panel
  private let level: ConfidenceInterval.Level
  /// Whether the figures count everybody there is, so that counting adds no chance.
  private let isComplete: Bool
  /// The scatter around a straight line; NaN where there is none.
  private let deviations: [Double]

  init(_ context: TrendContext) {
    panel = context.panel
    level = context.options.level
    isComplete = context.panel.isCount && context.indicator?.role == .context
    let fits = try? LineFits(
      values: panel.values, times: panel.periods.map(\.time), threads: context.options.threads)
    deviations = fits?.residualStandardDeviations ?? []
  }

  /// Sets `mdc` and `mdc_people`.
  ///
  /// The scatter is the larger of what the series shows and what counting alone gives: a short series can lie near a
  /// line by chance.
  func fill(_ cells: inout ResultCells, zone: Int, test: Test) {
    let observed = panel.series(zone).filter { panel.statuses[$0].isObserved }
    guard deviations.indices.contains(zone), deviations[zone].isFinite, let last = observed.last else {
      return
    }
    let counting = isComplete ? 0 : DetectableSlope.countingDeviation(panel, zone: zone) ?? 0
    let start = panel.series(zone).lowerBound
    guard
      let detectable = try? DetectableSlope(
        times: observed.map { panel.periods[$0 - start].time }, level: level)
    else { return }
    let deviation = max(deviations[zone], counting)
    let slope =
      test == .line ? detectable.line(deviation: deviation) : detectable.mannKendall(deviation: deviation)
    guard let slope, slope.isFinite, slope > 0 else { return }
    cells["mdc"] = .number(slope)
    if panel.isCount {
      cells["mdc_people"] = .number(slope)
    } else if panel.kind == .proportion || panel.kind == .rate, let denominators = panel.denominators {
      let people = slope / panel.multiplier * denominators[last]
      if people.isFinite { cells["mdc_people"] = .number(people) }
    }
  }
}
