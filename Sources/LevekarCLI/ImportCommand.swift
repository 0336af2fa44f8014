import ArgumentParser
import Levekar

/// `levekar import`
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Put files into the knowledge base as a new version.",
    discussion: """
      levekar import population.csv --base kunnskap.levekar
      levekar import hoy_utdanning.json --unit "per cent"
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = Session(output)
    try session.ending {
      let outcome = try Importing.run(try session.request(input, selection), base: input.base)
      session.say(Rendering.notes(outcome, language: session.language))
      try session.write(try Rendering.bytes(outcome, format: try session.format(), style: session.style))
      return ExitStatus.ok
    }
  }
}
