import ArgumentParser
import Levekar

/// `levekar shrink`
struct ShrinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shrink",
    abstract: "Values of small zones shrunk towards the zones of the same level, beside the raw ones.",
    discussion: """
      levekar shrink --indicator low-income-eu60
      levekar shrink deaths.csv --unit "per 1000" --above 8
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "How the prior is found: ml (maximum likelihood) or marshall (moments, rates only).")
  var prior: String = "ml"

  @Option(
    help: "The threshold of the probability that the true value is higher; the zones' mean unless given.")
  var above: Double?

  func run() throws {
    try Session(output).answer(.shrink(ShrinkOptions(prior: prior, above: above)), input, selection)
  }
}
