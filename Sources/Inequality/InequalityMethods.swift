import Indicators

/// The cards of this target's methods: inequality and segregation.
public enum InequalityMethods {
  /// One card a method.
  public static let cards: [MethodCard] = []
}
