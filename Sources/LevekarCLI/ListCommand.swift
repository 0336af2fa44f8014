import ArgumentParser
import Levekar

/// `levekar list`
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "What is there: indicators, zones, sources, versions or methods.",
    discussion: """
      levekar list indicators
      levekar list zones population.csv
      """)

  @Argument(help: "indicators, zones, sources, versions or methods.")
  var what: Catalogue

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = Session(output)
    try session.ending {
      let answer = try Listing.list(what, try session.request(input, selection), language: session.language)
      session.say(Rendering.notes(answer, language: session.language))
      try session.write(try Rendering.bytes(answer, format: try session.format(), style: session.style))
      return ExitStatus.ok
    }
  }
}

extension Catalogue: ExpressibleByArgument {}
