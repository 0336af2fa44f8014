import Indicators

extension Diagnostic {
  /// Figures of an age that is no band, such as unknown age, are in no standardised rate.
  public static let unreadableAge = Diagnostic("unreadable-age")
}

/// The panels of one indicator that differ in age only.
struct AgeFamily {
  /// The id of the indicator.
  let indicator: String
  /// What the panels are about, age apart.
  let rest: Stratum
  /// The bands with their panels, youngest first.
  private(set) var ages: [(band: AgeBand, panel: Panel)] = []
  /// The panel of all ages; `nil` where there is none.
  private(set) var total: Panel?
  /// Labels of ages that are no band.
  private(set) var unreadable: [String] = []

  /// Any panel of the family, for what all share.
  let first: Panel

  private init(_ panel: Panel, rest: Stratum) {
    indicator = panel.indicator
    self.rest = rest
    first = panel
  }

  /// The dimension of ages of an indicator's panels: by its role, else the one whose categories, totals apart, are two or
  /// more age bands.
  static func dimension(of panels: [Panel]) -> String? {
    let choices = panels.flatMap(\.stratum.choices)
    if let known = choices.first(where: { $0.role == .age }) { return known.dimension }
    for dimension in choices.map(\.dimension) {
      let own = choices.filter { $0.dimension == dimension && !StratumTotal.isTotal($0) }
      guard own.allSatisfy({ $0.role == .other }) else { continue }
      let bands = own.map { AgeBand($0.label) }
      if !bands.contains(nil), Set(bands).count > 1 { return dimension }
    }
    return nil
  }

  /// The dimensions of ages of all indicators.
  static func dimensions(of dataset: Dataset) -> [String] {
    var found: [String] = []
    for indicator in dataset.indicators {
      let own = dataset.panels.filter { $0.indicator == indicator }
      if let dimension = dimension(of: own), !found.contains(dimension) { found.append(dimension) }
    }
    return found
  }

  /// The families of a dataset, in its order.
  static func all(of dataset: Dataset) -> [AgeFamily] {
    var families: [AgeFamily] = []
    for indicator in dataset.indicators {
      let own = dataset.panels.filter { $0.indicator == indicator }
      let dimension = dimension(of: own)
      var places: [Stratum: Int] = [:]
      for panel in own {
        let rest = Stratum(panel.stratum.choices.filter { $0.dimension != dimension })
        let place = places[rest] ?? families.count
        if places[rest] == nil {
          places[rest] = place
          families.append(AgeFamily(panel, rest: rest))
        }
        families[place].add(panel, age: dimension.flatMap { panel.stratum.category(of: $0) })
      }
    }
    return families.map { $0.inOrder() }
  }

  private mutating func add(_ panel: Panel, age: Stratum.Choice?) {
    guard let age, !StratumTotal.isTotal(age) else {
      total = total ?? panel
      return
    }
    guard let band = AgeBand(age) else { return unreadable.append(age.label) }
    ages.append((band, panel))
  }

  /// Youngest first; a band of all ages beside others is the total, however it is called.
  private func inOrder() -> AgeFamily {
    var copy = self
    if ages.count > 1, let whole = ages.firstIndex(where: { $0.band.lower == 0 && $0.band.isOpen }) {
      copy.total = total ?? ages[whole].panel
      copy.ages.remove(at: whole)
    }
    copy.ages.sort { $0.band < $1.band }
    return copy
  }
}
