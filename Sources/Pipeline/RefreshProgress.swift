/// The stages of a refresh, in order.
public enum Stage: String, Sendable, CaseIterable {
  /// Find the files of every source.
  case fetch
  /// Read them into cubes.
  case read
  /// Place zones in the zone system.
  case harmonise
  /// Make the indicators.
  case derive
  /// Hide what must not be shown.
  case protect
  /// Levels, baselines, trends and comparisons.
  case analyse
  /// Result files, pages, and the new version of the base.
  case publish
}

/// One step of a long job, for a line on a terminal.
public struct ProgressStep: Sendable {
  /// The stage.
  public let stage: Stage
  /// What is being worked on; `nil` for the stage as a whole.
  public let detail: String?
  /// Whether the job is over.
  public let isFinished: Bool

  /// How far along the job is, in [0, 1], a stage counting as much as any other.
  public var share: Double {
    let place = Stage.allCases.firstIndex(of: stage) ?? 0
    return isFinished ? 1 : Double(place) / Double(Stage.allCases.count)
  }
}

/// Who is told how a long job goes.
public struct RefreshProgress: Sendable {
  private let report: @Sendable (ProgressStep) -> Void

  /// Somebody who wants to know.
  public init(_ report: @escaping @Sendable (ProgressStep) -> Void) { self.report = report }

  /// Nobody.
  public static let silent = RefreshProgress { _ in }

  func enter(_ stage: Stage, _ detail: String? = nil) {
    report(ProgressStep(stage: stage, detail: detail, isFinished: false))
  }

  func finish() {
    report(ProgressStep(stage: .publish, detail: nil, isFinished: true))
  }
}
