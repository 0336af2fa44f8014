import Indicators
import Scheduler

/// The effects of districts that could have been treated, beside the effect of the one that was.
///
/// Each district is made one unit by a rule for unions of zones, its zones leave the donors (and so, where asked for, do its
/// neighbours), and the estimator runs as it ran for the treated. Donors are single zones.
///
/// - Shape: ``distribution`` has the sets of zones in ``PlaceboDistribution/sets``, by position in the adjacency list.
/// - Zones without a series are no donors; they are in ``unusable`` with why. Districts without one are refused and counted.
/// - Errors: ``EffectError/noDonors`` where no zone has a series, what the rule throws for the treated, what the estimator throws
///   for the treated.
public struct PlaceboDistrictEffects: Sendable {
  /// The treated's fit and the districts'.
  public let distribution: PlaceboDistribution
  /// The districts tried.
  public let districts: PlaceboDistricts
  /// Zones that cannot be donors, with why.
  public let unusable: [(zone: Int, error: EffectError)]
  /// Every fit as it is written out; donors by position in the adjacency list.
  public let records: [PlaceboRecord]

  /// Runs an estimator on the treated district and on every other.
  ///
  /// - Parameters:
  ///   - estimator: The estimator; tuned once on the treated district.
  ///   - districts: The districts.
  ///   - prePeriods: How many periods lie before the start.
  ///   - threads: The bound on threads.
  ///   - series: The series of a union of zones; see ``DistrictOutcome``. All must be equally long.
  public init<Estimator: EffectEstimator>(
    _ estimator: Estimator, _ districts: PlaceboDistricts, prePeriods: Int, threads: ThreadLimit = .cores,
    series: @Sendable ([Int]) throws(EffectError) -> [Double]
  ) throws(EffectError) {
    var rows: [Int: [Double]] = [:]
    var unusable: [(zone: Int, error: EffectError)] = []
    for zone in districts.zones {
      do throws(EffectError) { rows[zone] = try series([zone]) } catch { unusable.append((zone, error)) }
    }
    let donorRows = rows
    @Sendable func pool(_ district: [Int]) -> [Int] {
      districts.donors(of: district).filter { donorRows[$0] != nil }
    }
    @Sendable func design(_ district: [Int]) throws(EffectError) -> EffectDesign {
      let members = district.isEmpty ? districts.treated : district
      let own = try series(members)
      let donors = pool(district)
      var cells: [Double] = []
      cells.reserveCapacity((donors.count + 1) * own.count)
      for zone in donors {
        guard let row = donorRows[zone], row.count == own.count else {
          throw .shape(what: "series", expected: own.count, found: donorRows[zone]?.count ?? 0)
        }
        cells += row
      }
      cells += own
      let sizes = (donors.map { [$0] } + [members]).map { zones in
        zones.reduce(0.0) { $0 + districts.populations[$1] }
      }
      return try EffectDesign(outcomes: cells, donors: donors.count, prePeriods: prePeriods, sizes: sizes)
    }
    let whole = try design([])
    let tuned = try estimator.tuned(to: whole)
    let fit = try tuned.fit(whole)
    let sets = districts.districts
    let results = tuned.fits(sets.count, threads: threads) { index throws(EffectError) in
      try tuned.fit(try design(sets[index]))
    }
    let distribution = PlaceboDistribution(
      fit: fit, sets: sets, results: results, isExhaustive: districts.coverage == .all, prePeriods: prePeriods
    )
    self.distribution = distribution
    self.districts = districts
    self.unusable = unusable
    records = distribution.records(pool: pool)
  }

  /// What is worth knowing: districts that overlap, and districts that were grown because there were too many.
  public var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    if districts.disjoint < districts.districts.count { found.append(.districtsOverlap) }
    if districts.coverage == .grown { found.append(.districtsGrown) }
    if !distribution.refused.isEmpty { found.append(.placebosRefused) }
    return found
  }
}
