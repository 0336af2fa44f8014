import ArgumentParser
import Levekar

/// `levekar check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "The quality gate alone: ranges, sums to wholes, unusual changes. Exit 1 where it finds problems.",
    discussion: """
      levekar check
      levekar check figures.csv --zones zones.csv
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).answer(.check, input, selection)
  }
}
