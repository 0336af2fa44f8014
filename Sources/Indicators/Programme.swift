/// A zone under treatment, from when, and until when where it ends.
public struct TreatedZone: Sendable, Hashable {
  /// The zone's code or a group's id.
  public let zone: String
  /// The first year of treatment.
  public let start: Int
  /// The last year of treatment; `nil` where it goes on.
  public let stop: Int?

  /// A treated zone.
  public init(zone: String, start: Int, stop: Int? = nil) {
    self.zone = zone
    self.start = start
    self.stop = stop
  }
}

/// Which zones may serve as comparison for an effect.
public struct DonorRule: Sendable, Hashable {
  /// `same-municipality` or `all-municipalities`.
  public var from: String
  /// Zones that never serve.
  public var exclude: [String]
  /// A file of neighbour pairs whose treated ends exclude the others.
  public var excludeNeighbours: String?

  /// A rule.
  public init(from: String = "same-municipality", exclude: [String] = [], excludeNeighbours: String? = nil) {
    self.from = from
    self.exclude = exclude
    self.excludeNeighbours = excludeNeighbours
  }
}

/// A value an indicator should reach in a zone by a year.
public struct Target: Sendable, Hashable {
  /// The indicator's id.
  public let indicator: String
  /// The zone's code or a group's id.
  public let zone: String
  /// The value, in the indicator's unit.
  public let value: Double
  /// The year.
  public let year: Int

  /// A target.
  public init(indicator: String, zone: String, value: Double, year: Int) {
    self.indicator = indicator
    self.zone = zone
    self.value = value
    self.year = year
  }
}

/// A leaf of the reporting tree.
public struct Goal: Sendable, Hashable {
  /// The id.
  public let id: String
  /// The name for people.
  public let name: LocalisedText
  /// The indicators tested first; the rest is exploratory.
  public var keyIndicators: [String]
  /// What should be reached.
  public var targets: [Target]

  /// A goal.
  public init(id: String, name: LocalisedText, keyIndicators: [String] = [], targets: [Target] = []) {
    self.id = id
    self.name = name
    self.keyIndicators = keyIndicators
    self.targets = targets
  }
}

/// What is evaluated: `programme.yml`.
public struct Programme: Sendable, Equatable {
  /// The id.
  public let id: String
  /// The name for people.
  public let name: LocalisedText
  /// The id of the zone system.
  public var zoneSystem: String
  /// The treated zones.
  public var treated: [TreatedZone]
  /// The groups, in the order of the file.
  public var groups: [ZoneGroup]
  /// What the treated zones are compared with: `rest`, `all`, `parent`, a zone's code or a group's id.
  public var against: String
  /// Which zones may serve as donors.
  public var donors: DonorRule
  /// The years of the baseline.
  public var baseline: Period?
  /// Whether the baseline is frozen at its first computation.
  public var freezesBaseline: Bool
  /// The year of the midterm evaluation.
  public var midterm: Int?
  /// The year of the final evaluation.
  public var final: Int?
  /// The level of the tests.
  public var alpha: Double
  /// The reporting tree.
  public var goals: [Goal]
  /// The folder results go to, relative to the programme file.
  public var publishFolder: String
  /// The languages of the pages.
  public var languages: [String]
  /// The formats of the result files.
  public var formats: [String]

  /// A programme; what is not given has the default of the file format.
  public init(
    id: String, name: LocalisedText, zoneSystem: String = "", treated: [TreatedZone] = [],
    groups: [ZoneGroup] = [], against: String = "rest", donors: DonorRule = DonorRule(),
    baseline: Period? = nil, freezesBaseline: Bool = false, midterm: Int? = nil, final: Int? = nil,
    alpha: Double = 0.05, goals: [Goal] = [], publishFolder: String = "ut", languages: [String] = ["nb"],
    formats: [String] = ["html", "csv-excel-nb", "json"]
  ) {
    self.id = id
    self.name = name
    self.zoneSystem = zoneSystem
    self.treated = treated
    self.groups = groups
    self.against = against
    self.donors = donors
    self.baseline = baseline
    self.freezesBaseline = freezesBaseline
    self.midterm = midterm
    self.final = final
    self.alpha = alpha
    self.goals = goals
    self.publishFolder = publishFolder
    self.languages = languages
    self.formats = formats
  }
}
