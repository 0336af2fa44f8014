import ArgumentParser
import Levekar

/// `levekar life-expectancy`
struct LifeExpectancyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "life-expectancy",
    abstract: "Life expectancy from deaths and population by age, with its interval.",
    discussion: """
      levekar life-expectancy deaths.csv --columns numerator=deaths,denominator=population --window 2018..2024
      levekar life-expectancy --indicator deaths --zone torstrand --against rest --years 7 --age 0,65 --yll 75
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("The ages the years are counted from.", valueName: "ages"))
  var age = "0"

  @Option(help: "Rolling windows of so many years, deaths and population summed.")
  var years = 1

  @Option(help: "What the denominators are: midyear (person-years) or january (residents of 1 January).")
  var population = "midyear"

  @Option(help: "A last age band with an end: refused, open or truncated (years before that age only).")
  var lastBand = "refused"

  @Option(help: ArgumentHelp("Share of the band lived by those who die in it.", valueName: "age=share,…"))
  var fractions: String?

  @Option(help: "The indicator of ill health by age, for years in good health.")
  var health: String?

  @Flag(help: "Years in good health count the uncertainty of the survey only.")
  var surveyVarianceOnly = false

  @Option(help: "Years of life lost before this age.")
  var yll: Double?

  @Option(
    help: "A standard life table (age, expectancy) against which years are lost.", completion: .file())
  var yllStandard: String?

  @Option(help: "rest, all, parent, a zone or a group.")
  var against: String?

  func run() throws {
    let session = Session(output)
    var asked = LifeExpectancyRequest()
    asked.ages = age
    asked.years = years
    asked.pools = selection.window != nil
    asked.population = population
    asked.lastBand = lastBand
    asked.fractions = fractions
    asked.health = health
    asked.surveyVarianceOnly = surveyVarianceOnly
    asked.yearsLostBefore = yll
    asked.standard = yllStandard
    asked.against = against
    try session.answer({ try asked.question() }, input, selection)
  }
}
