/// Which intervals `effect` puts beside the one of its rows.
public enum EffectIntervalChoice: String, Sendable, Hashable, CaseIterable {
  /// Those that follow from the placebos as they are.
  case placebos
  /// Every one that exists, also those that fit the estimator anew many times.
  case all
}
