import Estimates
import Indicators
import Scheduler

/// What is asked of the figures: a verb with its own options, ready to be given a dataset.
///
///     let results = try Question.compare(against: .rest).answer(dataset, Asking(zones: ["torstrand"]))
///
/// Each verb adds a static member in its own file, so that a new verb changes no other.
public struct Question: Sendable {
  private let run: @Sendable (Dataset, Asking) throws -> ResultSet

  /// A question.
  ///
  /// - Parameter run: From all figures that were found to results. It chooses periods and strata itself, most often through
  ///   ``Asking/chosen(from:)``.
  public init(_ run: @escaping @Sendable (Dataset, Asking) throws -> ResultSet) { self.run = run }

  /// The answer.
  public func answer(_ dataset: Dataset, _ asking: Asking) throws -> ResultSet { try run(dataset, asking) }
}

/// What is common to all questions: which of the figures, and how sure.
public struct Asking: Sendable {
  /// Codes, names or group ids of zones, each a row of its own; empty for all.
  public var zones: [String]
  /// The dimensions rows are split by.
  public var split: [String]
  /// The periods; open by default.
  public var range: PeriodRange
  /// The level of intervals; tests are at one minus it.
  public var level: ConfidenceInterval.Level
  /// Which way is better, where the catalogue does not say.
  public var direction: Direction?
  /// The seed of random routines.
  public var seed: UInt64
  /// The bound on threads.
  public var threads: ThreadLimit
  /// The programme, where there is one.
  public var programme: Programme?
  /// How p-values are adjusted for the number of tests.
  public var adjustment = Adjustment.benjaminiHochberg
  /// The rows of the frozen baseline, where there is one.
  public var frozen: ResultTable?

  /// What is asked; by default everything, at 95 %.
  public init(
    zones: [String] = [], split: [String] = [], range: PeriodRange = PeriodRange(),
    level: ConfidenceInterval.Level = .p95, direction: Direction? = nil, seed: UInt64 = 1,
    threads: ThreadLimit = .cores, programme: Programme? = nil, frozen: ResultTable? = nil
  ) {
    self.zones = zones
    self.split = split
    self.range = range
    self.level = level
    self.direction = direction
    self.seed = seed
    self.threads = threads
    self.programme = programme
    self.frozen = frozen
  }

  /// The figures of the periods asked for.
  ///
  /// - Throws: ``AnalysisError/noPeriods(range:known:)`` where nothing is left.
  public func within(_ dataset: Dataset) throws(AnalysisError) -> Dataset {
    range == PeriodRange() ? dataset : try dataset.within(range)
  }

  /// The figures split by the dimensions asked for and reduced to totals otherwise, and the options that go with them.
  ///
  /// - Throws: ``AnalysisError/unknownDimension(_:known:)``.
  public func split(_ dataset: Dataset) throws(AnalysisError) -> (dataset: Dataset, options: AnalysisOptions)
  {
    let split = try dataset.split(by: split)
    var options = AnalysisOptions(
      zones: zones, keys: split.keys, level: level, direction: direction, seed: seed, threads: threads)
    options.adjustment = adjustment
    return (split.dataset, options)
  }

  /// The figures of the periods asked for, split, and the options that go with them.
  public func chosen(from dataset: Dataset) throws(AnalysisError) -> (
    dataset: Dataset, options: AnalysisOptions
  ) {
    try split(try within(dataset))
  }
}
