/// What an evaluation promised before its results were seen: indicators, treated zones, donors, estimator, direction, windows,
/// looks, and the figures as they were.
///
/// A plan is written once and only read afterwards. Its seal is the SHA-256 of its canonical text, so that a plan whose seal
/// was published (in a case file, say) cannot be exchanged for another later. A seal proves that nothing was changed; it does
/// not prove when the plan was made: ``lastPeriod`` says what the figures held at that time.
public struct EffectPlan: Sendable, Equatable {
  /// A point in time at which effects are judged, and what of the error may be spent by then.
  public struct Look: Sendable, Hashable {
    /// The last year whose figures are used.
    public let year: Int
    /// `yearly`, `midterm` or `final`.
    public let name: String
    /// The two-sided level of the test at this look, given those before it.
    public let level: Double

    /// A look.
    public init(year: Int, name: String, level: Double) {
      self.year = year
      self.name = name
      self.level = level
    }
  }

  /// An indicator of the plan, with its figures as they were when the plan was made.
  public struct PlannedIndicator: Sendable, Hashable {
    /// The indicator's id.
    public let id: String
    /// The goal it hangs on.
    public var goal: String?
    /// Whether it is tested first.
    public var isKey: Bool
    /// Which way is better.
    public var direction: Direction?
    /// The smallest effect worth knowing of, in the indicator's unit; positive.
    public var smallestEffect: Double?
    /// The treated's mean before the start.
    public var treatedBaseline: Double?
    /// The donors' mean before the start.
    public var donorBaseline: Double?
    /// The smallest effect that could be seen, as it was expected.
    public var detectableEffect: Double?
    /// The fingerprint of the figures before the start.
    public var figures: String
    /// The last period before the start that the figures held; `nil` where nobody knows.
    public var through: String?
    /// Those of the plan's donors that the indicator is not compared with.
    public var without: [String]
    /// Why the indicator cannot be judged, where that was known beforehand.
    public var refusal: Reason?

    /// An indicator.
    public init(
      id: String, goal: String? = nil, isKey: Bool = false, direction: Direction? = nil,
      smallestEffect: Double? = nil, treatedBaseline: Double? = nil, donorBaseline: Double? = nil,
      detectableEffect: Double? = nil, figures: String, through: String? = nil, without: [String] = [],
      refusal: Reason? = nil
    ) {
      self.id = id
      self.goal = goal
      self.isKey = isKey
      self.direction = direction
      self.smallestEffect = smallestEffect
      self.treatedBaseline = treatedBaseline
      self.donorBaseline = donorBaseline
      self.detectableEffect = detectableEffect
      self.figures = figures
      self.through = through
      self.without = without
      self.refusal = refusal
    }
  }

  /// A treated group, with the zones it was made of.
  public struct PlannedGroup: Sendable, Hashable {
    /// The group's id.
    public let id: String
    /// The codes of its zones.
    public let zones: [String]

    /// A group.
    public init(id: String, zones: [String]) {
      self.id = id
      self.zones = zones
    }
  }

  /// The programme's id; empty where the plan was made of a file.
  public var programme: String
  /// The treated zones.
  public var treated: [TreatedZone]
  /// The codes of the zones that may serve as donors.
  public var donors: [String]
  /// Those of the treated that are groups.
  public var groups: [PlannedGroup]
  /// The rules that donors and sizes were found by, as the options that say them, for the reader.
  public var rules: [String]
  /// What is done about zones that lack a figure: `drop-donors` or `drop-periods`.
  public var unbalanced: String
  /// The most placebo sets.
  public var placebos: Int
  /// The word of the estimator whose result is the headline.
  public var estimator: String
  /// The words of those that are shown beside it.
  public var sensitivity: [String]
  /// The scale of the outcome: `natural`, `log` or `sqrt`.
  public var scale: String
  /// The periods before the start.
  public var baseline: PeriodRange
  /// When effects are judged, in order.
  public var looks: [Look]
  /// The level of the whole.
  public var alpha: Double
  /// How the level is spent over the looks: `obrien-fleming`, `pocock` or `none`.
  public var spending: String
  /// The version of the figures in the base, or the fingerprint of the file.
  public var dataVersion: String
  /// The last period the figures held when the plan was made.
  public var lastPeriod: String
  /// The seed of random routines.
  public var seed: UInt64
  /// The indicators, in order.
  public var indicators: [PlannedIndicator]

  /// A plan.
  public init(
    programme: String = "", treated: [TreatedZone], donors: [String], estimator: String,
    sensitivity: [String] = [], scale: String = "natural", baseline: PeriodRange, looks: [Look],
    alpha: Double = 0.05, spending: String = "obrien-fleming", dataVersion: String, lastPeriod: String,
    seed: UInt64 = 1, indicators: [PlannedIndicator], groups: [PlannedGroup] = [], rules: [String] = [],
    unbalanced: String = "drop-donors", placebos: Int = 100_000
  ) {
    self.programme = programme
    self.treated = treated
    self.donors = donors
    self.estimator = estimator
    self.sensitivity = sensitivity
    self.scale = scale
    self.baseline = baseline
    self.looks = looks
    self.alpha = alpha
    self.spending = spending
    self.dataVersion = dataVersion
    self.lastPeriod = lastPeriod
    self.seed = seed
    self.indicators = indicators
    self.groups = groups
    self.rules = rules
    self.unbalanced = unbalanced
    self.placebos = placebos
  }
}
