import Estimates
import Indicators
import Testing

@testable import Analyses

@Suite struct SurveyTests {
  private let sexes: [Int32] = [0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1]
  private let ages: [Int32] = [0, 1, 2, 0, 1, 2, 2, 0, 0, 1, 1, 2]
  private let weights: [Double] = [1, 1.5, 1, 1, 0.5, 2, 1, 1, 1, 1, 0.8, 1.2]

  private func respondents(
    answers: [Double] = [1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1], zone: [Int32]? = nil,
    name: String = "trust"
  ) throws -> Respondents {
    try Respondents(
      zones: [Zone(code: "A"), Zone(code: "B")], zone: zone ?? [Int32](repeating: 0, count: 12),
      periods: SampleDataset.years(2024, 1), period: [Int32](repeating: 0, count: 12),
      questions: [Respondents.Question(name: name, answers: answers)], weights: weights,
      variables: [
        Respondents.Variable(name: "sex", categories: ["f", "m"], codes: sexes),
        Respondents.Variable(name: "age", categories: ["18-29", "30-59", "60+"], codes: ages),
      ])
  }

  private let margins = [
    MarginTotal(variable: "sex", category: "F", total: 520),
    MarginTotal(variable: "sex", category: "M", total: 480),
    MarginTotal(variable: "age", category: "18-29", total: 300),
    MarginTotal(variable: "age", category: "30-59", total: 450),
    MarginTotal(variable: "age", category: "60+", total: 250),
  ]

  private func options(_ margins: [MarginTotal] = [], minimum: Int = 1, cap: Double? = nil) -> Survey.Options
  {
    var options = Survey.Options()
    options.margins = margins
    options.minimumGroup = minimum
    options.cap = cap
    return options
  }

  /// numpy 2.4.6 as in WeightedProportionTests, here in per cent; the raked weights agree to 1e-9.
  @Test func aRakedShare() throws {
    let rows = try Survey.run(respondents(), options(margins), options: AnalysisOptions()).rows
    #expect(rows.count == 1 && rows[0, "weighting"].string == "raking")
    #expect(agree(rows[0, "estimate"].double, 51.17998466584894, within: 1e-7))
    #expect(agree(rows[0, "lower"].double, 24.927678815046483, within: 1e-7))
    #expect(agree(rows[0, "n_effective"].double, 10.43092819568767, within: 1e-8))
    #expect(agree(rows[0, "design_effect"].double, 1.1504249454004498, within: 1e-9))
    #expect(rows[0, "n"].double == 12 && rows[0, "no_answer"].double == 0)
    #expect(rows[0, "unit"].string == "per cent" && rows[0, "zone"].string == "A")
  }

  /// scipy 1.17.1 as in WeightedMeanTests.
  @Test func aRakedMean() throws {
    let values = [3, 4.5, 2, 5, 1, 2.5, 4, 3.5, 5, 2, 1.5, 4]
    let rows = try Survey.run(respondents(answers: values), options(margins), options: AnalysisOptions()).rows
    #expect(agree(rows[0, "estimate"].double, 3.22055943111955, within: 1e-8))
    #expect(agree(rows[0, "upper"].double, 4.179531940325716, within: 1e-8))
    #expect(rows[0, "method"].string == "survey.weighted-mean" && rows[0, "unit"].string == "unknown")
  }

  @Test func smallGroupsAreRefusedWithoutAnyNumber() throws {
    let rows = try Survey.run(
      respondents(), options(minimum: 5), options: AnalysisOptions(keys: ["age"])
    ).rows
    #expect(rows.count == 3 && (0..<3).map { rows[$0, "age"].string } == ["18-29", "30-59", "60+"])
    for row in 0..<3 {
      #expect(rows[row, "reason"].string == "group-too-small")
      for key in [
        "estimate", "lower", "upper", "n", "n_effective", "design_effect", "no_answer", "answered_share",
      ] {
        #expect(rows[row, key].double == nil, "\(key)")
      }
    }
    #expect(throws: AnalysisError.self) {
      try Survey.run(respondents(), options(), options: AnalysisOptions(keys: ["education"]))
    }
  }

  @Test func noAnswerIsNotZero() throws {
    var answers: [Double] = [1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1]
    for row in 0..<7 { answers[row] = .nan }
    let rows = try Survey.run(respondents(answers: answers), options(), options: AnalysisOptions()).rows
    #expect(rows[0, "n"].double == 5 && rows[0, "no_answer"].double == 7)
    #expect(agree(rows[0, "answered_share"].double, 5.0 / 12, within: 1e-15))
    // Weights 1, 1, 1, 0.8, 1.2 of answers 0, 1, 1, 0, 1: 3.2 of 5.
    #expect(agree(rows[0, "estimate"].double, 64, within: 1e-12))
    if case .texts(let ids) = rows[0, "diagnostics"] { #expect(ids.contains("few-answered")) }
  }

  @Test func marginsThatCannotBeHeldRefuseTheRows() throws {
    let missing = margins + [MarginTotal(variable: "age", category: "0-17", total: 100)]
    let empty = try Survey.run(respondents(), options(missing), options: AnalysisOptions())
    #expect(empty.rows[0, "reason"].string == "empty-margin-cell" && empty.rows[0, "estimate"].double == nil)
    let finding = try #require(empty.findings.first { $0.diagnostic == .marginsRefused })
    #expect(finding.arguments["variable"] == "age" && finding.arguments["category"] == "0-17")
    let unknown = try Survey.run(
      respondents(), options(Array(margins.dropLast())), options: AnalysisOptions())
    #expect(unknown.rows[0, "reason"].string == "unknown-margin-category")
  }

  @Test func marginsOfZonesRakeWithinEach() throws {
    let zone: [Int32] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]
    let own = [
      MarginTotal(zone: "A", variable: "sex", category: "f", total: 300),
      MarginTotal(zone: "A", variable: "sex", category: "m", total: 700),
    ]
    let rows = try Survey.run(respondents(zone: zone), options(own), options: AnalysisOptions()).rows
    // Women of A: weights 1, 1.5, 1, 2, 1, yes 3 of 6.5; men 1, 0.5, 1, 1, 1, yes 3 of 4.5.
    #expect(agree(rows[0, "estimate"].double, 100 * (0.3 * 3 / 6.5 + 0.7 * 3 / 4.5), within: 1e-11))
    #expect(rows[0, "weighting"].string == "post-stratification")
    #expect(rows[1, "reason"].string == "no-margins-of-zone")
  }
}
