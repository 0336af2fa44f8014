import Indicators

extension EvaluationMethods {
  /// Placebos and the inference made of them.
  static let placebos = [
    MethodCard(
      .placeboInSpace,
      formula: "p = (1 + #{|τ_i| ≥ |τ̂|}) / (J + 1); SE = √(Σ(τ_i − τ̄)² / J) over all C(J, k) sets of donors",
      assumptions:
        "Any zone was as likely to be the treated one, and zones are equally noisy. A district chosen because it was worst breaks the first, zones of unequal size the second.",
      reference: "Abadie, Diamond and Hainmueller (2010) J Am Stat Assoc 105:493"),
    MethodCard(
      .randomisationInterval, formula: "{τ₀ : (1 + #{S(τ_i) ≥ S(τ̂ − τ₀)}) / (J + 1) > α}",
      assumptions:
        "As for placebos in space, and the effect is the same in every period. None exists where J + 1 < 1/α.",
      reference: "Firpo and Possebom (2018) J Causal Inference 6:20160026"),
    MethodCard(
      .placeboInTime,
      formula: "τ̂ with the start b periods earlier and only the periods before the true start, b = 1…k",
      assumptions: "Nothing happened before the start. At least five periods are left before each start.",
      reference: "Abadie, Diamond and Hainmueller (2015) Am J Pol Sci 59:495"),
    MethodCard(
      .leaveOneDonorOut, formula: "τ̂ without donor j, for each j with a weight",
      assumptions: "Describes how far the answer hangs on one donor; it is no interval.",
      reference: "Abadie, Diamond and Hainmueller (2015) Am J Pol Sci 59:495"),
    MethodCard(
      .leaveOnePreYearOut, formula: "τ̂ without period t, for each t before the start",
      assumptions: "Describes how far the answer hangs on one year; it is no interval.",
      reference: "Abadie (2021) J Econ Lit 59:391, on robustness to design choices"),
    MethodCard(
      .leaveTwoOut,
      formula:
        "p = #{pairs {i, j}: S(1) is not strictly above S(i) and S(j), all on the other donors} / C(J, 2)",
      assumptions:
        "Any zone was as likely to be the treated one. The steps are finer than 1/(J + 1); the error of the first kind is not.",
      reference: "Lei and Sudijono (2024) arXiv:2401.07152"),
    MethodCard(
      .placeboDistricts,
      formula: "τ̂ of every connected union of zones with population in [P(1 − t), P(1 + t)]",
      assumptions:
        "Any such district could have been the treated one. Districts overlap and count less than as many independent ones.",
      reference: "Wernicke (2006) IEEE/ACM Trans Comput Biol Bioinform 3:347 (enumeration)"),
    MethodCard(
      .conformal,
      formula:
        "p(τ₀) = #{π: S_q(u_π) ≥ S_q(u)} / #π, u from a fit to all T periods without τ₀; floor 1/T for shifts",
      assumptions:
        "Without an effect the residuals are a stationary series (shifts) or exchangeable (independent); the effect is the same in every period for the joint interval.",
      reference: "Chernozhukov, Wüthrich and Zhu (2021) J Am Stat Assoc 116:1849"),
    MethodCard(
      .crossFitTTest, formula: "τ̂ = Σ τ_k/K; se = √(1 + Kr/T₁)·sd(τ_k)/√K; t with K − 1 degrees of freedom",
      assumptions:
        "A long and stationary series before the start; weights do not depend on the figures after it.",
      reference: "Chernozhukov, Wüthrich and Zhu (2018) arXiv:1812.10820"),
  ]
}

extension Method {
  /// Donors in the place of the treated.
  public static let placeboInSpace = Method("effect.placebo-in-space")
  /// The constant effects that the placebo test does not reject.
  public static let randomisationInterval = Method("effect.randomisation-interval")
  /// Starts that never were.
  public static let placeboInTime = Method("effect.placebo-in-time")
  /// A placebo test that leaves out every pair of donors.
  public static let leaveTwoOut = Method("effect.leave-two-out")
}

extension Reason {
  /// No placebo could be made.
  public static let noPlacebos = Reason("no-placebos")
  /// The smallest p-value of the placebo test is above 1 − level.
  public static let tooFewPlacebosForLevel = Reason("too-few-placebos-for-level")
  /// The smallest p-value of the conformal test is above 1 − level.
  public static let tooFewPeriodsForLevel = Reason("too-few-periods-for-level")
  /// The fit before the start is perfect, so nothing can be compared with it.
  public static let perfectFitBefore = Reason("perfect-fit-before")
  /// Every constant effect is rejected: the effect was not the same in every period.
  public static let everyEffectRejected = Reason("every-effect-rejected")
  /// The test rejects no effect, however large.
  public static let nothingRejected = Reason("nothing-rejected")
  /// All parts agree, so there is no spread to judge by.
  public static let noSpread = Reason("no-spread")
}

extension Diagnostic {
  /// Some placebos were refused by the estimator.
  public static let placebosRefused = Diagnostic("placebos-refused")
  /// Placebo sets were drawn, not all tried.
  public static let placebosDrawn = Diagnostic("placebos-drawn")
  /// Placebo districts share zones.
  public static let districtsOverlap = Diagnostic("districts-overlap")
  /// There were too many placebo districts to list.
  public static let districtsGrown = Diagnostic("districts-grown")
  /// Effects inside the interval are rejected.
  public static let intervalWithHoles = Diagnostic("interval-with-holes")
  /// One end of the interval is open.
  public static let intervalOpen = Diagnostic("interval-open")
  /// The estimate lies outside the interval of its test.
  public static let estimateOutsideInterval = Diagnostic("estimate-outside-interval")
}
