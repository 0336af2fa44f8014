import Indicators

/// The size of the donors' year-to-year changes, and the penalties synthetic difference in differences makes of it.
///
/// σ̂ is the standard deviation of all first differences of the donors before the start, pooled, with n − 1;
/// ζ_ω = (N₁T₁)^¼ σ̂ and ζ_λ = 10⁻⁶ σ̂.
///
/// - Errors: ``EffectError/tooFewPrePeriods(needed:found:)`` where there are fewer than two differences.
/// - Reference: Arkhangelsky and others (2021) Am Econ Rev 111:4088, equation 2.2.
public struct SyntheticPenalties: Sendable, Equatable {
  /// σ̂.
  public var noise: Double
  /// ζ_ω, of the donors' weights.
  public var donors: Double
  /// ζ_λ, of the periods' weights.
  public var periods: Double

  /// Penalties given beforehand.
  public init(noise: Double, donors: Double, periods: Double) {
    self.noise = noise
    self.donors = donors
    self.periods = periods
  }

  /// The penalties of a design.
  public init(_ design: EffectDesign) throws(EffectError) {
    try self.init(SyntheticPanel(design))
  }

  init(_ panel: SyntheticPanel) throws(EffectError) {
    noise = try panel.noise()
    donors = Double(panel.treated.count * panel.design.postPeriods).squareRoot().squareRoot() * noise
    periods = 1e-6 * noise
  }
}

extension SyntheticPanel {
  /// σ̂ of the donors.
  func noise() throws(EffectError) -> Double {
    let differences = donors.count * (design.prePeriods - 1)
    guard differences > 1 else {
      throw .tooFewPrePeriods(needed: donors.count > 1 ? 2 : 3, found: design.prePeriods)
    }
    var sum = 0.0
    for donor in donors {
      let base = donor * design.periods
      sum += design.outcomes[base + design.prePeriods - 1] - design.outcomes[base]
    }
    let mean = sum / Double(differences)
    var squares = 0.0
    for donor in donors {
      let base = donor * design.periods
      for period in 1..<design.prePeriods {
        let gap = design.outcomes[base + period] - design.outcomes[base + period - 1] - mean
        squares += gap * gap
      }
    }
    return (squares / Double(differences - 1)).squareRoot()
  }
}

extension Diagnostic {
  /// Other weights would have done as well; those of least norm are given.
  public static let weightsNotUnique = Diagnostic("weights-not-unique")
  /// The steps ended at their limit, before they settled.
  public static let stepsExhausted = Diagnostic("steps-exhausted")
}
