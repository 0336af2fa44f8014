import Estimates
import Indicators
import Scheduler

/// The observed points of one series: missing places are left out together with their times.
///
/// - Shape: one value and one time a point; times strictly increasing.
/// - Hidden values never get here; see ``Indicators/Panel``'s fits.
struct ObservedSeries: Sendable {
  let values: [Double]
  let times: [Double]
  /// Where each point stands among the places it was taken from.
  let places: [Int]

  var count: Int { values.count }

  /// The points of values at times; NaN is a missing value.
  ///
  /// - Throws: ``Estimates/StatisticsError`` for columns of unequal length, an infinite value, times that do not
  ///   increase, or fewer than `minimum` values.
  init(_ values: [Double], at times: [Double], minimum: Int) throws(StatisticsError) {
    guard values.count == times.count else { throw .unequalLengths("times", values.count, times.count) }
    for time in times where !time.isFinite { throw .notFinite(what: "time") }
    for (earlier, later) in zip(times, times.dropFirst()) where !(earlier < later) {
      throw .parameter(name: "time", value: later)
    }
    let places = values.indices.filter { !values[$0].isNaN }
    for place in places where values[place].isInfinite { throw .notFinite(what: "value") }
    guard places.count >= minimum else { throw .tooFewObservations(needed: minimum, found: places.count) }
    self.places = places
    self.values = places.map { values[$0] }
    self.times = places.map { times[$0] }
  }

  /// Whether the points follow each other at one distance, as methods that speak of lags need them to.
  var isEquallySpaced: Bool { Self.areEquallySpaced(times) }

  /// The points, where they are equally spaced.
  ///
  /// - Throws: ``Estimates/StatisticsError/unequalSpacing``.
  func requireEqualSpacing() throws(StatisticsError) {
    guard isEquallySpaced else { throw .unequalSpacing }
  }

  /// Months are twelfths of a year, which doubles hold to 2⁻⁴¹ near 2000; a billionth is far above and far below a
  /// week.
  static func areEquallySpaced(_ times: [Double]) -> Bool {
    guard times.count > 2 else { return true }
    let step = times[1] - times[0]
    return zip(times.dropFirst(), times.dropFirst(2)).allSatisfy { abs($1 - $0 - step) <= 1e-9 }
  }
}

extension Panel {
  /// One fit a zone, in order, by a method for independent points; a zone with hidden cells is refused.
  ///
  /// Each zone is fitted from its own points alone, so results are the same for any number of threads.
  ///
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods`` for the whole panel.
  func fitEachSeries<Fit: Sendable>(
    minimum: Int, threads: ThreadLimit,
    _ fit: @escaping @Sendable (ObservedSeries) throws(StatisticsError) -> Fit
  ) throws(StatisticsError) -> [Result<Fit, StatisticsError>] {
    guard !periods.anyOverlap else { throw .overlappingPeriods }
    let times = periods.map(\.time)
    return [Result<Fit, StatisticsError>](unsafeUninitializedCapacity: zones.count) { results, written in
      // Each range of the loop writes its own places of `results`, so ranges may run at the same time.
      nonisolated(unsafe) let results = results
      parallelFor(zones.count, grain: 16, threads: threads) { range in
        for zone in range {
          let cells = series(zone)
          let hidden = statuses[cells].count(where: \.isSuppressed)
          let result: Result<Fit, StatisticsError>
          do throws(StatisticsError) {
            guard hidden == 0 else { throw .suppressedInput(count: hidden) }
            result = .success(
              try fit(try ObservedSeries(Array(values[cells]), at: times, minimum: minimum)))
          } catch {
            result = .failure(error)
          }
          results.initializeElement(at: zone, to: result)
        }
      }
      written = zones.count
    }
  }
}
