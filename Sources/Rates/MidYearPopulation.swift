import Indicators

/// Person-years of a calendar year from the populations of 1 January before and after it.
///
///     let years = try MidYearPopulation.periodAge(panels)   // one panel of residents an age, zones × years
///
/// For single years of age, with B(a, p) the residents of age a on 1 January of year p, the person-years lived at age a
/// in year p fall in two triangles of the Lexis diagram, over which numbers change along a straight line:
///
///     entered during the year  ⅙B(a−1, p) + ⅓B(a, p+1), at age 0 ½B(0, p+1)
///     there from its start     ⅓B(a, p) + ⅙B(a+1, p+1)
///     period-age               the sum of both
///     cohort                   ½(B(a−1, p) + B(a, p+1)), at age 0 ½B(0, p+1): those who turn a in year p
///
/// Wider bands, and an open last band, take the mean of the two counts, ½(B(p) + B(p+1)), which is near enough where ages
/// within a band change little. The last single year of age has no older one to borrow from and takes the mean too.
///
/// - Shape: panels of counts, one an age in order, sharing zones and years; the same shape comes out. Unit: person-years.
/// - The last year has no 1 January after it: its cells are missing, and a finding says so
///   (``Indicators/Diagnostic/noFollowingYear``). A year followed by a gap is missing too.
/// - A number made of a hidden one is hidden; of a missing one, missing.
/// - Moves within the year are spread evenly. Where a block of flats is finished in December the answer is too high.
/// - Reference: Preston, Heuveline and Guillot (2001) *Demography*, ch. 2, on Lexis triangles.
public enum MidYearPopulation {
  /// Which persons are counted at an age.
  public enum Kind: String, Sendable, CaseIterable {
    /// All who are of that age at some time of the year, for the time they are.
    case periodAge = "period-age"
    /// Those who turn that age in the year, over the whole year.
    case cohort
  }

  /// Person-years by age.
  ///
  /// - Parameters:
  ///   - panels: Residents of 1 January, one panel a band; the first band begins at age 0.
  ///   - bands: The bands of the panels, touching.
  /// - Throws: ``LifeTableRefusal`` where bands do not touch or panels do not share their axes.
  public static func personYears(
    _ panels: [Panel], bands: [AgeBand], _ kind: Kind = .periodAge
  ) throws(LifeTableRefusal) -> (panels: [Panel], findings: [Finding]) {
    _ = try LifeTableSchedule(bands, closedEnd: .truncated)
    guard let first = panels.first, panels.count == bands.count,
      panels.allSatisfy({ $0.zones == first.zones && $0.periods == first.periods })
    else { throw LifeTableRefusal(.needsAges) }
    var result: [Panel] = []
    for band in bands.indices {
      let terms = Self.terms(band, bands, kind)
      var values = [Double](repeating: .nan, count: first.values.count)
      var statuses = [CellStatus](repeating: .missing, count: values.count)
      for (column, period) in first.periods.enumerated() {
        guard period.unit == .year, !period.isWindow,
          let next = Period(year: period.year + 1).flatMap({ first.position(of: $0) })
        else { continue }
        for zone in first.zones.indices {
          let cells = terms.map {
            (panels[$0.band], first.index(zone: zone, period: $0.later ? next : column))
          }
          let status = CellStatus.combining(cells.map { $0.0.statuses[$0.1] })
          let place = first.index(zone: zone, period: column)
          statuses[place] = status
          guard status.isObserved else { continue }
          var sum = 0.0
          for (term, cell) in zip(terms, cells) { sum += term.weight * cell.0.values[cell.1] }
          values[place] = sum
        }
      }
      do {
        result.append(
          try Panel(
            indicator: first.indicator, stratum: panels[band].stratum, kind: .count, unit: first.unit,
            zones: first.zones, periods: first.periods, values: values, statuses: statuses))
      } catch {
        throw LifeTableRefusal(.needsAges)
      }
    }
    let without = first.periods.filter { period in
      Period(year: period.year + 1).flatMap { first.position(of: $0) } == nil
    }
    let findings = without.map {
      Finding(.noFollowingYear, severity: .note, arguments: ["period": $0.description])
    }
    return (result, findings)
  }

  /// One term of a sum: a band, whether of the January after, and its weight.
  private typealias Term = (band: Int, later: Bool, weight: Double)

  private static func terms(_ band: Int, _ bands: [AgeBand], _ kind: Kind) -> [Term] {
    func isSingle(_ index: Int) -> Bool { bands.indices.contains(index) && bands[index].width == 1 }
    let mean: [Term] = [(band, false, 0.5), (band, true, 0.5)]
    let isBirth = bands[band].lower == 0
    guard isSingle(band), isBirth || isSingle(band - 1) else { return mean }
    switch kind {
    case .cohort: return isBirth ? [(band, true, 0.5)] : [(band - 1, false, 0.5), (band, true, 0.5)]
    case .periodAge:
      guard isSingle(band + 1) else { return mean }
      let entered: [Term] =
        isBirth ? [(band, true, 0.5)] : [(band - 1, false, 1.0 / 6), (band, true, 1.0 / 3)]
      return entered + [(band, false, 1.0 / 3), (band + 1, true, 1.0 / 6)]
    }
  }
}

extension Diagnostic {
  /// There is no 1 January after the year, so its person-years are not known.
  public static let noFollowingYear = Diagnostic("no-following-year")
}
