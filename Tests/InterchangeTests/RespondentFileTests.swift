import Indicators
import Testing

@testable import Interchange

@Suite struct RespondentFileTests {
  private func read(_ text: String, _ roles: RespondentFile.Roles = .init(), period: Period? = nil) throws
    -> Respondents
  {
    var options = ReadingOptions()
    options.period = period
    return try RespondentFile.read(
      try ByteSource(Array(text.utf8), path: "survey.csv"), roles, options: options)
  }

  @Test func columnsAreFoundByTheirHeaders() throws {
    let found = try read(
      """
      sone;år;kjønn;utdanning;vekt;svar
      0301;2024;kvinne;1;1,5;1
      0301;2022;mann;2;0,5;
      0302;2024;kvinne;2;;0
      ;2024;mann;1;1;1
      """)
    #expect(found.count == 4 && found.zones.map(\.code) == ["0301", "0302"] && found.zone == [0, 0, 1, -1])
    #expect(found.periods.map(\.description) == ["2022", "2024"] && found.period == [1, 0, 1, 1])
    #expect(found.questions.map(\.name) == ["svar"])
    let answers = found.questions[0].answers
    #expect(answers[0] == 1 && answers[1].isNaN && answers[2] == 0)
    // A weight that is not there leaves the respondent out.
    #expect(found.weights == [1.5, 0.5, 0, 1])
    #expect(found.variable("kjønn")?.categories == ["kvinne", "mann"])
    #expect(found.variable("utdanning")?.categories == ["1", "2"])
    #expect(found.findings.contains { $0.diagnostic == .respondentsUnplaced && $0.count == 1 })
    let read = try #require(found.findings.first { $0.diagnostic == .respondentsRead })
    #expect(read.arguments["zone"] == "sone" && read.arguments["weight"] == "vekt")
  }

  @Test func whatIsNamedWins() throws {
    var roles = RespondentFile.Roles()
    roles.answers = ["tillit", "trivsel"]
    roles.zone = "bosted"
    let found = try read(
      "bosted,tillit,trivsel,alder\nA,1,4.5,18-29\nB,0,3,60+", roles, period: Period(year: 2023))
    #expect(found.questions.map(\.name) == ["tillit", "trivsel"] && found.questions[1].answers == [4.5, 3])
    #expect(found.periods == [Period(year: 2023)].compactMap { $0 } && found.weights == nil)
    #expect(found.variable("alder")?.categories == ["18-29", "60+"])
  }

  @Test func yesAndNoAreAnswersAndOtherWordsAreNot() throws {
    let answers = try read("sone;år;svar\nA;2024;ja\nA;2024;Nei\nA;2024;vet ikke\nA;2024;\n").questions[0]
      .answers
    #expect(answers[0] == 1 && answers[1] == 0 && answers[2].isNaN && answers[3].isNaN)
    #expect(throws: InterchangeError.noMeasure(path: "survey.csv", candidates: ["svar"])) {
      try read("sone;år;svar\nA;2024;ofte\nA;2024;aldri")
    }
  }

  @Test func whatIsNotThereIsSaid() throws {
    #expect(throws: InterchangeError.self) { try read("sone;svar\nA;1\nB;0") }
    #expect(throws: InterchangeError.self) { try read("sone;år;kjønn\nA;2024;f\nB;2024;m") }
    var roles = RespondentFile.Roles()
    roles.answers = ["trivsel"]
    #expect(
      throws: InterchangeError.noSuchColumn(
        path: "survey.csv", name: "trivsel", candidates: ["sone", "år", "svar"])
    ) { try read("sone;år;svar\nA;2024;1\nB;2024;0", roles) }
  }

  @Test func margins() throws {
    let text = "zone;variable;category;total\n0301;sex;f;1200\n0301;sex;m;1100\n;age;18-29;0,3"
    let rows = try MarginFile.read(try ByteSource(Array(text.utf8), path: "margins.csv"))
    #expect(
      rows == [
        MarginTotal(zone: "0301", variable: "sex", category: "f", total: 1200),
        MarginTotal(zone: "0301", variable: "sex", category: "m", total: 1100),
        MarginTotal(variable: "age", category: "18-29", total: 0.3),
      ])
    #expect(throws: InterchangeError.self) {
      try MarginFile.read(try ByteSource(Array("variable;category\nsex;f".utf8), path: "margins.csv"))
    }
  }
}
