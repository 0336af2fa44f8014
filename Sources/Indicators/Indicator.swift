/// What kind of figure an indicator is; it decides the interval, and what may be added and subtracted.
public enum IndicatorKind: String, Sendable, CaseIterable {
  /// A share: the numerator is part of the denominator.
  case proportion
  /// Events per person or person-year: the numerator may exceed the denominator.
  case rate
  /// A mean of a measured quantity.
  case mean
  /// A number of persons, events or things.
  case count
  /// A median or another quantile.
  case median
  /// A constructed index.
  case index
}

/// Which way is better. Separate from the sign of a change, and some indicators have no better direction.
public enum Direction: String, Sendable, CaseIterable {
  /// More is better.
  case higherIsBetter = "higher-is-better"
  /// Less is better.
  case lowerIsBetter = "lower-is-better"
  /// Neither.
  case neutral
}

/// The unit of a figure. Open, because sources have many; ``unknown`` until declared, never guessed.
public struct Unit: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
  /// The unit in English, such as `per cent`, `persons`, `per 1000`.
  public let rawValue: String
  /// The unit with this name.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The name.
  public var description: String { rawValue }
  /// Not declared.
  public static let unknown = Unit(rawValue: "unknown")
  /// Hundredths of a whole.
  public static let perCent = Unit(rawValue: "per cent")
  /// Persons.
  public static let persons = Unit(rawValue: "persons")
}

/// The theme an indicator belongs to.
public enum Theme: String, Sendable, CaseIterable {
  /// Living conditions.
  case livingConditions = "levekår"
  /// Public health.
  case publicHealth = "folkehelse"
  /// Exclusion from work and education.
  case exclusion = "utenforskap"
  /// Growing up.
  case growingUp = "oppvekst"
  /// Neighbourhood.
  case neighbourhood = "nærmiljø"
  /// Participation.
  case participation = "medvirkning"
  /// Population.
  case population = "befolkning"
}

/// What an indicator is in the chain of results.
public enum IndicatorRole: String, Sendable, CaseIterable {
  /// What is to change for people.
  case outcome
  /// What the programme delivers.
  case output
  /// How the programme works.
  case process
  /// Background.
  case context
}

/// When the primary figure of a cell is too small to show, as a source or the programme declares it.
///
/// A cell is hidden where numerator < `numeratorBelow`, or denominator − numerator < `complementBelow`, or denominator <
/// `denominatorBelow`. A limit of zero never hides.
public struct SuppressionRule: Sendable, Hashable {
  /// Hide numerators below this.
  public var numeratorBelow: Int
  /// Hide where the rest of the denominator is below this.
  public var complementBelow: Int
  /// Hide denominators below this.
  public var denominatorBelow: Int
  /// Whether true zeros are hidden as well.
  public var hidesZeros: Bool
  /// Hide a whole series where more than this share of it is hidden; `nil` for never.
  public var seriesHiddenShare: Double?
  /// Hide a whole series where more than this share of it is weak; `nil` for never.
  public var seriesWeakShare: Double?
  /// A figure is weak where its numerator is below this.
  public var seriesWeakBelow: Int

  /// A rule; the default hides nothing.
  public init(
    numeratorBelow: Int = 0, complementBelow: Int = 0, denominatorBelow: Int = 0, hidesZeros: Bool = true,
    seriesHiddenShare: Double? = nil, seriesWeakShare: Double? = nil, seriesWeakBelow: Int = 0
  ) {
    self.numeratorBelow = numeratorBelow
    self.complementBelow = complementBelow
    self.denominatorBelow = denominatorBelow
    self.hidesZeros = hidesZeros
    self.seriesHiddenShare = seriesHiddenShare
    self.seriesWeakShare = seriesWeakShare
    self.seriesWeakBelow = seriesWeakBelow
  }

  /// Nothing is hidden.
  public static let none = SuppressionRule()

  /// Whether anything could be hidden.
  public var hidesAnything: Bool {
    numeratorBelow > 0 || complementBelow > 0 || denominatorBelow > 0
      || (seriesWeakShare != nil && seriesWeakBelow > 0)
  }

  /// Whether a figure with this numerator and denominator must be hidden.
  public func hides(numerator: Double?, denominator: Double?) -> Bool {
    func tooSmall(_ count: Double, _ limit: Int) -> Bool {
      limit > 0 && count < Double(limit) && (hidesZeros || count != 0)
    }
    if let numerator, tooSmall(numerator, numeratorBelow) { return true }
    if let numerator, let denominator, tooSmall(denominator - numerator, complementBelow) { return true }
    if let denominator, denominatorBelow > 0, denominator < Double(denominatorBelow) { return true }
    return false
  }
}

/// A break in a series: figures from this period on are not comparable with those before.
public struct SeriesBreak: Sendable, Hashable {
  /// The first period after the break.
  public let period: Period
  /// Why.
  public let reason: LocalisedText?

  /// A break.
  public init(period: Period, reason: LocalisedText? = nil) {
    self.period = period
    self.reason = reason
  }
}

/// How zones of an indicator become a larger zone.
public enum AggregationRule: String, Sendable, CaseIterable {
  /// Numerators and denominators are added.
  case sum
  /// Values are weighted by population.
  case populationWeighted = "population-weighted"
  /// They may not be combined.
  case none
}

/// Where numerator or denominator come from: a source, a measure in it, and the strata to pick.
public struct FigureReference: Sendable, Hashable {
  /// The id of the source.
  public let source: String
  /// The measure's name or code in the source; `nil` where there is one only.
  public let measure: String?
  /// Which population: `january` or `midyear`; `nil` where it is not one.
  public let population: String?
  /// The categories to pick, by dimension.
  public let filter: [String: String]

  /// A reference.
  public init(
    source: String, measure: String? = nil, population: String? = nil, filter: [String: String] = [:]
  ) {
    self.source = source
    self.measure = measure
    self.population = population
    self.filter = filter
  }
}

/// What is measured: one entry of `indicators.yml`.
public struct Indicator: Sendable, Hashable {
  /// The id, in kebab-case.
  public let id: String
  /// The name for people.
  public let name: LocalisedText
  /// The theme.
  public var theme: Theme?
  /// The goal of the programme it hangs on.
  public var goal: String?
  /// Its place in the chain of results.
  public var role: IndicatorRole
  /// The kind of figure.
  public let kind: IndicatorKind
  /// The unit values are shown in.
  public var unit: Unit
  /// Value = multiplier · numerator / denominator; for counts the value is the numerator.
  public var multiplier: Double
  /// Which way is better.
  public var direction: Direction
  /// Where the numerator, or the value itself, comes from.
  public var numerator: FigureReference?
  /// Where the denominator comes from.
  public var denominator: FigureReference?
  /// Over how many years figures are summed before they are shown; 1 for yearly figures.
  public var windowYears: Int
  /// Whether the source already sums over windows.
  public var windowsArePublished: Bool
  /// The dimensions it is split by.
  public var strata: [String]
  /// How it is standardised, as written: `none`, `direct(esp2013)`, `indirect(norway)`.
  public var standardise: String
  /// How zones are combined.
  public var aggregate: AggregationRule
  /// What must be hidden.
  public var suppression: SuppressionRule
  /// Breaks in the series.
  public var breaks: [SeriesBreak]
  /// The values that are possible; `nil` for any.
  public var validRange: ClosedRange<Double>?
  /// What it is, in words.
  public var about: LocalisedText?
  /// Whether the figures are constructed for an example. Said on every page and in every file.
  public var isConstructed: Bool

  /// An indicator; what is not given is neutral.
  public init(
    id: String, name: LocalisedText, kind: IndicatorKind, theme: Theme? = nil, goal: String? = nil,
    role: IndicatorRole = .outcome, unit: Unit = .unknown, multiplier: Double = 1,
    direction: Direction = .neutral, numerator: FigureReference? = nil, denominator: FigureReference? = nil,
    windowYears: Int = 1, windowsArePublished: Bool = false, strata: [String] = [],
    standardise: String = "none", aggregate: AggregationRule = .sum, suppression: SuppressionRule = .none,
    breaks: [SeriesBreak] = [], validRange: ClosedRange<Double>? = nil, about: LocalisedText? = nil,
    isConstructed: Bool = false
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.theme = theme
    self.goal = goal
    self.role = role
    self.unit = unit
    self.multiplier = multiplier
    self.direction = direction
    self.numerator = numerator
    self.denominator = denominator
    self.windowYears = windowYears
    self.windowsArePublished = windowsArePublished
    self.strata = strata
    self.standardise = standardise
    self.aggregate = aggregate
    self.suppression = suppression
    self.breaks = breaks
    self.validRange = validRange
    self.about = about
    self.isConstructed = isConstructed
  }
}

/// The indicators of a programme, by id, in the order of the file.
public struct IndicatorCatalogue: Sendable, Equatable {
  /// The indicators, in order.
  public let indicators: [Indicator]
  private let byID: [String: Int]

  /// A catalogue; of two indicators with the same id the first counts, and the reader refuses the second.
  public init(_ indicators: [Indicator] = []) {
    self.indicators = indicators
    self.byID = Dictionary(
      indicators.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The indicator with this id.
  public subscript(id: String) -> Indicator? { byID[id].map { indicators[$0] } }
}
