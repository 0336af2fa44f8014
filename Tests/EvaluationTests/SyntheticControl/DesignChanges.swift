import Evaluation

extension EffectDesign {
  /// The same design with every outcome changed by its unit and period.
  func changed(_ change: (Double, Int, Int) -> Double) throws -> EffectDesign {
    try EffectDesign(
      outcomes: outcomes.enumerated().map { change($1, $0 / periods, $0 % periods) }, donors: donors,
      treated: treated, prePeriods: prePeriods, sizes: sizes)
  }
}
