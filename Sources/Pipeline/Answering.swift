import Analyses
import Disclosure
import Estimates
import Indicators
import Interchange
import KnowledgeBase
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
    let frozen = try frozenBaseline(request)
    let results = try ProtectStage.protect(loaded.dataset, appliesRules: loaded.appliesRules).map { dataset in
      try question.answer(chosen(dataset, request), asking(request, loaded.programme, frozen))
    }
    return Answer(
      results: results, summaries: loaded.summaries, catalogue: loaded.dataset.catalogue,
      programme: loaded.programme)
  }

  /// The figures a request is about: its indicators, with or without provisional figures.
  private static func chosen(_ all: Dataset, _ request: Request) throws -> Dataset {
    var dataset = try all.choosing(indicators: request.indicators)
    if request.leavesOutProvisional {
      dataset.panels = try dataset.panels.map { try $0.withoutProvisional() }
      dataset.underlying = try dataset.underlying.mapValues { try $0.map { try $0.withoutProvisional() } }
    }
    return dataset
  }

  /// The rows of the base's frozen baseline, where it has one.
  private static func frozenBaseline(_ request: Request) throws -> ResultTable? {
    guard case .base(let named) = request.origin else { return nil }
    let path = try BaseLocation.existing(named: named, programme: request.programme)
    return try FrozenBaseline.stored(in: KnowledgeBase(at: path))?.rows
  }

  private static func asking(_ request: Request, _ programme: Programme?, _ frozen: ResultTable?) -> Asking {
    var asking = Asking(
      zones: request.zones, split: request.split, range: request.range, level: request.confidence,
      direction: request.direction, seed: request.seed,
      threads: request.threads.map { ThreadLimit($0) } ?? .cores, programme: programme, frozen: frozen)
    asking.adjustment = request.adjustment
    return asking
  }
}
