import ArgumentParser
import Levekar

/// `levekar compare`
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "A zone against a comparator, as two disjoint areas.",
    discussion: """
      levekar compare --zone torstrand --against rest --indicator low-income-eu60
      levekar compare figures.csv --zones zones.csv --zone 3909000014 --against 3909000001
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "rest, all, parent, a zone or a group.")
  var against: String = "rest"

  func run() throws {
    try Session(output).answer(.compare(against: Against(against)), input, selection)
  }
}
