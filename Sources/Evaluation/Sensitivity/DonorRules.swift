import Indicators

/// A zone that may become a donor, or a treated one that donors are held against.
public struct DonorCandidate: Sendable, Hashable {
  /// The zone's code.
  public var code: String
  /// The code of its municipality; `nil` where unknown.
  public var municipality: String?
  /// Its population, or whatever size is compared; `nil` where unknown.
  public var size: Double?
  /// Whether its series has a figure in every period of the design.
  public var isComplete: Bool

  /// A zone. Where no municipality is given it is the first four characters of a code that begins with four digits, as the
  /// codes of Norwegian municipalities, basic units and living-conditions zones do; a shorter code (a county, the country)
  /// has none.
  public init(code: String, municipality: String? = nil, size: Double? = nil, isComplete: Bool = true) {
    self.code = code
    self.municipality = municipality ?? Self.municipality(of: code)
    self.size = size
    self.isComplete = isComplete
  }

  /// The municipality a code begins with, or `nil`.
  public static func municipality(of code: String) -> String? {
    let prefix = code.prefix(4)
    return prefix.count == 4 && prefix.allSatisfy { $0.isASCII && $0.isNumber } ? String(prefix) : nil
  }
}

/// Who may be compared with: rules that are set before figures are seen, and what each of them left out.
///
///     var rules = DonorRules(from: .sameMunicipality)
///     rules.excludedNeighbours = 1
///     rules.sizeRatio = 0.5...2
///     let choice = try rules.choose(from: zones, treated: [torstrand], adjacency: map)
///     choice.donors               // positions of those that stay
///     choice.exclusions[3]?.first // donor-is-neighbour
///
/// Every rule that a zone breaks is recorded, not just the first, so a table can say what each rule cost. A treated zone, and
/// any zone of the programme, is never a donor, whatever the rules.
///
/// - What is not true: that donors outside the municipality follow the same public services, or that those inside it are
///   untouched by the programme.
public struct DonorRules: Sendable, Hashable {
  /// Where donors may come from.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// The municipalities of the treated.
    case sameMunicipality = "same-municipality"
    /// Any other.
    case otherMunicipalities = "other-municipalities"
    /// All.
    case allMunicipalities = "all-municipalities"
  }

  /// Where donors may come from.
  public var origin: Origin
  /// Codes that are left out by name.
  public var excluded: Set<String>
  /// Codes of the programme's zones, with this start or another.
  public var programme: Set<String>
  /// Zones at most so many steps from a treated one are left out; 0 for none.
  public var excludedNeighbours: Int
  /// The range of size over the treated's size; a donor within it for any treated zone stays. `nil` for no bound.
  public var sizeRatio: ClosedRange<Double>?

  /// Rules; by default the same municipality and nothing else.
  public init(
    from origin: Origin = .sameMunicipality, excluded: Set<String> = [], programme: Set<String> = [],
    excludedNeighbours: Int = 0, sizeRatio: ClosedRange<Double>? = nil
  ) {
    self.origin = origin
    self.excluded = excluded
    self.programme = programme
    self.excludedNeighbours = excludedNeighbours
    self.sizeRatio = sizeRatio
  }

  /// The donors among candidates, and why the others are none.
  ///
  /// - Parameters:
  ///   - candidates: Zones, in the order of the figures.
  ///   - treated: The treated zones; a union is given by its members.
  ///   - adjacency: Who is whose neighbour; needed where neighbours are left out.
  /// - Throws: ``EffectError/noTreated``; ``EffectError/parameter(name:value:)`` for a negative number of steps or a range
  ///   that is not positive; ``EffectError/needsSizes`` where a treated zone's size is needed and unknown;
  ///   ``EffectError/zoneNotOnMap(_:)`` where neighbours are asked for and a treated zone, or all of them for want of a map,
  ///   is not on it.
  public func choose(
    from candidates: [DonorCandidate], treated: [DonorCandidate], adjacency: Adjacency? = nil
  ) throws(EffectError) -> DonorChoice {
    guard let first = treated.first else { throw .noTreated }
    guard excludedNeighbours >= 0 else {
      throw .parameter(name: "excluded-neighbours", value: Double(excludedNeighbours))
    }
    var near: Set<String> = []
    var onMap: Set<String>?
    if excludedNeighbours > 0 {
      guard let adjacency else { throw .zoneNotOnMap(first.code) }
      near = try adjacency.within(excludedNeighbours, of: treated.map(\.code))
      onMap = Set(adjacency.zones)
    }
    var sizes: [Double] = []
    if let sizeRatio {
      guard sizeRatio.lowerBound >= 0, sizeRatio.upperBound > 0 else {
        throw .parameter(name: "size-ratio", value: sizeRatio.lowerBound)
      }
      for zone in treated {
        guard let size = zone.size, size > 0, size.isFinite else { throw .needsSizes }
        sizes.append(size)
      }
    }
    let homes = Set(treated.compactMap(\.municipality))
    if origin != .allMunicipalities, homes.isEmpty { throw .municipalityUnknown(first.code) }
    let codes = Set(treated.map(\.code))
    var donors: [Int] = []
    var exclusions: [Int: [Reason]] = [:]
    for (place, zone) in candidates.enumerated() {
      var reasons: [Reason] = []
      if codes.contains(zone.code) { reasons.append(.donorIsTreated) }
      if programme.contains(zone.code), !codes.contains(zone.code) { reasons.append(.donorInProgramme) }
      if excluded.contains(zone.code) { reasons.append(.donorExcluded) }
      switch (origin, zone.municipality.map(homes.contains)) {
      case (.allMunicipalities, _), (.sameMunicipality, .some(true)), (.otherMunicipalities, .some(false)):
        break
      case (.sameMunicipality, .some(false)): reasons.append(.donorElsewhere)
      case (.otherMunicipalities, .some(true)): reasons.append(.donorInMunicipality)
      case (_, nil): reasons.append(.donorMunicipalityUnknown)
      }
      if near.contains(zone.code) {
        reasons.append(.donorIsNeighbour)
      } else if let onMap, !onMap.contains(zone.code) {
        reasons.append(.donorNotOnMap)
      }
      if let sizeRatio {
        if let size = zone.size, size > 0, size.isFinite {
          if !sizes.contains(where: { sizeRatio.contains(size / $0) }) { reasons.append(.donorSize) }
        } else {
          reasons.append(.donorSizeUnknown)
        }
      }
      if !zone.isComplete { reasons.append(.donorIncomplete) }
      if reasons.isEmpty { donors.append(place) } else { exclusions[place] = reasons }
    }
    return DonorChoice(donors: donors, exclusions: exclusions)
  }
}

/// The donors that rules left, and what became of the others.
public struct DonorChoice: Sendable, Hashable {
  /// Positions of the donors among the candidates, ascending; empty where the rules leave nobody.
  public let donors: [Int]
  /// The reasons of every candidate that is no donor, by position.
  public let exclusions: [Int: [Reason]]

  /// How many candidates each reason applies to, in order of id; one zone may count under several.
  public var counts: [(reason: Reason, count: Int)] {
    var counts: [Reason: Int] = [:]
    for reasons in exclusions.values {
      for reason in reasons { counts[reason, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension Reason {
  /// It is treated itself.
  public static let donorIsTreated = Reason("donor-is-treated")
  /// It belongs to the programme, with another start.
  public static let donorInProgramme = Reason("donor-in-programme")
  /// It is left out by name.
  public static let donorExcluded = Reason("donor-excluded")
  /// It lies in another municipality.
  public static let donorElsewhere = Reason("donor-elsewhere")
  /// It lies in the treated's municipality.
  public static let donorInMunicipality = Reason("donor-in-municipality")
  /// Nobody knows its municipality.
  public static let donorMunicipalityUnknown = Reason("donor-municipality-unknown")
  /// It is a neighbour of a treated zone.
  public static let donorIsNeighbour = Reason("donor-is-neighbour")
  /// The list of neighbours does not have it.
  public static let donorNotOnMap = Reason("donor-not-on-map")
  /// It is too small or too large.
  public static let donorSize = Reason("donor-size")
  /// Nobody knows its size.
  public static let donorSizeUnknown = Reason("donor-size-unknown")
  /// Its series has holes.
  public static let donorIncomplete = Reason("donor-incomplete")
}
