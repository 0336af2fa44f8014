/// One version of a base: what a refresh or an import left behind.
public struct VersionInfo: Sendable, Hashable {
  /// The number, from 1.
  public let number: Int
  /// The version it was made from; `nil` for the first.
  public let parent: Int?
  /// What the caller calls it.
  public let label: String
  /// When it was made, as the caller wrote it. Never part of the content.
  public let created: String
  /// The version of the engine that made it.
  public let engine: String
  /// Why it was made.
  public let message: String
  /// SHA-256 of the content: panels, catalogue, programme, zones, licences, results and published figures. Two versions
  /// with the same digest say the same.
  public let contentHash: String
  /// How many panels it has.
  public let panels: Int
  /// How many sources it used.
  public let sources: Int
  /// Whether it is the one that is read unless another is asked for.
  public let isCurrent: Bool
}

/// What a version says about itself before it is made.
public struct VersionHeader: Sendable, Hashable {
  /// What to call it.
  public var label: String
  /// When it is made, as text; the base has no clock.
  public var created: String
  /// The version of the engine.
  public var engine: String
  /// Why it is made.
  public var message: String

  /// A header.
  public init(label: String = "", created: String = "", engine: String, message: String = "") {
    self.label = label
    self.created = created
    self.engine = engine
    self.message = message
  }
}

/// A source as one version used it.
public struct SourceRecord: Sendable, Hashable {
  /// How it went.
  public enum State: String, Sendable, CaseIterable {
    /// It answered, and its figures are in the version.
    case ok
    /// It failed, and its figures of the version before were kept.
    case keptLastGood = "failed-kept-last-good"
    /// It failed, and there were no figures to keep.
    case failed
  }

  /// The source's id.
  public var id: String
  /// How it went.
  public var state: State
  /// SHA-256 of what it answered; `nil` where it did not.
  public var contentHash: String?
  /// The licence of its figures.
  public var licence: String?
  /// How it wants to be named.
  public var attribution: String?
  /// When it was asked, as the caller wrote it. Never part of the content.
  public var retrieved: String?
  /// What went wrong, for people.
  public var message: String?
  /// Whether its figures are constructed for an example.
  public var isConstructed: Bool

  /// A record.
  public init(
    id: String, state: State = .ok, contentHash: String? = nil, licence: String? = nil,
    attribution: String? = nil, retrieved: String? = nil, message: String? = nil, isConstructed: Bool = false
  ) {
    self.id = id
    self.state = state
    self.contentHash = contentHash
    self.licence = licence
    self.attribution = attribution
    self.retrieved = retrieved
    self.message = message
    self.isConstructed = isConstructed
  }
}

/// What became of a new version.
public enum CommitOutcome: Sendable, Equatable {
  /// It was made and is current; with what changed against its parent.
  case created(VersionInfo, VersionDifference)
  /// It would say the same as the current version, so there is no new one, and the file is as it was.
  case unchanged(VersionInfo)

  /// The version that is current afterwards.
  public var version: VersionInfo {
    switch self {
    case .created(let version, _), .unchanged(let version): version
    }
  }
}

/// A panel as a version lists it, without its figures.
public struct PanelInfo: Sendable, Hashable {
  /// The indicator's id.
  public let indicator: String
  /// The stratum, as ``Indicators/Stratum/description`` writes it; empty for everybody.
  public let stratum: String
  /// The source it came from; `nil` where nobody said.
  public let source: String?
  /// How many zones.
  public let zones: Int
  /// How many periods.
  public let periods: Int
  /// How many cells have a figure.
  public let observed: Int
  /// SHA-256 of its content.
  public let contentHash: String
}
