import ArgumentParser
import Levekar

/// `levekar baseline`
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Level, interval and gap in the baseline window.",
    discussion: """
      levekar baseline --zone torstrand
      levekar baseline figures.csv --window 2019..2023 --zones zones.csv --zone 3909000014 --against rest
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "rest, all, parent, a zone or a group (else what the programme says, else rest).")
  var against: String?

  @Flag(help: "Store the baseline with its data hash; later versions of the figures do not change it.")
  var freeze = false

  func run() throws {
    let session = Session(output)
    let question = Question.baseline(against: against.map(Against.init))
    if freeze {
      try session.freeze(question, input, selection)
    } else {
      try session.answer(question, input, selection)
    }
  }
}
