import ArgumentParser
import Levekar

/// `levekar trend`
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Direction and size of change per zone.",
    discussion: """
      levekar trend --indicator low-income-eu60 --zone torstrand
      levekar trend hoy_utdanning.json --direction higher
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).answer(.trend, input, selection)
  }
}
