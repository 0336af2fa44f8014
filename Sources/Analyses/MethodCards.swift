import Comparisons
import Indicators
import Rates
import Regression
import Trends

/// The cards of every method a row may name.
public enum MethodCards {
  /// All cards, by id.
  public static let all: [MethodCard] =
    (RateMethods.cards + ComparisonMethods.cards + TrendMethods.cards + RegressionMethods.cards + own)
    .sorted { $0.method < $1.method }

  private static let own = [
    MethodCard(
      .asReported, formula: "the figure of the source",
      assumptions: "None: nothing is known about its uncertainty.",
      reference: "the source"),
    MethodCard(
      .plainDifference, formula: "the difference of two figures as reported",
      assumptions: "None: nothing is known about their uncertainty.", reference: "the sources"),
  ]
}
