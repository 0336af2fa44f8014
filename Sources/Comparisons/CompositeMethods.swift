import Indicators

/// The card of composite indices.
public enum CompositeMethods {
  /// One card a method.
  public static let cards = [
    MethodCard(
      .composite,
      formula: "Σ w·s (or Π s^w) of direction-aligned scores s; more is worse, rank 1 is the worst zone",
      assumptions:
        "That the indicators belong together, and the choices of scores and weights; rank intervals show what they do.",
      reference: "OECD and JRC (2008) Handbook on Constructing Composite Indicators")
  ]
}
