/// A standard population: how many persons of each age band the standard has.
///
///     let standard = StandardPopulation.esp2013
///     try standard.weights(for: ["0-4", "5-9", …].compactMap(AgeBand.init)).weights
///
/// The weights matter only relative to each other. Published standards are kept in their finest bands, so that `0` and
/// `1–4` serve figures that have them, and together figures that have `0–4`.
public struct StandardPopulation: Sendable, Equatable {
  /// The id: `esp2013`, or a file's name.
  public let id: String
  /// The bands, youngest first.
  public let bands: [AgeBand]
  /// The persons of each band.
  public let weights: [Double]

  /// A standard; `nil` unless the bands are disjoint, there is one weight a band, each finite and not negative, and some
  /// is above zero.
  public init?(id: String, _ strata: [(band: AgeBand, weight: Double)]) {
    let ordered = strata.sorted { $0.band < $1.band }
    let weights = ordered.map(\.weight)
    guard weights.allSatisfy({ $0.isFinite && $0 >= 0 }), weights.contains(where: { $0 > 0 }) else {
      return nil
    }
    for (one, next) in zip(ordered, ordered.dropFirst()) where one.band.overlaps(next.band) { return nil }
    self.id = id
    bands = ordered.map(\.band)
    self.weights = weights
  }

  /// Standards of the finest published bands: the first ages of the bands, the last of which is open.
  private init(_ id: String, from ages: [Int], _ weights: [Double]) {
    self.id = id
    bands = ages.indices.compactMap { index in
      AgeBand(from: ages[index], through: index + 1 < ages.count ? ages[index + 1] - 1 : nil)
    }
    self.weights = weights
  }

  /// The weights of the groups in which the figures' bands and the standard's meet.
  ///
  /// - Throws: ``AgeMatch/Problem``, naming the band.
  public func weights(for bands: [AgeBand]) throws(AgeMatch.Problem) -> (match: AgeMatch, weights: [Double]) {
    let match = try AgeMatch(of: bands, with: self.bands)
    return (match, match.groups.map { group in group.sources.reduce(0) { $0 + weights[$1] } })
  }

  private static let fiveYears = Array(stride(from: 5, through: 85, by: 5))

  /// The European standard of 2013: 100 000 persons, to 95+.
  ///
  /// - Reference: Eurostat (2013) *Revision of the European Standard Population*, Methodologies and working papers.
  public static let esp2013 = StandardPopulation(
    "esp2013", from: [0, 1] + fiveYears + [90, 95],
    [
      1000, 4000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000,
      2500,
      1500, 800, 200,
    ])

  /// The European standard of 1976: 100 000 persons, to 85+.
  ///
  /// - Reference: Waterhouse, Muir, Correa and Powell (1976) *Cancer Incidence in Five Continents* III, 456.
  public static let esp1976 = StandardPopulation(
    "esp1976", from: [0, 1] + fiveYears,
    [
      1600, 6400, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 6000, 5000, 4000, 3000, 2000,
      1000,
      1000,
    ])

  /// The world standard of the World Health Organization for 2000–2025, to 100+; as printed, in thousandths of a per
  /// cent, which by rounding add up to 100 035.
  ///
  /// - Reference: Ahmad et al. (2001) *Age standardization of rates: a new WHO standard*, GPE Discussion Paper 31.
  public static let who = StandardPopulation(
    "who", from: [0] + fiveYears + [90, 95, 100],
    [
      8860, 8690, 8600, 8470, 8220, 7930, 7610, 7150, 6590, 6040, 5370, 4550, 3720, 2960, 2210, 1520, 910,
      440, 150,
      40, 5,
    ])

  /// Segi's world standard as modified by Doll: 100 000 persons, to 85+.
  ///
  /// - Reference: Doll, Payne and Waterhouse (1966) *Cancer Incidence in Five Continents*; Segi (1960).
  public static let segi = StandardPopulation(
    "segi", from: [0, 1] + fiveYears,
    [
      2400, 9600, 10000, 9000, 9000, 8000, 8000, 6000, 6000, 6000, 6000, 5000, 4000, 4000, 3000, 2000, 1000,
      500, 500,
    ])

  /// The published standards.
  public static let published = [esp2013, esp1976, who, segi]

  /// The published standard with this name, whatever the case and signs: `ESP-2013` is `esp2013`.
  public static func named(_ name: String) -> StandardPopulation? {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    return published.first { $0.id == plain }
  }
}
