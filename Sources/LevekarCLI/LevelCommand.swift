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

  @Option(help: "The interval of shares: wilson or clopper-pearson.")
  var interval: String?

  @Option(help: "The number of persons that samples were drawn from.")
  var finitePopulation: Double?

  func run() throws {
    let session = Session(output)
    var shares = ShareOptions()
    try session.ending {
      shares = try StandardisationReading.shares(interval: interval, population: finitePopulation)
      return 0
    }
    try session.answer(.level(shares: shares), input, selection)
  }
}
