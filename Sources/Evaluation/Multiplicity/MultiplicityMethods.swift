import Indicators

extension EvaluationMethods {
  /// Many indicators, several looks, and what can be ruled out.
  static let multiplicity = [
    MethodCard(
      .stepDownPlacebos,
      formula: "p₍ₖ₎ = (1 + #{zones: max over l ≥ k of |z_l| ≥ |z₍ₖ₎|})/(J + 1), running maximum over k",
      assumptions: "Without the programme any zone could have been the treated one.",
      reference: "Westfall and Young (1993) Resampling-Based Multiple Testing, algorithm 2.8"),
    MethodCard(
      .goalComposite, formula: "Σ wₖzₖ, z over all zones with more as worse; w equal or ∝ R⁻¹1",
      assumptions: "The goal's indicators were named before the figures were seen.",
      reference: "Anderson (2008) J Am Stat Assoc 103:1481"),
    MethodCard(
      .goalHierarchy,
      formula: "min over k of max(Q_g, Q₍ₖ₎, aᵢ·m/k): Q over composites of m goals, aᵢ within the goal",
      assumptions:
        "Goals are named before the figures are seen; tests are positively dependent or independent.",
      reference: "Benjamini and Bogomolov (2014) J R Stat Soc B 76:297"),
    MethodCard(
      .groupSequential, formula: "2(1 − Φ(z/√t)) or a·ln(1 + (e − 1)t) spent by information t",
      assumptions: "Estimates at the looks are normal, each adding independent information.",
      reference: "Lan and DeMets (1983) Biometrika 70:659"),
    MethodCard(
      .sequentialPlacebos, formula: "p ≤ ⌊bₖ(J + 1)⌋/(J + 1), bₖ the increment spent plus what was carried",
      assumptions: "Without the programme any zone could have been the treated one, at every look.",
      reference: "Lan and DeMets (1983) Biometrika 70:659"),
    MethodCard(
      .equivalence, formula: "estimate ± t₁₋α·SE; from placebos τ̂ − τ₍ᵣ₎ with r = ⌊α(J + 1)⌋",
      assumptions: "As the interval, or that zones could have changed places.",
      reference: "Schuirmann (1987) J Pharmacokinet Biopharm 15:657"),
  ]
}
