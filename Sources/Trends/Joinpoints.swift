import Estimates
import Indicators
import Scheduler

/// Joins of the trends of many series.
public enum Joinpoints {
  /// What is fitted.
  public enum Model: Sendable, Hashable {
    /// The logarithm of the values, with constant variance.
    case logarithmic
    /// The logarithm of the values, weighted with the counts behind them: the inverse of Poisson's variance of a log rate.
    case countWeighted
    /// Counts over persons by Poisson likelihood.
    case poisson
  }

  /// What becomes of zeros on the logarithmic scale.
  public enum Zeros: Sendable, Hashable {
    /// The series is refused.
    case refuse
    /// In a series with a zero, one half is added to every count. The result says `half-added`.
    case addHalf
  }

  /// The trend of each zone of a panel.
  ///
  /// Zones that lack the same periods share their designs, which are factored once, and all zones of one length share their
  /// permutations. Missing cells are left out and true times kept.
  ///
  /// - Parameters:
  ///   - selection: `nil` for the model's own: permutation tests, or BIC for Poisson.
  ///   - threads: The bound on threads; results are the same for any.
  /// - Returns: One result a zone, in order; a zone that has none holds its reason: hidden cells are `suppressed`, fewer than
  ///   7 points are too few, zeros are `zero-on-log-scale` unless halves are added.
  /// - Throws: ``Estimates/StatisticsError/overlappingPeriods``: a figure of 2013–2016 and one of 2014–2017 share three years,
  ///   and joins would be found in what they share.
  public static func fit(
    _ panel: Panel, model: Model = .logarithmic, rules: JoinpointRules = JoinpointRules(),
    selection: JoinpointSelection? = nil, zeros: Zeros = .refuse, threads: ThreadLimit = .cores
  ) throws(StatisticsError) -> [Result<Joinpoint, StatisticsError>] {
    guard !panel.periods.anyOverlap else { throw .overlappingPeriods }
    let selection = selection ?? (model == .poisson ? .bic : .permutation())
    let zones = panel.zones.count
    var results = [Result<Joinpoint, StatisticsError>](
      repeating: .failure(.tooFewObservations(needed: JoinpointRules.fewestPoints, found: 0)), count: zones)
    var prepared: [(zone: Int, ready: Ready)] = []
    for zone in 0..<zones {
      do throws(StatisticsError) {
        prepared.append((zone, try Ready(panel, zone, model: model, zeros: zeros)))
      } catch {
        results[zone] = .failure(error)
      }
    }
    // One plan a calendar, or a zone where there are weights; one table of permutations a length.
    var plans: [[Double]: Result<JoinpointPlan, StatisticsError>] = [:]
    var tables: [Int: JoinpointPermutations] = [:]
    var work: [(zone: Int, ready: Ready, plan: JoinpointPlan)] = []
    for (zone, ready) in prepared {
      let series = ready.series
      let known = series.weights == nil ? plans[series.times] : nil
      let plan =
        known
        ?? Result { () throws(StatisticsError) in
          try JoinpointPlan(
            series.times, weights: series.weights, rules: rules, selection: selection,
            permutations: tables[series.times.count])
        }
      if series.weights == nil { plans[series.times] = plan }
      switch plan {
      case .failure(let error): results[zone] = .failure(error)
      case .success(let plan):
        tables[series.times.count] = plan.permutations ?? tables[series.times.count]
        work.append((zone, ready, plan))
      }
    }
    // Few zones: the permutations of each are shared out; many: the zones are.
    let outer = work.count >= threads.count ? threads : .single
    let inner = work.count >= threads.count ? ThreadLimit.single : threads
    let jobs = work
    let fitted = [Result<Joinpoint, StatisticsError>](unsafeUninitializedCapacity: jobs.count) {
      places, written in
      nonisolated(unsafe) let places = places
      parallelFor(jobs.count, threads: outer) { range in
        for index in range {
          let job = jobs[index]
          places.initializeElement(
            at: index,
            to: Result { () throws(StatisticsError) in
              try job.plan.fit(job.ready.series, diagnostics: job.ready.diagnostics, threads: inner)
            })
        }
      }
      written = jobs.count
    }
    for (job, result) in zip(jobs, fitted) { results[job.zone] = result }
    return results
  }

  /// One zone's points.
  private struct Ready: Sendable {
    let series: JoinpointSeries
    let diagnostics: [Diagnostic]

    init(_ panel: Panel, _ zone: Int, model: Model, zeros: Zeros) throws(StatisticsError) {
      let range = panel.series(zone)
      let hidden = panel.statuses[range].count(where: \.isSuppressed)
      guard hidden == 0 else { throw .suppressedInput(count: hidden) }
      let times = panel.periods.map(\.time)
      let values = Array(panel.values[range])
      let counts = panel.isCount ? values : panel.numerators.map { Array($0[range]) }
      let below = panel.isCount ? nil : panel.denominators.map { Array($0[range]) }
      let places = values.indices.filter { !values[$0].isNaN }
      if model == .poisson {
        guard let counts, panel.isCount || below != nil else { throw .needsParts }
        series = try Joinpoint.poisson(counts, below, times, places)
        diagnostics = []
        return
      }
      let isEmpty = places.contains { values[$0] == 0 }
      var shown = values
      var halves: [Double]?
      if isEmpty, zeros == .addHalf {
        guard let counts else { throw .needsParts }
        halves = counts.map { $0 + 0.5 }
        shown = values.indices.map { index in
          panel.multiplier * (counts[index] + 0.5) / (below?[index] ?? panel.multiplier)
        }
      }
      diagnostics = halves == nil ? [] : [.halfAdded]
      var errors: [Double]?
      if model == .countWeighted {
        guard let counts = halves ?? counts else { throw .needsParts }
        // SE(log y) = 1/√count, so the weight (y/SE)² is the count.
        errors = values.indices.map { counts[$0] > 0 ? shown[$0] / counts[$0].squareRoot() : 1 }
      }
      series = try Joinpoint.logarithmic(shown, errors, times, places)
    }
  }
}
