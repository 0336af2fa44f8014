import Analyses
import Estimates
import Indicators
import Interchange

/// Where the figures of a verb come from.
public enum DataOrigin: Sendable, Equatable {
  /// Files, `-` being standard input.
  case files([String])
  /// A knowledge base; `nil` for the one found by the usual places.
  case base(String?)
}

/// What a verb is asked: where the figures come from, which of them, and how.
public struct Request: Sendable {
  /// Where the figures come from.
  public var origin: DataOrigin
  /// The programme file whose zones and groups are used; `nil` for none, or the base's own.
  public var programme: String?
  /// A zone list.
  public var zoneList: String?
  /// How files are read.
  public var reading = ReadingOptions()
  /// Whether zones that the zone list does not know are kept.
  public var keepsUnknownZones = false
  /// Ids of indicators; empty for all.
  public var indicators: [String] = []
  /// Codes, names or group ids of zones, each a row of its own; empty for all.
  public var zones: [String] = []
  /// Groups written `NAME=A+B`.
  public var groups: [String] = []
  /// The periods to use; open by default.
  public var range = PeriodRange()
  /// The dimensions rows are split by.
  public var split: [String] = []
  /// The unit the figures are declared to have.
  public var unit: String?
  /// Which way is better, where the catalogue does not say.
  public var direction: Direction?
  /// Whether provisional figures are left out.
  public var leavesOutProvisional = false
  /// The level of intervals.
  public var confidence = ConfidenceInterval.Level.p95
  /// The seed of random routines.
  public var seed: UInt64 = 1
  /// How p-values are adjusted for the number of tests.
  public var adjustment = Adjustment.benjaminiHochberg
  /// The bound on threads; `nil` for all cores.
  public var threads: Int?

  /// A request for everything.
  public init(_ origin: DataOrigin) { self.origin = origin }
}
