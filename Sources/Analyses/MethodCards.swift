import Comparisons
import Estimates
import Evaluation
import Indicators
import Inequality
import Rates
import Regression
import Spatial
import Trends

/// The cards of every method a row may name.
public enum MethodCards {
  /// All cards, by id.
  public static let all: [MethodCard] =
    [
      RateMethods.cards, ComparisonMethods.cards, TrendMethods.cards, RegressionMethods.cards,
      InequalityMethods.cards, SpatialMethods.cards, Adjustment.cards, CompositeMethods.cards,
      Participation.cards, EvaluationMethods.cards, EffectInference.cards, own,
    ].flatMap(\.self)
    .sorted { $0.method < $1.method }

  private static let own = [
    MethodCard(
      Method("p-value.benjamini-hochberg"),
      formula: "min over j ≥ i of min(1, m·p₍ⱼ₎/j), for p₍₁₎ ≤ … ≤ p₍ₘ₎",
      assumptions: "The tests are independent or positively dependent.",
      reference: "Benjamini and Hochberg (1995) J R Stat Soc B 57:289"),
    MethodCard(
      .asReported, formula: "the figure of the source",
      assumptions: "None: nothing is known about its uncertainty.",
      reference: "the source"),
    MethodCard(
      .plainDifference, formula: "the difference of two figures as reported",
      assumptions: "None: nothing is known about their uncertainty.", reference: "the sources"),
    MethodCard(
      .plainRank, formula: "the place of the figure among those of the same level",
      assumptions: "None: nothing is known about their uncertainty.", reference: "the sources"),
  ]
}
