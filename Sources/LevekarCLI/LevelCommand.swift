import ArgumentParser
import Levekar

/// `levekar level`
struct LevelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "level",
    abstract: "The value with its interval, per zone and period.",
    discussion: """
      levekar level --indicator low-income-eu60 --zone torstrand
      levekar level population.csv --zone 3805 --by age --unit persons
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try Session(output).answer(.level, input, selection)
  }
}
