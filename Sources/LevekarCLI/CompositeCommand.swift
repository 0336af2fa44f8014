import ArgumentParser
import Levekar

/// `levekar composite`
struct CompositeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "composite",
    abstract: "One index of several indicators, and how sure its ranks are.",
    discussion: """
      levekar composite --indicator low-income-eu60 neet dropout
      levekar composite figures.csv --indicator a b c --better a=lower,b=lower,c=higher --weights a=0.5,b=0.3,c=0.2
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "equal, pca, factor, a=0.2,b=0.8, or a file with the columns indicator and weight.")
  var weights: String?

  @Option(
    help: ArgumentHelp(
      "Which way is better, where the catalogue does not say.", valueName: "a=higher,b=lower"))
  var better: String?

  @Option(help: "z, rank, min-max, rank-normal, exponential or decile.")
  var normalise: String = "z"

  @Option(help: "arithmetic, geometric or sum.")
  var aggregate: String = "arithmetic"

  @Option(help: "How many draws the rank intervals rest on.")
  var draws: Int = 2000

  @Flag(help: "Zones without some component get an index of the rest, and say so.")
  var allowMissing = false

  func run() throws {
    try Session(output).answer(
      .composite(
        CompositeOptions(
          weights: weights, better: better, normalise: normalise, aggregate: aggregate, draws: draws,
          allowsMissing: allowMissing)), input, selection)
  }
}
