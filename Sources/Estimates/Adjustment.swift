import Indicators

/// How p-values are adjusted for the number of tests made.
///
///     Adjustment.holm.adjusted([0.01, nil, 0.02], families: ["a", "a", "b"])   // [0.02, nil, 0.02]
public enum Adjustment: String, Sendable, CaseIterable {
  /// Benjamini–Hochberg: the share of false rejections; the default.
  case benjaminiHochberg = "bh"
  /// Benjamini–Yekutieli: the same under any dependence.
  case benjaminiYekutieli = "by"
  /// Holm: the probability of any false rejection, under any dependence.
  case holm
  /// Hochberg: the same for independent or positively dependent tests.
  case hochberg
  /// Bonferroni: the same, and never better than Holm.
  case bonferroni
  /// By families: the share of false rejections on average over the selected families (Benjamini and Bogomolov).
  case hierarchical
  /// No adjustment: there are no adjusted p-values.
  case none

  /// The adjusted p-values, in the order they came.
  ///
  /// - Parameters:
  ///   - pValues: The p-values; `nil` (or what is no probability) is no test and stays `nil`.
  ///   - families: The family of each; only ``hierarchical`` looks at it.
  /// - Returns: One entry a p-value; all `nil` for ``none``, since a p-value that was not adjusted is no adjusted one.
  public func adjusted(_ pValues: [Double?], families: [String]) -> [Double?] {
    switch self {
    case .benjaminiHochberg: MultipleTesting.benjaminiHochberg(pValues)
    case .benjaminiYekutieli: MultipleTesting.benjaminiYekutieli(pValues)
    case .holm: MultipleTesting.holm(pValues)
    case .hochberg: MultipleTesting.hochberg(pValues)
    case .bonferroni: MultipleTesting.bonferroni(pValues)
    case .hierarchical: MultipleTesting.selectiveFamilies(pValues, families: families)
    case .none: [Double?](repeating: nil, count: pValues.count)
    }
  }

  /// The id of the procedure; `nil` for ``none``.
  public var method: Method? {
    switch self {
    case .benjaminiHochberg: Method("p-value.benjamini-hochberg")
    case .benjaminiYekutieli: .benjaminiYekutieli
    case .holm: .holm
    case .hochberg: .hochberg
    case .bonferroni: .bonferroni
    case .hierarchical: .selectiveFamilies
    case .none: nil
    }
  }

  /// The cards of the procedures beside Benjamini–Hochberg.
  public static let cards = [
    MethodCard(
      .benjaminiYekutieli, formula: "min over j ≥ i of min(1, (1 + ½ + … + 1/m)·m·p₍ⱼ₎/j)",
      assumptions: "None about how the tests depend on each other.",
      reference: "Benjamini and Yekutieli (2001) Ann Stat 29:1165"),
    MethodCard(
      .holm, formula: "max over j ≤ i of min(1, (m − j + 1)·p₍ⱼ₎)",
      assumptions: "None about how the tests depend on each other.",
      reference: "Holm (1979) Scand J Stat 6:65"),
    MethodCard(
      .hochberg, formula: "min over j ≥ i of (m − j + 1)·p₍ⱼ₎",
      assumptions: "The tests are independent or positively dependent.",
      reference: "Hochberg (1988) Biometrika 75:800"),
    MethodCard(
      .bonferroni, formula: "min(1, m·p)", assumptions: "None about how the tests depend on each other.",
      reference: "Dunn (1961) J Am Stat Assoc 56:52"),
    MethodCard(
      .selectiveFamilies,
      formula: "min over k of max(Q_f, Q₍ₖ₎, aᵢ·m/k): aᵢ adjusted within its family, Q over the m families",
      assumptions:
        "Families are named before the figures are seen; tests are independent or positively dependent within them.",
      reference: "Benjamini and Bogomolov (2014) J R Stat Soc B 76:297"),
  ]
}

extension Method {
  /// Adjusted p-values by Benjamini and Yekutieli.
  public static let benjaminiYekutieli = Method("p-value.benjamini-yekutieli")
  /// Adjusted p-values by Holm.
  public static let holm = Method("p-value.holm")
  /// Adjusted p-values by Hochberg.
  public static let hochberg = Method("p-value.hochberg")
  /// Adjusted p-values by Bonferroni.
  public static let bonferroni = Method("p-value.bonferroni")
  /// Adjusted p-values by selective families.
  public static let selectiveFamilies = Method("p-value.selective-families")
}
