import Estimates
import Indicators
import Rates

extension Diagnostic {
  /// A category of the age dimension that is no age; its figures were left out.
  public static let ageNotRead = Diagnostic("age-not-read")
  /// The age bands do not make a life table.
  public static let ageBands = Diagnostic("age-bands")
}

/// The panels of one indicator and stratum, one an age band in order.
struct AgePanels {
  /// What the bands are.
  let bands: [AgeBand]
  /// The panels, one a band.
  let panels: [Panel]

  /// The panels that are about ages, in order; totals and unknown ages are left out.
  ///
  /// - Returns: `nil` where no panel is about an age.
  init?(_ panels: [Panel], findings: inout [Finding]) {
    var found: [(band: AgeBand, panel: Panel)] = []
    for panel in panels {
      guard let choice = panel.stratum.choices.first(where: { $0.role == .age }),
        !StratumTotal.isTotal(choice)
      else { continue }
      if let band = AgeBand(choice) {
        found.append((band, panel))
      } else {
        findings.append(
          Finding(.ageNotRead, arguments: ["indicator": panel.indicator, "category": choice.label]))
      }
    }
    guard !found.isEmpty else { return nil }
    found.sort { $0.band < $1.band }
    self.init(bands: found.map(\.band), panels: found.map(\.panel))
  }

  private init(bands: [AgeBand], panels: [Panel]) {
    self.bands = bands
    self.panels = panels
  }

  /// The panels with denominators that are residents of 1 January made into person-years of the year.
  func withPersonYears(findings: inout [Finding]) throws(LifeTableRefusal) -> AgePanels {
    do {
      let january = try panels.map { try $0.residents() }
      let years = try MidYearPopulation.personYears(january, bands: bands)
      findings += years.findings
      return AgePanels(
        bands: bands, panels: try zip(panels, years.panels).map { deaths, people in try deaths.over(people) })
    } catch let refusal as LifeTableRefusal {
      throw refusal
    } catch {
      throw LifeTableRefusal(.needsNumeratorAndDenominator)
    }
  }
}

extension Panel {
  /// The denominators as counts of their own.
  fileprivate func residents() throws(IndicatorsError) -> Panel {
    let residents = denominators ?? values.map { _ in .nan }
    return try Panel(
      indicator: indicator, stratum: stratum, kind: .count, zones: zones, periods: periods, values: residents,
      statuses: zip(residents, statuses).map { number, status in
        number.isFinite ? .observed : status.isObserved ? .missing : status
      })
  }

  /// The panel with the values of another as its denominators, cell by cell.
  fileprivate func over(_ people: Panel) throws(IndicatorsError) -> Panel {
    var values = [Double](repeating: .nan, count: self.values.count)
    var (tops, bottoms) = (values, values)
    var statuses = self.statuses
    for cell in values.indices {
      var status = people.statuses[cell]
      // No residents on 1 January may be some during the year.
      if self.statuses[cell].kind != .notApplicable { status = self.statuses[cell].combined(with: status) }
      let top = self.statuses[cell].isObserved ? numerators?[cell] ?? .nan : 0
      if people.statuses[cell].isObserved { bottoms[cell] = people.values[cell] }
      if status.isObserved, !(bottoms[cell] > 0) { status = CellStatus(.notApplicable, flags: status.flags) }
      statuses[cell] = status
      guard status.isObserved else { continue }
      tops[cell] = top
      values[cell] = multiplier * top / bottoms[cell]
    }
    return try Panel(
      indicator: indicator, stratum: stratum, kind: kind, unit: unit, multiplier: multiplier, zones: zones,
      periods: periods, values: values, numerators: tops, denominators: bottoms, statuses: statuses,
      bounds: bounds)
  }
}

/// The panels of one indicator and stratum by age, with their groups made.
struct AgeStack {
  /// What the bands are.
  let bands: [AgeBand]
  /// The panels, one a band.
  let prepared: [Prepared]

  /// The first panel: its zones and periods lead.
  var lead: Prepared { prepared[0] }

  init(_ ages: AgePanels, of dataset: Dataset, zones: [String], findings: inout [Finding])
    throws(AnalysisError)
  {
    bands = ages.bands
    var prepared: [Prepared] = []
    for panel in ages.panels { prepared.append(try Prepared(panel, of: dataset, zones: zones)) }
    self.prepared = prepared
    for one in prepared { findings += one.grouped.findings }
  }

  /// Where a zone's figures are in each band, by its code; `nil` in a band whose panel does not have it.
  func positions(_ code: String) -> [Int?] {
    prepared.map { try? $0.grouped.position(code).get() }
  }

  /// Deaths and person-years of one zone over some periods, summed, by band.
  struct Sums {
    var deaths: [Double]
    var population: [Double]
    var status = CellStatus.observed
    /// Periods in which all bands have figures.
    var used = 0
  }

  /// The sums over periods of the lead panel. A hidden band of any period hides all; a period in which a band is missing is
  /// left out where the window may have holes.
  func sums(
    _ panels: [(panel: Panel, zone: Int)?], over periods: [Period], mayHaveHoles: Bool
  ) -> Sums {
    var sums = Sums(
      deaths: [Double](repeating: 0, count: bands.count),
      population: [Double](repeating: 0, count: bands.count))
    var missing: CellStatus?
    var flags = CellStatus.Flags()
    for period in periods {
      var status = CellStatus.observed
      var parts: [(Double, Double)] = []
      for place in panels {
        guard let place, let column = place.panel.position(of: period) else {
          status = status.combined(with: .missing)
          continue
        }
        let cell = place.panel.index(zone: place.zone, period: column)
        var own = place.panel.statuses[cell]
        let population = place.panel.denominators?[cell] ?? .nan
        // Nobody of that age, and no deaths of course: no rate, but a known population of none.
        if own.kind == .notApplicable, population == 0 { own = CellStatus(.observed, flags: own.flags) }
        status = status.combined(with: own)
        let deaths = place.panel.numerators?[cell] ?? .nan
        parts.append((deaths.isNaN && population == 0 ? 0 : deaths, population))
      }
      if status.isSuppressed {
        sums.status = status
        return sums
      }
      guard status.isObserved, parts.count == bands.count else {
        missing = status.isObserved ? .missing : status
        continue
      }
      flags.formUnion(status.flags)
      sums.used += 1
      for (band, part) in parts.enumerated() {
        sums.deaths[band] += part.0
        sums.population[band] += part.1
      }
    }
    if let missing, sums.used == 0 || !mayHaveHoles {
      sums.status = missing
    } else {
      sums.status = CellStatus(.observed, flags: flags)
    }
    return sums
  }
}
