import ArgumentParser
import Foundation
import Levekar

/// `levekar power`
struct PowerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "power",
    abstract:
      "How large an effect must be to be seen, and from which year. For planning, before anything is known.",
    discussion: """
      levekar power --indicator satisfied-neighbourhood
      levekar power figures.csv --zone Torstrand --start 2024 --size 20%
      levekar power figures.csv --zone Torstrand --start 2024 --estimator all --horizon 5

      The start may lie after the last figures: then the last years before it are taken as if they came after.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("The size whose first year is asked for, such as 5 or 20%.", valueName: "size"))
  var size: String?

  @Option(help: ArgumentHelp("How many periods from the start on to look at.", valueName: "periods"))
  var horizon: Int?

  @Option(help: "The first period with the programme (else what the programme file says).")
  var start: String?

  @Option(help: "The last period with it.")
  var stop: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Estimators, a row each, the first the headline: \(EffectMethod.all.map(\.word).joined(separator: ", ")), all.",
      valueName: "word"))
  var estimator: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The zones compared with: all, same-municipality, or zones by code or name (else what the programme says, else all).",
      valueName: "zone"))
  var donors: [String] = []

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Zones that are not compared with.", valueName: "zone"))
  var exclude: [String] = []

  @Option(
    help: ArgumentHelp(
      "A list of neighbours, zone and neighbour: those of the treated are not compared with.",
      valueName: "file"),
    completion: .file())
  var excludeNeighbours: String?

  @Option(
    help: ArgumentHelp("How large a donor may be beside the treated, such as 0.5..2.", valueName: "from..to"))
  var sizeBand: String?

  @Option(help: "natural, log or sqrt.")
  var scale: String = "natural"

  @Option(help: "Zones without a figure in every period: drop-donors or drop-periods.")
  var unbalanced: String = "drop-donors"

  @Option(help: ArgumentHelp("The smallest effect that would matter, such as 5 or 20%.", valueName: "size"))
  var smallestEffect: String?

  @Option(help: "The most placebo sets; beyond it they are drawn.")
  var placebos: Int?

  func run() throws {
    // Options with several values take all words up to the next option, and people put files last.
    func isFile(_ word: String) -> Bool { word == "-" || FileManager.default.fileExists(atPath: word) }
    var input = input
    input.data += (estimator + donors + exclude).filter(isFile)
    let asked = EffectRequest(
      start: start, stop: stop, estimators: estimator.filter { !isFile($0) },
      donors: donors.filter { !isFile($0) }, excluded: exclude.filter { !isFile($0) },
      neighbours: excludeNeighbours, sizeBand: sizeBand, scale: scale, unbalanced: unbalanced,
      smallest: smallestEffect, placebos: placebos, programme: input.programme)
    let power = PowerRequest(asked, size: size, horizon: horizon)
    try Session(output).answer({ .power(try power.question()) }, input, selection)
  }
}
