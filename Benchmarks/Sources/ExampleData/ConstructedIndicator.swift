/// How one indicator of the example is made.
///
/// In zone z and year t every one of D persons is counted with probability
///
///     p = level + spread · score(z) + slope · (t − 2016) + wobble · bell + effect · [z = Torstrand, t ≥ 2024]
///
/// where score is the zone's place on a scale of living conditions (0 in the mean, Torstrand +1.6 = worse), and bell is
/// noise of its own for each zone and year.
public struct ConstructedIndicator: Sendable {
  /// The file an indicator's figures are written to.
  public enum Layout: Sendable {
    /// A numerator and a denominator a year.
    case yearly
    /// A numerator and a denominator for each three years, summed by the source.
    case windows
    /// A number a year.
    case counts
  }

  /// The id in `indicators.yml`.
  public let id: String
  /// Where it is written.
  public let layout: Layout
  /// The part of the population that is counted over.
  public let share: Double
  /// The probability in a zone of score 0 in 2016.
  public let level: Double
  /// Its change with the score.
  public let spread: Double
  /// Its change a year.
  public let slope: Double
  /// The noise of zones and years.
  public let wobble: Double
  /// What the programme adds in Torstrand from 2024, known because it is put in here.
  public var effect = 0.0
  /// The source hides numerators below this behind `:`.
  public var hiddenBelow = 0
  /// Recorded in Torstrand only, from this year on.
  public var onlyTorstrandFrom: Int?

  /// The indicators of the example. Their order is part of the key of the random streams: add new ones at the end.
  public static let all: [ConstructedIndicator] = [
    .init(
      id: "low-income-eu60", layout: .yearly, share: 0.965, level: 0.1, spread: 0.042, slope: 0.0012,
      wobble: 0.004),
    .init(
      id: "neet-15-29", layout: .yearly, share: 0.17, level: 0.095, spread: 0.018, slope: -0.0008,
      wobble: 0.004),
    .init(
      id: "child-welfare-measures", layout: .yearly, share: 0.205, level: 0.03, spread: 0.008, slope: -0.0004,
      wobble: 0.002, hiddenBelow: 5),
    .init(
      id: "social-assistance-18-24", layout: .yearly, share: 0.08, level: 0.055, spread: 0.02, slope: -0.0006,
      wobble: 0.004),
    .init(
      id: "kindergarten-1-5", layout: .yearly, share: 0.052, level: 0.925, spread: -0.018, slope: 0.003,
      wobble: 0.004),
    .init(
      id: "satisfied-neighbourhood", layout: .yearly, share: 0.5, level: 0.74, spread: -0.065, slope: 0.001,
      wobble: 0.008, effect: 0.1),
    .init(
      id: "traffic-injuries", layout: .yearly, share: 1, level: 0.0014, spread: 0.0002, slope: -0.00004,
      wobble: 0.0001),
    .init(
      id: "upper-secondary-completion", layout: .windows, share: 0.0125, level: 0.77, spread: -0.05,
      slope: 0.004,
      wobble: 0.01),
    .init(
      id: "rented-dwellings", layout: .counts, share: 0.48, level: 0.2, spread: 0.07, slope: 0.001,
      wobble: 0.002),
    .init(
      id: "participants-per-1000", layout: .yearly, share: 1, level: 0.03, spread: 0, slope: 0.001, wobble: 0,
      onlyTorstrandFrom: 2024),
  ]
}
