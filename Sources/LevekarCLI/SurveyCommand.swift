import ArgumentParser
import Levekar

/// `levekar survey`
struct SurveyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "survey",
    abstract: "Shares and means among respondents, weighted, with the smallest group that is shown.",
    discussion: """
      levekar survey answers.csv --answer trust --by sex
      levekar survey answers.csv --answer satisfied --margins population.csv --minimum-group 20
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(
    parsing: .upToNextOption, help: "The columns of answers, each a row's indicator (else answer or svar).")
  var answer: [String] = []

  @Option(help: "The column of weights (else weight or vekt).")
  var weight: String?

  @Option(
    help: "Margins of the population to rake to: variable, category, total, and zone.", completion: .file())
  var margins: String?

  @Option(help: "Groups with fewer answers are not shown.")
  var minimumGroup = 10

  @Option(help: "No weight above this many times the mean.")
  var trim: Double?

  func run() throws {
    let session = Session(output)
    try session.answering {
      var asked = SurveyRequest(try session.request(input, selection))
      asked.roles.answers = answer
      asked.roles.weight = weight
      asked.margins = margins
      asked.minimumGroup = minimumGroup
      asked.cap = trim
      return try SurveyAnswering.answer(asked)
    }
  }
}
