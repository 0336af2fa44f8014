/// The kind of area a zone is. Open: a programme may have levels of its own.
public struct ZoneLevel: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
  /// The id.
  public let rawValue: String
  /// The level with this id.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The id.
  public var description: String { rawValue }

  /// Land.
  public static let country = ZoneLevel(rawValue: "country")
  /// Fylke.
  public static let county = ZoneLevel(rawValue: "county")
  /// Kommune.
  public static let municipality = ZoneLevel(rawValue: "municipality")
  /// Bydel.
  public static let district = ZoneLevel(rawValue: "district")
  /// Delområde.
  public static let subdistrict = ZoneLevel(rawValue: "subdistrict")
  /// Levekårssone.
  public static let livingConditionsZone = ZoneLevel(rawValue: "living-conditions-zone")
  /// Grunnkrets.
  public static let basicUnit = ZoneLevel(rawValue: "basic-unit")
  /// Persons who belong to the whole but to no zone; counts in sums, never a donor.
  public static let unplaced = ZoneLevel(rawValue: "unplaced")
  /// A named union, or a whole minus a part.
  public static let group = ZoneLevel(rawValue: "group")
  /// A label of a foreign file, of which nothing more is known.
  public static let unknown = ZoneLevel(rawValue: "unknown")
}

/// When a zone's code is in use: from a day, up to but not including another; open where a day is missing.
public struct Validity: Sendable, Hashable {
  /// The first day; `nil` for always before.
  public let from: CalendarDay?
  /// The first day it is no longer valid; `nil` for still valid.
  public let to: CalendarDay?

  /// Valid from a day up to another; `nil` where it would end before it begins.
  public init?(from: CalendarDay?, to: CalendarDay?) {
    if let from, let to, to <= from { return nil }
    self.from = from
    self.to = to
  }

  private init() {
    from = nil
    to = nil
  }

  /// Valid at all times.
  public static let always = Validity()

  /// Whether a day lies within.
  public func contains(_ day: CalendarDay) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day < $0 } ?? true)
  }

  /// Whether the two share a day.
  public func overlaps(_ other: Validity) -> Bool {
    let startsBeforeOtherEnds = from.flatMap { start in other.to.map { start < $0 } } ?? true
    let otherStartsBeforeEnd = other.from.flatMap { start in to.map { start < $0 } } ?? true
    return startsBeforeOtherEnds && otherStartsBeforeEnd
  }
}

/// An area that figures are reported for, in one version: a code keeps its number and may change extent, so the key is
/// the code and the day it is valid from.
///
/// Codes are strings: leading zeros matter, and ten digits overflow 32-bit integers. Names are not keys.
public struct Zone: Sendable, Hashable {
  /// The code, such as `3909000014`.
  public let code: String
  /// The name, as the zone list or the file writes it; empty where there is none.
  public let name: String
  /// The kind of area.
  public let level: ZoneLevel
  /// The code of the area it is part of; `nil` where unknown.
  public let parent: String?
  /// When the code is in use.
  public let validity: Validity

  /// A zone version.
  public init(
    code: String, name: String = "", level: ZoneLevel = .unknown, parent: String? = nil,
    validity: Validity = .always
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
    self.validity = validity
  }

  /// The name, or the code where there is no name.
  public var label: String { name.isEmpty ? code : name }
}
