import ArgumentParser
import Levekar

/// `levekar standardise`
struct StandardiseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standardise",
    abstract: "Rates with the ages of a standard population, or ratios to the rates of a reference.",
    discussion: """
      levekar standardise deaths-by-age.csv --standard esp2013
      levekar standardise deaths-by-age.csv --type indirect --reference 0 --window 2021..2023
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "direct or indirect; by default what the catalogue says, else direct.")
  var type: String?

  @Option(help: "esp2013, esp1976, who, segi, or a file with the columns age and weight.")
  var standard: String?

  @Option(help: "A zone of the data, or a file with the columns age, events and population.")
  var reference: String?

  @Option(help: "The interval of direct rates: dobson, exact, gamma or tiwari.")
  var interval: String?

  @Option(help: "Rates per so many persons; by default the indicator's own, else 100000.")
  var per: Double?

  @Flag(name: .customLong("country-100"), help: "Set the country's ratio to 100 exactly.")
  var country100 = false

  func run() throws {
    let session = Session(output)
    var how: Standardisation?
    try session.ending {
      how = try StandardisationReading.read(
        type: type, standard: standard, reference: reference, interval: interval, per: per,
        setsCountryTo100: country100, sumsPeriods: selection.window != nil)
      return 0
    }
    guard let how else { return }
    try session.answer(.standardise(how), input, selection)
  }
}
