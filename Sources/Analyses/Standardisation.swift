import Indicators
import Rates

/// How `standardise` is asked to do it; what is left out is what the catalogue declares of each indicator.
public struct Standardisation: Sendable {
  /// The two ways.
  public enum Kind: String, Sendable, CaseIterable {
    /// The zone's rates with a standard's ages.
    case direct
    /// The zone's ages with a reference's rates.
    case indirect
  }

  /// What indirect standardisation compares with.
  public enum Reference: Sendable {
    /// A zone or group of the data, in the same period.
    case zone(String)
    /// Counts by age from elsewhere, the same for all periods.
    case population(ReferencePopulation)
  }

  /// The way; `nil` for the catalogue's, else direct.
  public var kind: Kind?
  /// The standard; `nil` for the catalogue's, else ESP2013, and every row names it.
  public var standard: StandardPopulation?
  /// The reference; `nil` for the catalogue's.
  public var reference: Reference?
  /// The interval of direct rates; `exact` holds for indirect ones too.
  public var interval: DirectRateInterval
  /// Rates are per so many persons; `nil` for the indicator's multiplier, else 100 000.
  public var per: Double?
  /// Whether the country's ratio is made 100 exactly.
  public var setsCountryTo100: Bool
  /// Whether the periods asked for are one window to sum over.
  public var sumsPeriods: Bool

  /// A way of doing it.
  public init(
    kind: Kind? = nil, standard: StandardPopulation? = nil, reference: Reference? = nil,
    interval: DirectRateInterval = .dobson, per: Double? = nil, setsCountryTo100: Bool = false,
    sumsPeriods: Bool = false
  ) {
    self.kind = kind
    self.standard = standard
    self.reference = reference
    self.interval = interval
    self.per = per
    self.setsCountryTo100 = setsCountryTo100
    self.sumsPeriods = sumsPeriods
  }

  /// What is done with an indicator: options first, then what its catalogue entry says, `direct(esp2013)` or
  /// `indirect(norway)`.
  ///
  /// - Throws: ``AnalysisError/unknownStandard(_:known:)`` for a standard nobody knows, ``AnalysisError/needsReference``.
  func resolved(for indicator: Indicator?) throws(AnalysisError) -> Resolved {
    let text = indicator?.standardise ?? "none"
    let parts = text.split(whereSeparator: { "()".contains($0) }).map(String.init)
    let declared = parts.first.flatMap { Kind(rawValue: $0) }
    let name = parts.count > 1 ? parts[1] : nil
    let kind = kind ?? (reference != nil ? .indirect : standard != nil ? .direct : declared ?? .direct)
    switch kind {
    case .direct:
      if let standard { return .direct(standard) }
      guard declared == .direct, let name else { return .direct(.esp2013) }
      return .direct(try Self.standard(named: name))
    case .indirect:
      if let reference { return .indirect(reference) }
      guard declared == .indirect, let name else { throw .needsReference }
      return .indirect(.zone(name))
    }
  }

  /// What is done with one indicator.
  enum Resolved {
    case direct(StandardPopulation)
    case indirect(Reference)

    var kind: Kind {
      switch self {
      case .direct: .direct
      case .indirect: .indirect
      }
    }
  }

  /// A published standard by name.
  ///
  /// - Throws: ``AnalysisError/unknownStandard(_:known:)`` with the names there are.
  public static func standard(named name: String) throws(AnalysisError) -> StandardPopulation {
    guard let standard = StandardPopulation.named(name) else {
      throw .unknownStandard(name, known: StandardPopulation.published.map(\.id))
    }
    return standard
  }
}
