import ArgumentParser
import Levekar

/// `levekar participation`
struct ParticipationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "participation",
    abstract: "People and inputs by activity, method and period; no comparator.",
    discussion: """
      levekar participation participation.csv --period 2024 --population 2586
      levekar participation --indicator participants inputs --residents population --zone torstrand
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The indicator of people (else found by name).")
  var people: String?

  @Option(help: "The indicator of inputs (else found by name).")
  var inputs: String?

  @Option(help: "Residents, for numbers per 1 000.")
  var population: Double?

  @Option(help: "The indicator of residents, for numbers per 1 000.")
  var residents: String?

  @Option(help: "Participants below this age are young.")
  var youngBelow = 25

  func run() throws {
    var asked = Participation.Options()
    asked.people = people
    asked.inputs = inputs
    asked.population = population
    asked.residents = residents
    asked.youngBelow = youngBelow
    try Session(output).answer(.participation(asked), input, selection)
  }
}
