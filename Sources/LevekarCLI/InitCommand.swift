import ArgumentParser
import Levekar

/// `levekar init`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "A new programme folder with commented files, ready to refresh.",
    discussion: """
      levekar init my-programme
      levekar refresh my-programme/programme.yml
      """)

  @Argument(help: "The folder, which is made.")
  var folder: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = Session(output)
    try session.ending {
      let written = try ProgrammeTemplate.write(to: folder)
      session.say(Rendering.notes(written, folder: folder, language: session.language))
      return ExitStatus.ok
    }
  }
}
