import Indicators

/// What a verb works on: panels, and what is known about their zones and indicators.
public struct Dataset: Sendable {
  /// The panels, those of one indicator and all its strata following each other.
  public var panels: [Panel]
  /// The single-period panels behind windowed ones, by indicator: trend tests need independent observations.
  public var underlying: [String: [Panel]]
  /// The zone system; `nil` where a foreign file came without one.
  public var system: ZoneSystem?
  /// The groups that may be named as zones.
  public var groups: [ZoneGroup]
  /// What is declared about the indicators.
  public var catalogue: IndicatorCatalogue
  /// What was found while the panels were made.
  public var findings: [Finding]
  /// The cubes of foreign files, to point at rows; empty for figures of a base.
  public var origins: [Cube] = []

  /// A dataset.
  public init(
    panels: [Panel], underlying: [String: [Panel]] = [:], system: ZoneSystem? = nil, groups: [ZoneGroup] = [],
    catalogue: IndicatorCatalogue = IndicatorCatalogue(), findings: [Finding] = []
  ) {
    self.panels = panels
    self.underlying = underlying
    self.system = system
    self.groups = groups
    self.catalogue = catalogue
    self.findings = findings
  }

  /// The ids of the indicators, in order of first appearance.
  public var indicators: [String] {
    var seen: Set<String> = []
    return panels.map(\.indicator).filter { seen.insert($0).inserted }
  }

  /// The dataset of some indicators.
  ///
  /// - Throws: ``AnalysisError/unknownIndicator(_:known:)``.
  public func choosing(indicators wanted: [String]) throws(AnalysisError) -> Dataset {
    guard !wanted.isEmpty else { return self }
    let known = indicators
    var chosen: [String] = []
    for name in wanted {
      let exact = known.first { $0 == name } ?? known.first { $0.lowercased() == name.lowercased() }
      guard let exact else { throw .unknownIndicator(name, known: known) }
      chosen.append(exact)
    }
    var copy = self
    copy.panels = panels.filter { chosen.contains($0.indicator) }
    return copy
  }

  /// The dataset of the periods within a range.
  ///
  /// - Throws: ``AnalysisError/noPeriods(range:known:)`` where nothing is left.
  public func within(_ range: PeriodRange) throws(AnalysisError) -> Dataset {
    var copy = self
    do {
      copy.panels = try panels.map { panel throws(IndicatorsError) in try panel.within(range) }
      for (id, list) in underlying {
        copy.underlying[id] = try list.map { panel throws(IndicatorsError) in try panel.within(range) }
      }
    } catch {
      throw .indicators(error)
    }
    copy.panels.removeAll { $0.periods.isEmpty }
    guard !copy.panels.isEmpty || panels.isEmpty else {
      let all = Set(panels.flatMap(\.periods)).sorted()
      throw .noPeriods(range: range.description, known: [all.first, all.last].compactMap { $0?.description })
    }
    return copy
  }

  /// The dimensions along which the panels differ, in order, and the dataset reduced to what the rows will name.
  ///
  /// A dimension named in `dimensions` keeps all its categories. Another is reduced to its total where it has one; where it
  /// has none it is kept too, since rows must say what they are about and figures are never added by a guess.
  ///
  /// - Throws: ``AnalysisError/unknownDimension(_:known:)``.
  public func split(by dimensions: [String]) throws(AnalysisError) -> (dataset: Dataset, keys: [String]) {
    var known: [String] = []
    for choice in panels.flatMap(\.stratum.choices) where !known.contains(choice.dimension) {
      known.append(choice.dimension)
    }
    var wanted: [String] = []
    for name in dimensions {
      guard
        let match = panels.lazy.compactMap({ $0.stratum.category(of: name)?.dimension }).first
          ?? known.first(where: { $0.lowercased() == name.lowercased() })
      else { throw .unknownDimension(name, known: known) }
      wanted.append(match)
    }
    var copy = self
    var keys: [String] = []
    for dimension in known {
      let categories = Set(copy.panels.compactMap { $0.stratum.category(of: dimension)?.category })
      if wanted.contains(dimension) {
        keys.append(dimension)
      } else if categories.count > 1 {
        let totals = copy.panels.filter {
          $0.stratum.category(of: dimension).map { StratumTotal.isTotal($0) } ?? true
        }
        let covered = Set(totals.map(\.indicator)) == Set(copy.panels.map(\.indicator))
        if !totals.isEmpty, covered { copy.panels = totals } else { keys.append(dimension) }
      }
    }
    return (copy, keys)
  }
}

/// Categories that stand for everybody.
enum StratumTotal {
  /// Whole words that mean a total, in the spellings of Norwegian and English sources, in lower case.
  private static let words: Set<String> = [
    "total", "totalt", "i alt", "all", "alle", "both sexes", "begge kjønn", "kjønn samlet", "all ages",
    "alle aldre", "both", "sum", "totals", "all sexes", "samlet", "0_120", "t", "tot", "00", "999a",
    "alle utdanningsnivåer", "total sør",
  ]

  /// Whether a choice is its dimension's total. For sex, code `0` is the total by the institute of public health's codes;
  /// elsewhere `0` may be an age.
  static func isTotal(_ choice: Stratum.Choice) -> Bool {
    if choice.role == .sex, choice.category == "0" { return true }
    return words.contains(choice.label.lowercased()) || words.contains(choice.category.lowercased())
  }
}
