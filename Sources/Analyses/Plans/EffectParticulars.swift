/// What is otherwise about one indicator than about the others.
struct EffectParticulars: Sendable {
  /// The zones compared with, by code.
  var donors: [String]
  /// The smallest effect that would matter, on the scale of the estimate.
  var smallest: Double?
}

extension EffectQuestion {
  /// The question as it is asked of an indicator.
  func about(_ indicator: String) -> EffectQuestion {
    guard let own = particulars[indicator] else { return self }
    var copy = self
    copy.donors = .named(own.donors)
    if let size = own.smallest { copy.smallest = .size(size) }
    return copy
  }
}
