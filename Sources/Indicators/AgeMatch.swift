/// How the age bands of figures and those of a standard or a reference meet: groups that both can be summed to.
///
///     let match = try AgeMatch(of: bands, with: StandardPopulation.esp2013.bands)
///     match.groups[0].members      // positions of the figures' bands
///     match.groups[0].sources      // positions of the standard's bands
///
/// Bands nest or they do not: several standard bands may make up one band of the figures (`0` and `1–4` make `0–4`), and
/// several bands of the figures one of the standard (single years make `5–9`). A band that crosses a border of the other
/// side is refused, since nobody knows how its persons are spread. Figures that begin later or end earlier than the
/// standard use the part of the standard that they cover; ``isTruncated`` says so.
public struct AgeMatch: Sendable, Equatable {
  /// One group: ages that both sides can be summed to.
  public struct Group: Sendable, Equatable {
    /// The ages.
    public let band: AgeBand
    /// Positions in the bands of the figures.
    public let members: [Int]
    /// Positions in the bands of the standard.
    public let sources: [Int]
  }

  /// Why bands do not meet.
  public enum Problem: Error, Sendable, Equatable {
    /// There are no bands.
    case none
    /// Two bands of one side share an age.
    case overlapping(AgeBand, AgeBand)
    /// Ages between the bands of the figures, or of the standard, belong to no band.
    case gap(AgeBand)
    /// A band of the figures crosses a border of the standard's.
    case crossing(AgeBand, AgeBand)

    /// The reason a row is refused for.
    public var reason: Reason {
      switch self {
      case .none: .noAgeDimension
      case .overlapping: .overlappingAges
      case .gap: .missingAgeBand
      case .crossing: .ageBandCrossesStandard
      }
    }

    /// The bands at fault.
    public var arguments: [String: String] {
      switch self {
      case .none: [:]
      case .overlapping(let one, let other): ["band": "\(one)", "other": "\(other)"]
      case .gap(let band): ["band": "\(band)"]
      case .crossing(let band, let other): ["band": "\(band)", "other": "\(other)"]
      }
    }
  }

  /// The groups, youngest first.
  public let groups: [Group]
  /// Whether ages of the standard lie outside those of the figures.
  public let isTruncated: Bool

  /// Matches the bands of figures with those of a standard; either may come in any order.
  ///
  /// - Throws: ``Problem``, naming the band.
  public init(of bands: [AgeBand], with standard: [AgeBand]) throws(Problem) {
    let own = try Self.ordered(bands)
    let theirs = try Self.ordered(standard)
    let first = bands[own[0]].lower
    let last = bands[own[own.count - 1]].end
    // The part of the standard that the figures cover.
    var used: [Int] = []
    var isTruncated = false
    for position in theirs {
      let band = standard[position]
      let isBefore = band.end.map { $0 <= first } ?? false
      let isBehind = last.map { band.lower >= $0 } ?? false
      if isBefore || isBehind { isTruncated = true } else { used.append(position) }
    }
    guard let youngest = used.first, let eldest = used.last else { throw .gap(bands[own[0]]) }
    if standard[youngest].lower > first {
      throw .gap(AgeBand(from: first, through: standard[youngest].lower - 1) ?? bands[own[0]])
    }
    if standard[youngest].lower < first { throw .crossing(bands[own[0]], standard[youngest]) }
    let (ours, standards) = (bands[own[own.count - 1]], standard[eldest])
    if ours.end != standards.end {
      // An open band of the figures above a closed last one of the standard has no weight beyond it.
      if let end = standards.end, ours.end.map({ $0 > end }) ?? true,
        let gap = AgeBand(from: end, through: ours.upper)
      {
        throw .gap(gap)
      }
      throw .crossing(ours, standards)
    }
    var groups: [Group] = []
    var (i, j) = (0, 0)
    while i < own.count, j < used.count {
      var members = [own[i]]
      var sources = [used[j]]
      i += 1
      j += 1
      func end(_ position: Int, _ all: [AgeBand]) -> Int { all[position].end ?? .max }
      while end(members[members.count - 1], bands) != end(sources[sources.count - 1], standard) {
        if end(members[members.count - 1], bands) < end(sources[sources.count - 1], standard), i < own.count {
          members.append(own[i])
          i += 1
        } else if j < used.count {
          sources.append(used[j])
          j += 1
        } else {
          throw .crossing(bands[members[members.count - 1]], standard[sources[sources.count - 1]])
        }
        if members.count > 1, sources.count > 1 { throw Self.crossing(members, bands, sources, standard) }
      }
      let whole = AgeBand(from: bands[members[0]].lower, through: bands[members[members.count - 1]].upper)
      groups.append(Group(band: whole ?? bands[members[0]], members: members, sources: sources))
    }
    self.groups = groups
    self.isTruncated = isTruncated
  }

  /// The pair of bands at fault in a group where neither side is one band.
  private static func crossing(_ members: [Int], _ bands: [AgeBand], _ sources: [Int], _ standard: [AgeBand])
    -> Problem
  {
    for member in members {
      for source in sources {
        let (band, other) = (bands[member], standard[source])
        if band.overlaps(other), !band.contains(other), !other.contains(band) {
          return .crossing(band, other)
        }
      }
    }
    return .crossing(bands[members[0]], standard[sources[0]])
  }

  /// The positions in order of age.
  private static func ordered(_ bands: [AgeBand]) throws(Problem) -> [Int] {
    guard !bands.isEmpty else { throw .none }
    let order = bands.indices.sorted { bands[$0] < bands[$1] }
    for (one, next) in zip(order, order.dropFirst()) {
      let (band, other) = (bands[one], bands[next])
      if band.overlaps(other) { throw .overlapping(band, other) }
      if let end = band.end, end < other.lower, let gap = AgeBand(from: end, through: other.lower - 1) {
        throw .gap(gap)
      }
    }
    return order
  }
}

extension Reason {
  /// The figures are not split by age.
  public static let noAgeDimension = Reason("no-age-dimension")
  /// Two age bands share an age.
  public static let overlappingAges = Reason("overlapping-ages")
  /// Ages that are needed are in no band.
  public static let missingAgeBand = Reason("missing-age-band")
  /// An age band crosses a border of the standard's bands.
  public static let ageBandCrossesStandard = Reason("age-band-crosses-standard")
}

extension Diagnostic {
  /// Only a part of the standard's ages is in the figures, and the rate is about that part.
  public static let truncatedStandard = Diagnostic("truncated-standard")
}
