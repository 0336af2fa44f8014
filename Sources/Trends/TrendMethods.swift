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
    MethodCard(
      .joinpoint,
      formula:
        "log y = β₀ + β₁t + Σ δₖ(t − τₖ)₊; joins by grid search; T = (SSE_a − SSE_b)/SSE_b against permuted residuals at α/K_max; APC = 100(e^slope − 1); AAPC = 100(exp(Σwb/Σw) − 1)",
      assumptions:
        "Positive figures; straight parts on the logarithmic scale; independent errors of equal variance there. Joins are taken as known in the intervals.",
      reference:
        "Kim, Fay, Feuer and Midthune (2000) Stat Med 19:335; Clegg et al. (2009) Stat Med 28:3670"),
    MethodCard(
      .poissonJoinpoint,
      formula:
        "y ~ Poisson(n e^η), η = β₀ + β₁t + Σ δₖ(t − τₖ)₊; the least deviance over all joins; K by D + 2(K + 1) log n; variance times max(1, X²/(n − 2(K + 1)))",
      assumptions: "Counts; straight parts on the logarithmic scale; independent years.",
      reference:
        "Kim, Fay, Feuer and Midthune (2000) Stat Med 19:335; Kim, Yu and Feuer (2009) Stat Sinica 19:597"),
  ]
}
