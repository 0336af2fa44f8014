import Estimates
import Indicators
import Rates

extension Reason {
  /// The figures have no ages and no counts: they may be expectancies already, which cannot be made anew or added.
  public static let publishedExpectancy = Reason("published-expectancy")
  /// Figures of less than a year: their population is no number of person-years.
  public static let needsYears = Reason("needs-years")
}

extension Diagnostic {
  /// The comparator contains the zone; it is shown without the zone.
  public static let comparatorWithoutZone = Diagnostic("comparator-without-zone")
}

/// `life-expectancy`: deaths and population by age become years.
public enum LifeExpectancy {
  /// What is asked beside zones, periods and level.
  public struct Options: Sendable {
    /// The ages the years are counted from, each the first of a band.
    public var ages: [Int] = [0]
    /// Whether all periods asked for are summed into one window.
    public var pools = false
    /// The length of rolling windows, in years; 1 for each period by itself.
    public var years = 1
    /// Whether the denominators are residents of 1 January rather than person-years.
    public var populationIsJanuary = false
    /// aₓ by the first age of a band.
    public var fractions: [Int: Double] = [:]
    /// What a last band that has an end stands for.
    public var closedEnd = LifeTableSchedule.ClosedEnd.refused
    /// The indicator of ill health by age, for years in good health; `nil` for none.
    public var health: String?
    /// Whether years in good health count the uncertainty of the deaths too.
    public var healthCountsMortality = true
    /// The age before which years are lost; `nil` for none.
    public var yearsLostBefore: Double?
    /// A standard life table against which years are lost; `nil` for none.
    public var standard: StandardExpectancy?
    /// The comparator; `nil` for none.
    public var against: Against?

    /// Life expectancy at birth, each period by itself.
    public init() {}
  }

  /// One row a zone, window and age; further rows for years in good health and years lost.
  ///
  /// Deaths are the numerators, population the denominators, and ages a dimension of the figures. Windows sum both over
  /// their years: an expectancy is never a mean of expectancies. Figures without ages are refused: a published expectancy
  /// cannot be computed anew, added or averaged.
  ///
  /// - Throws: ``AnalysisError`` where a zone or the health indicator is unknown.
  public static func run(_ dataset: Dataset, _ asked: Options, options: AnalysisOptions) throws(AnalysisError)
    -> ResultSet
  {
    var findings = dataset.findings
    if let health = asked.health, !dataset.indicators.contains(health) {
      throw .unknownIndicator(health, known: dataset.indicators)
    }
    var order: [Key] = []
    var groups: [Key: [Panel]] = [:]
    for panel in dataset.panels where panel.indicator != asked.health {
      let key = Key(panel)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(panel)
    }
    let health = Dictionary(grouping: dataset.panels.filter { $0.indicator == asked.health }, by: Key.init)
    var rows: [ResultCells] = []
    for key in order {
      let panels = groups[key] ?? []
      let asking = LifeExpectancyRows(dataset: dataset, asked: asked, options: options, panel: panels[0])
      let own = health.first { $0.key.stratum == key.stratum }?.value
      rows += try asking.rows(panels, health: own, findings: &findings)
    }
    let adjusted = MultipleTesting.benjaminiHochberg(rows.map { $0["p_value"]?.double })
    var table = ResultTable(Schemas.lifeExpectancy.split(by: options.keys))
    for (index, p) in adjusted.enumerated() {
      if let p { rows[index]["p_adjusted"] = .number(p) }
      table.append(rows[index])
    }
    // Every stratum finds the same of ages and years; once is enough.
    var seen: Set<Finding> = []
    return ResultSet(
      verb: "life-expectancy", tables: [table], findings: findings.filter { seen.insert($0).inserted })
  }

  /// An indicator and its stratum without the age.
  private struct Key: Hashable {
    let indicator: String
    let stratum: Stratum

    init(_ panel: Panel) {
      indicator = panel.indicator
      stratum = Stratum(panel.stratum.choices.filter { $0.role != .age })
    }
  }
}

extension LifeExpectancy {
  /// What may become of a last band that has an end, by the words of options.
  public static let lastBands = Dictionary(
    uniqueKeysWithValues: LifeTableSchedule.ClosedEnd.allCases.map { ($0.rawValue, $0) })
}

/// A standard life table out of a file's rows.
public enum StandardLifeTable {
  /// The table; `nil` unless ages rise from 0 and expectancies are finite and not negative.
  public static func read(_ rows: [(age: Double, expectancy: Double)]) -> StandardExpectancy? {
    StandardExpectancy(rows)
  }
}

extension Question {
  /// Life expectancy of the periods asked for. All ages are taken; other dimensions are reduced to totals unless asked for.
  public static func lifeExpectancy(_ asked: LifeExpectancy.Options) -> Question {
    Question { dataset, asking in
      let within = try asking.within(dataset)
      var wide = asking
      let ages = within.panels.lazy.flatMap(\.stratum.choices).first { $0.role == .age }?.dimension
      if let ages, !wide.split.contains(ages) { wide.split.append(ages) }
      var (figures, options) = try wide.split(within)
      options.keys.removeAll { key in key == ages }
      return try LifeExpectancy.run(figures, asked, options: options)
    }
  }
}
