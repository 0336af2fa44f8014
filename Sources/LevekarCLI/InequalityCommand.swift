import ArgumentParser
import Levekar

/// `levekar inequality`
struct InequalityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inequality",
    abstract: "How unequal groups of people, or zones, are.",
    discussion: """
      levekar inequality figures.csv --groups education --measure sii-ohid,rii-ohid
      levekar inequality --indicator low-income-eu60 --measure gini,dissimilarity --seed 1

      Measures of ranked groups or zones: sii-ohid, rii-ohid, rii-mean, sii-who, rii-who, concentration, erreygers, \
      wagstaff, ends-difference, ends-ratio, par, paf. Of any: gini, theil-t, mean-log-deviation, ge-2, atkinson, \
      between-group-variance, coefficient-of-variation, index-of-disparity, range, relative-range, p90-p10. Of where \
      groups live: dissimilarity, isolation, interaction, correlation-ratio, information, segregation-gini, \
      segregation-atkinson.

      --measure takes these names; another name there is the measure of a file that has several. --index takes these \
      names only.
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Measures of inequality, separated by commas, where --measure names a measure of the file.")
  var index: String?

  @Option(help: ArgumentHelp("The dimension whose categories are the groups.", valueName: "dimension"))
  var groups: String?

  @Option(
    help: ArgumentHelp(
      "The groups from the lowest rank to the highest; those left out are left out. Semicolons part names that have commas.",
      valueName: "A,B,…"))
  var order: String?

  @Option(help: ArgumentHelp("Rank the zones by an indicator, lowest first.", valueName: "indicator"))
  var rankBy: String?

  @Option(help: "The scale of the slope index: identity, log or logit.")
  var link: String = "identity"

  @Flag(help: "Groups of unknown size count alike, as quantiles do.")
  var equalGroups = false

  @Option(help: "Random tables for segregation.")
  var replicates: Int = 999

  func run() throws {
    let request = InequalityRequest(
      measure: input.measure, index: index, groups: groups, order: order, rankBy: rankBy, link: link,
      equalGroups: equalGroups, replicates: replicates)
    var (input, selection) = (input, selection)
    let session = Session(output)
    try session.ending {
      let asked = try request.options()
      input.measure = request.fileMeasure
      // The ranking indicator must be among the figures, and is no row of its own.
      if let rankBy, !selection.indicator.isEmpty { selection.indicator.append(rankBy) }
      return try session.answering(.inequality(asked), input, selection)
    }
  }
}
