import Indicators

/// The cards of this target's methods: smoothing over zones.
public enum SpatialMethods {
  /// One card a method.
  public static let cards: [MethodCard] = []
}
