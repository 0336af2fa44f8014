import ArgumentParser
import Levekar

/// `levekar describe`
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "What is known about an indicator, a zone or a file.",
    discussion: """
      levekar describe low-income-eu60
      levekar describe hoy_utdanning.json
      """)

  @Argument(help: "The id of an indicator, the code of a zone, or a file.", completion: .file())
  var subject: [String]

  @Option(help: "The knowledge base.", completion: .file())
  var base: String?

  @Option(help: "The period of a file that has none.")
  var period: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = Session(output)
    try session.ending {
      let answer = try Describing.describe(subject, base: base, period: period)
      session.say(Rendering.notes(answer, language: session.language))
      try session.write(try Rendering.bytes(answer, format: try session.format(), style: session.style))
      return ExitStatus.ok
    }
  }
}
