import ArgumentParser
import Levekar

/// `levekar explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "The article behind a word, a method id or an error code.",
    discussion: """
      levekar explain proportion.wilson
      levekar explain share-above-one --language en
      """)

  @Argument(help: "A word, a method or a code.")
  var term: [String]

  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = Session(output)
    try session.ending {
      try session.write(
        try Explaining.explain(
          term.joined(separator: " "), format: try session.format(), language: session.language))
      return ExitStatus.ok
    }
  }
}
