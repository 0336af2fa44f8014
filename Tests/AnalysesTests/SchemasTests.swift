import Estimates
import Testing

@testable import Analyses

@Suite struct SchemasTests {
  /// The keys every row has, of the contract.
  static let common = [
    "indicator", "zone", "method", "estimate", "lower", "upper", "confidence", "n", "unit", "diagnostics",
    "reason",
  ]

  /// The keys the contract adds to each verb.
  static let added = [
    "baseline": [
      "window", "numerator", "denominator", "against", "comparator_estimate", "difference",
      "difference_lower",
      "difference_upper", "ratio", "ratio_lower", "ratio_upper", "data_hash",
    ],
    "trend": [
      "first_period", "last_period", "slope", "slope_lower", "slope_upper", "statistic", "s", "var_s", "tau",
      "p_value", "p_adjusted", "direction", "better",
    ],
    "compare": [
      "period", "value", "against", "comparator_value", "ratio", "ratio_lower", "ratio_upper", "p_value",
      "p_adjusted", "verdict",
    ],
    "level": ["period"],
    "standardise": ["period", "observed", "expected", "rate", "lower", "upper", "smr"],
    "life-expectancy": ["age", "expectancy", "standard_error"],
    "survey": ["period", "n_effective", "design_effect"],
    "participation": ["period", "per_1000", "young_share", "inputs_per_participant"],
  ]

  @Test func theKeysOfTheContractAreThere() throws {
    for (verb, keys) in Self.added {
      let schema = try #require(Schemas.all.first { $0.verb == verb })
      let found = Set(schema.columns.map(\.key))
      #expect(Set(keys + Self.common).subtracting(found) == [], "\(verb)")
    }
  }

  @Test func keysAreSnakeCaseAndExplained() {
    for column in Schemas.all.flatMap(\.columns) {
      #expect(
        column.key.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }, "\(column.key)")
      #expect(column.about.hasSuffix("."), "\(column.key)")
    }
  }
}
