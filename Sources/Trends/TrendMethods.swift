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
      .hamedRao,
      formula:
        "Var S · [1 + 2/(n(n − 1)(n − 2)) Σ(n − k)(n − k − 1)(n − k − 2) r_k], |r_k| > 1.96/√n, held at ≥ 1",
      assumptions:
        "Equally spaced points; a correlation that is the same all along. Helps little below fifty points.",
      reference: "Hamed and Rao (1998) J Hydrol 204:182"),
    MethodCard(
      .lagOneCorrection,
      formula: "Var S · (1 + 2[rⁿ⁺¹ − n r² + (n − 1) r]/[n(r − 1)²]), r = r₁ of x − b t, held at ≥ 1",
      assumptions: "Equally spaced points; a first-order process around a straight line.",
      reference: "Yue and Wang (2004) Water Resour Manag 18:201"),
    MethodCard(
      .preWhitening, formula: "Mann–Kendall and Sen of xₜ − r₁xₜ₋₁; slope/(1 − r₁)",
      assumptions: "Equally spaced points; a first-order process. Cautious where there is a trend.",
      reference: "von Storch (1995) in Analysis of Climate Variability, p. 11"),
    MethodCard(
      .trendFreePreWhitening,
      formula: "Mann–Kendall and Sen of yₜ − r₁yₜ₋₁ + b t, y = x − b t, b Sen's slope",
      assumptions: "Equally spaced points; a first-order process. Finds too many trends in short series.",
      reference: "Yue et al. (2002) Hydrol Process 16:1807"),
    MethodCard(
      .biasCorrectedPreWhitening,
      formula:
        "Mann–Kendall and Sen of xₜ − r xₜ₋₁, r = (n ρ + 2)/(n − 4), ρ from xₜ on 1, xₜ₋₁, t; slope/(1 − r)",
      assumptions: "Equally spaced points; a first-order process around a straight line.",
      reference: "Hamed (2009) Water Resour Res 45:W02416"),
    MethodCard(
      .seasonalMannKendall, formula: "S = Σ S_g; Var S = Σ Var S_g over seasons g; slopes within seasons",
      assumptions: "Points are independent, also those of one year; the change is the same in all seasons.",
      reference: "Hirsch, Slack and Smith (1982) Water Resour Res 18:107"),
    MethodCard(
      .correlatedSeasonalMannKendall, formula: "S = Σ S_g; Var S = Σ Var S_g + Σ Cov(S_g, S_h)",
      assumptions: "Years are independent; ten of them or more, since the covariances are estimated.",
      reference: "Hirsch and Slack (1984) Water Resour Res 20:727"),
    MethodCard(
      .repeatedMedians, formula: "med_i med_{j≠i} (xⱼ − xᵢ)/(tⱼ − tᵢ)",
      assumptions: "The change is the same all along; up to half of the points may be wrong.",
      reference: "Siegel (1982) Biometrika 69:242"),
    MethodCard(
      .overlapCorrected,
      formula:
        "Var S = (2/π) ΣΣ arcsin r over pairs of pairs of windows, from the share of years they have in common",
      assumptions: "Yearly figures are independent, of one spread and near normal; approximate.",
      reference: "Hamed and Rao (1998) J Hydrol 204:182, with known correlations"),
    MethodCard(
      .weightedTrend,
      formula: "b = Σw(t − t̄)(x − x̄)/Σw(t − t̄)², w = the denominator; SE from the residuals, t with n − 2",
      assumptions: "A straight line; independent figures whose variance goes as one over the denominator.",
      reference: "Draper and Smith (1998) Applied Regression Analysis, 3rd ed., §9.2"),
    MethodCard(
      .recentTrendOfShares,
      formula:
        "χ² = N(NΣrt − RΣnt)²/[R(N − R)(NΣnt² − (Σnt)²)] > 9.5495, and one sign with any point left out",
      assumptions: "Five yearly points of independent persons.",
      reference: "Fingertips technical guidance, Recent trends; Armitage (1955) Biometrics 11:375"),
    MethodCard(
      .recentTrend,
      formula: "χ² = b²ΣW, w = 1/se², W = w(t − t̄)²; > 9.5495, and one sign with any point left out",
      assumptions: "Five independent yearly points whose standard errors are known.",
      reference: "Fingertips technical guidance, Recent trends"),
    MethodCard(
      .pettitt, formula: "K = max|2ΣR − k(n + 1)|; p from 9 999 random orders",
      assumptions: "Independent points; one step and no other change.",
      reference: "Pettitt (1979) Appl Stat 28:126"),
    MethodCard(
      .pettittFormula, formula: "K = max|2ΣR − k(n + 1)|; p ≈ 2 exp(−6K²/(n³ + n²))",
      assumptions: "Many independent points; one step and no other change.",
      reference: "Pettitt (1979) Appl Stat 28:126"),
    MethodCard(
      .standardNormalHomogeneity, formula: "T₀ = max k z̄₁² + (n − k) z̄₂²; p from 9 999 normal series",
      assumptions: "Independent normal points; one step and no other change.",
      reference: "Alexandersson (1986) J Climatol 6:661"),
    MethodCard(
      .buishand, formula: "U = Σ(S_k/s)²/(n(n + 1)); p from 9 999 normal series",
      assumptions: "Independent normal points; one step and no other change.",
      reference: "Buishand (1984) J Hydrol 73:51"),
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
