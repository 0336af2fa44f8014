import Indicators

/// Deaths and person-years by age band of many cells at once, laid out [band][cell].
///
/// A cell is a zone in a period, or a zone over a window whose deaths and person-years are summed. Hidden deaths keep their
/// status and, where the source declares its rule, their bounds.
///
/// - Shape: `bands · cells` numbers in each column. Unit: deaths; persons or person-years.
public struct MortalityCounts: Sendable {
  /// The number of bands.
  public let bands: Int
  /// The number of cells.
  public let cells: Int
  /// The deaths; NaN unless observed.
  public private(set) var deaths: [Double]
  /// The person-years.
  public let population: [Double]
  /// The statuses.
  public private(set) var statuses: [CellStatus]
  /// Bounds of hidden deaths, by position.
  public let bounds: [Int: ClosedRange<Double>]

  /// Counts of many cells.
  ///
  /// - Precondition: Every column has `bands · cells` entries.
  public init(
    bands: Int, cells: Int, deaths: [Double], population: [Double], statuses: [CellStatus]? = nil,
    bounds: [Int: ClosedRange<Double>] = [:]
  ) {
    let count = bands * cells
    precondition(
      deaths.count == count && population.count == count && statuses?.count ?? count == count,
      "columns of unequal lengths")
    self.bands = bands
    self.cells = cells
    self.deaths = deaths
    self.population = population
    self.statuses = statuses ?? deaths.map { $0.isFinite ? .observed : .missing }
    self.bounds = bounds.filter { (0..<count).contains($0.key) }
  }

  /// The counts of one cell.
  public init(deaths: [Double], population: [Double]) {
    self.init(
      bands: min(deaths.count, population.count), cells: 1, deaths: Array(deaths.prefix(population.count)),
      population: Array(population.prefix(deaths.count)))
  }

  /// Why a cell has no life table because of its statuses; `.estimated` where all bands are observed.
  func status(ofCell cell: Int) -> LifeExpectancies.Outcome {
    var found = LifeExpectancies.Outcome.estimated
    for band in 0..<bands {
      let place = band * cells + cell
      let status = statuses[place]
      if status.isSuppressed { return .suppressed }
      if status.isObserved { continue }
      // Nobody of that age: the quotient is not applicable, the population is known.
      let isEmpty = status.kind == .notApplicable && population[place] == 0
      found = isEmpty ? .emptyDenominator : status.kind == .notApplicable ? .notApplicable : .missing
    }
    return found
  }

  /// The counts with every hidden number that has bounds at their lower or upper end, at most the population.
  func atBounds(upper: Bool) -> MortalityCounts {
    var copy = self
    for (place, range) in bounds where statuses[place].isSuppressed {
      copy.deaths[place] = min(upper ? range.upperBound : max(0, range.lowerBound), population[place])
      copy.statuses[place] = .observed
    }
    return copy
  }
}
