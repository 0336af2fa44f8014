import Analyses
import Disclosure
import Estimates
import Indicators
import Interchange
import Scheduler

/// The answer to a question: protected results, and what is needed to say them.
public struct Answer: Sendable {
  /// The results, through disclosure control.
  public let results: Protected<ResultSet>
  /// What was understood of each file.
  public let summaries: [ReadingSummary]
  /// What is declared about the indicators.
  public let catalogue: IndicatorCatalogue
  /// The programme, where there is one.
  public let programme: Programme?
}

/// The one entry of every verb: files or base → panels → disclosure control → analysis.
public enum Answering {
  /// Answers a question.
  ///
  /// - Throws: The ``Indicators/LevekarError`` of the part that failed.
  public static func answer(_ question: Question, _ request: Request) throws -> Answer {
    let loaded = try DatasetLoading.load(request)
    let results = try ProtectStage.protect(loaded.dataset, appliesRules: loaded.appliesRules).map { dataset in
      try run(question, dataset, request, loaded.programme)
    }
    return Answer(
      results: results, summaries: loaded.summaries, catalogue: loaded.dataset.catalogue,
      programme: loaded.programme)
  }

  private static func run(_ question: Question, _ all: Dataset, _ request: Request, _ programme: Programme?)
    throws
    -> ResultSet
  {
    var dataset = try all.choosing(indicators: request.indicators)
    if request.leavesOutProvisional {
      dataset.panels = try dataset.panels.map { try $0.withoutProvisional() }
      dataset.underlying = try dataset.underlying.mapValues { try $0.map { try $0.withoutProvisional() } }
    }
    var window: PeriodRange?
    if case .baseline(let text, _) = question {
      window = try baselineWindow(text, request.range, programme)
    } else if request.range != PeriodRange() {
      dataset = try dataset.within(request.range)
    }
    let split = try dataset.split(by: request.split)
    let options = AnalysisOptions(
      zones: request.zones, keys: split.keys, level: request.confidence, direction: request.direction,
      threads: request.threads.map { ThreadLimit($0) } ?? .cores)
    switch question {
    case .level: return try Level.run(split.dataset, options: options)
    case .trend: return try Trend.run(split.dataset, options: options)
    case .compare(let against):
      return try Compare.run(
        split.dataset, against: against, latestOnly: request.range == PeriodRange(), options: options)
    case .check: return Check.run(split.dataset)
    case .baseline(_, let against):
      let comparator = against ?? programme.map { Against($0.against) } ?? .rest
      return try Baseline.run(
        split.dataset, window: window ?? PeriodRange(), against: comparator, options: options)
    }
  }

  /// The window of the request, else of the programme.
  private static func baselineWindow(_ text: String?, _ range: PeriodRange, _ programme: Programme?) throws
    -> PeriodRange
  {
    if range != PeriodRange() { return range }
    guard let window = programme?.baseline else { throw AnalysisError.needsWindow }
    return PeriodRange(from: window.parts.first, to: window.parts.last)
  }
}
