/// Whether a cell holds a figure, and if not, why not. One byte: the kind in the low four bits, flags in the high four.
///
/// A cell that is not ``Kind/observed`` has no number: its value is never zero by default.
public struct CellStatus: RawRepresentable, Sendable, Hashable {
  /// The byte as stored: kind + 16 · flags.
  public let rawValue: UInt8

  /// The status with this byte, or `nil` where the kind is not one of ``Kind``.
  @inlinable public init?(rawValue: UInt8) {
    guard rawValue & 0x0F <= Kind.suppressedUnspecified.rawValue else { return nil }
    self.rawValue = rawValue
  }

  /// A status of this kind with these flags.
  @inlinable public init(_ kind: Kind, flags: Flags = []) {
    self.rawValue = kind.rawValue | flags.rawValue << 4
  }

  /// What the cell holds. The raw values are stored on disk and never change.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A figure, possibly a true zero.
    case observed = 0
    /// No figure was reported.
    case missing = 1
    /// A figure cannot exist or cannot be computed.
    case notApplicable = 2
    /// Hidden because the figure itself is too small.
    case suppressedPrimary = 3
    /// Hidden because another hidden figure could be computed from it.
    case suppressedSecondary = 4
    /// Hidden with its whole series.
    case suppressedSeries = 5
    /// Hidden because too many persons could not be placed in a zone.
    case suppressedCoverage = 6
    /// Hidden by the source, which does not say why; no bounds may be assumed.
    case suppressedUnspecified = 7
  }

  /// Marks beside the kind.
  public struct Flags: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt8
    /// Flags from bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue & 0x0F }
    /// The figure may still be revised by its source.
    public static let provisional = Flags(rawValue: 1)
    /// The figure is an estimate rather than a count.
    public static let estimated = Flags(rawValue: 2)
    /// The figure is constructed for an example.
    public static let constructed = Flags(rawValue: 4)
  }

  /// The kind; an unknown byte, which no initialiser lets through, reads as missing.
  @inlinable public var kind: Kind { Kind(rawValue: rawValue & 0x0F) ?? .missing }

  /// The flags.
  @inlinable public var flags: Flags { Flags(rawValue: rawValue >> 4) }

  /// Whether the cell has a number.
  @inlinable public var isObserved: Bool { rawValue & 0x0F == 0 }

  /// Whether the cell is hidden, for whatever reason.
  @inlinable public var isSuppressed: Bool { rawValue & 0x0F >= Kind.suppressedPrimary.rawValue }

  /// Why there is no number; `nil` where there is one.
  public var reason: Reason? {
    switch kind {
    case .observed: nil
    case .missing: .missing
    case .notApplicable: .notApplicable
    default: .suppressed
    }
  }

  /// The same kind with these flags added.
  @inlinable public func adding(_ more: Flags) -> CellStatus { CellStatus(kind, flags: flags.union(more)) }

  /// A figure.
  public static let observed = CellStatus(.observed)
  /// No figure reported.
  public static let missing = CellStatus(.missing)
  /// A figure that cannot exist.
  public static let notApplicable = CellStatus(.notApplicable)
  /// Hidden, reason not given.
  public static let suppressed = CellStatus(.suppressedUnspecified)

  /// The status of a number computed from several cells: the first that is not observed, preferring hidden ones (a sum
  /// with a hidden term is hidden), with all flags of the parts.
  public static func combining(_ parts: some Sequence<CellStatus>) -> CellStatus {
    var result = CellStatus.observed
    for part in parts { result = result.combined(with: part) }
    return result
  }

  /// The status of a number computed from two cells; see ``combining(_:)``.
  @inlinable public func combined(with other: CellStatus) -> CellStatus {
    let joint = flags.union(other.flags)
    if isSuppressed { return CellStatus(kind, flags: joint) }
    if other.isSuppressed || isObserved { return CellStatus(other.kind, flags: joint) }
    return CellStatus(kind, flags: joint)
  }
}

/// One cell of a ``Panel``, taken out: the value, its parts where known, and the status.
public struct Cell: Sendable, Equatable {
  /// The value in the panel's unit; `nil` unless observed.
  public let value: Double?
  /// The numerator; `nil` unless observed and known.
  public let numerator: Double?
  /// The denominator; `nil` unless observed and known.
  public let denominator: Double?
  /// Whether there is a figure, and if not, why not.
  public let status: CellStatus

  /// A cell. Numbers of a cell that is not observed are dropped.
  public init(value: Double?, numerator: Double? = nil, denominator: Double? = nil, status: CellStatus) {
    self.value = status.isObserved ? value : nil
    self.numerator = status.isObserved ? numerator : nil
    self.denominator = status.isObserved ? denominator : nil
    self.status = status
  }
}
