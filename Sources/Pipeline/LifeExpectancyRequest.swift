import Analyses
import Interchange
import Indicators

/// The texts of the options of `life-expectancy`, and the question they make.
public struct LifeExpectancyRequest: Sendable {
  /// Ages, with commas between.
  public var ages = "0"
  /// The length of rolling windows.
  public var years = 1
  /// Whether all periods asked for are one window.
  public var pools = false
  /// `midyear` or `january`.
  public var population = "midyear"
  /// `refused`, `open` or `truncated`.
  public var lastBand = "refused"
  /// `age=share`, with commas between.
  public var fractions: String?
  /// The indicator of ill health.
  public var health: String?
  /// Whether years in good health leave out the uncertainty of the deaths.
  public var surveyVarianceOnly = false
  /// The age before which years are lost.
  public var yearsLostBefore: Double?
  /// A file of a standard life table.
  public var standard: String?
  /// The comparator.
  public var against: String?

  /// Life expectancy at birth.
  public init() {}

  /// The question.
  ///
  /// - Throws: ``PipelineError/unreadableOption(option:text:expected:)``, or what is wrong with the standard's file.
  public func question() throws -> Question {
    var asked = LifeExpectancy.Options()
    asked.ages = try parts(ages).map { try Self.age($0, "--age") }
    guard !asked.ages.isEmpty else { throw Self.unreadable("--age", ages, "0, 0,65") }
    guard (1...100).contains(years) else { throw Self.unreadable("--years", "\(years)", "5, 7, 10") }
    asked.years = years
    asked.pools = pools
    switch population {
    case "midyear": asked.populationIsJanuary = false
    case "january": asked.populationIsJanuary = true
    default: throw Self.unreadable("--population", population, "midyear, january")
    }
    guard let end = Self.ends[lastBand] else {
      throw Self.unreadable("--last-band", lastBand, Self.ends.keys.sorted().joined(separator: ", "))
    }
    asked.closedEnd = end
    for part in parts(fractions ?? "") {
      let sides = part.split(separator: "=").map(String.init)
      guard sides.count == 2, let share = Double(sides[1]), (0...1).contains(share) else {
        throw Self.unreadable("--fractions", part, "0=0.1")
      }
      asked.fractions[try Self.age(sides[0], "--fractions")] = share
    }
    asked.health = health
    asked.healthCountsMortality = !surveyVarianceOnly
    if let limit = yearsLostBefore {
      guard limit > 0, limit <= 150 else { throw Self.unreadable("--yll", "\(limit)", "75") }
      asked.yearsLostBefore = limit
    }
    if let path = standard {
      guard let table = StandardLifeTable.read(try StandardExpectancyFile.read(path)) else {
        throw Self.unreadable("--yll-standard", path, "age;expectancy")
      }
      asked.standard = table
    }
    asked.against = against.map(Against.init)
    return .lifeExpectancy(asked)
  }

  private static let ends = LifeExpectancy.lastBands

  private func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
  }

  private static func age(_ text: String, _ option: String) throws -> Int {
    guard let age = Int(text), (0..<120).contains(age) else { throw unreadable(option, text, "0, 0,65") }
    return age
  }

  private static func unreadable(_ option: String, _ text: String, _ expected: String) -> PipelineError {
    .unreadableOption(option: option, text: text, expected: expected)
  }
}
