import Indicators

/// The cards of this target's methods.
public enum TrendMethods {
  /// One card a method.
  public static let cards = [
    MethodCard(
      .mannKendall, formula: "S = Σ sgn(xⱼ − xᵢ), i < j; Z = (S − sgn S)/√Var S; p = erfc(|Z|/√2)",
      assumptions: "Independent observations; ties are allowed for in Var S.",
      reference: "Mann (1945) Econometrica 13:245; Kendall (1975) Rank Correlation Methods"),
    MethodCard(
      .mannKendallExact, formula: "p from the number of orders of n values with |S| at least as large",
      assumptions: "Independent observations, no ties, at most 60 of them.",
      reference: "Kendall (1975) Rank Correlation Methods"),
    MethodCard(
      .theilSen, formula: "median of (xⱼ − xᵢ)/(tⱼ − tᵢ); ends are the slopes of ranks (N ∓ z√Var S)/2",
      assumptions: "Independent observations; the change is the same all along.",
      reference: "Theil (1950) Proc K Ned Akad Wet 53:386; Sen (1968) J Am Stat Assoc 63:1379"),
  ]
}
