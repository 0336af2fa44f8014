import ArgumentParser
import Levekar

/// `levekar rank`
struct RankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank",
    abstract: "The zones of one level in order, with how sure the order is, and funnel limits.",
    discussion: """
      levekar rank --indicator low-income-eu60 --zone torstrand
      levekar rank figures.csv --zones zones.csv --level municipality --direction lower
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "The level of the zones ranked (else that of the zones asked for, else the one with most).")
  var level: String?

  @Option(help: "The number of groups of equal size, such as 5 or 10.")
  var quantiles: Int = 5

  @Option(help: "How many times figures are drawn anew for the probabilities.")
  var draws: Int = 2000

  func run() throws {
    try Session(output).answer(.rank(try choice()), input, selection)
  }

  private func choice() throws -> Rank.Choice {
    guard (1...100_000).contains(draws) else {
      throw PipelineError.unreadableOption(option: "--draws", text: "\(draws)", expected: "1–100000")
    }
    return Rank.Choice(level: level.map { ZoneLevel(rawValue: $0) }, groups: quantiles, draws: draws)
  }
}
