/// The answers of a survey, one respondent a row: where and when, what was answered, with which weight, and who they are.
///
/// An answer that is not there is NaN: it counts as no answer, never as zero.
public struct Respondents: Sendable {
  /// A question and its answers.
  public struct Question: Sendable {
    /// The name: the header of the column.
    public let name: String
    /// The answers; NaN for none.
    public let answers: [Double]

    /// A question.
    public init(name: String, answers: [Double]) {
      self.name = name
      self.answers = answers
    }
  }

  /// What is known of each respondent along one variable.
  public struct Variable: Sendable, Hashable {
    /// The name: the header of the column.
    public let name: String
    /// The categories.
    public let categories: [String]
    /// For each respondent the position of the category; −1 for none.
    public let codes: [Int32]

    /// A variable.
    public init(name: String, categories: [String], codes: [Int32]) {
      self.name = name
      self.categories = categories
      self.codes = codes
    }
  }

  /// The number of respondents.
  public let count: Int
  /// The zones.
  public let zones: [Zone]
  /// For each respondent the position of the zone; −1 for none.
  public let zone: [Int32]
  /// The periods, in order.
  public let periods: [Period]
  /// For each respondent the position of the period; −1 for none.
  public let period: [Int32]
  /// The questions.
  public let questions: [Question]
  /// The base weights; `nil` where all weigh the same.
  public let weights: [Double]?
  /// The variables.
  public let variables: [Variable]
  /// What was found while reading.
  public let findings: [Finding]

  /// Respondents whose columns fit together.
  ///
  /// - Throws: ``IndicatorsError/wrongShape(what:expected:found:)`` where columns have unequal lengths or a position lies
  ///   outside its axis.
  public init(
    zones: [Zone], zone: [Int32], periods: [Period], period: [Int32], questions: [Question],
    weights: [Double]? = nil, variables: [Variable] = [], findings: [Finding] = []
  ) throws(IndicatorsError) {
    count = zone.count
    var columns = [("periods", period.count, 0)]
    columns +=
      questions.map { ($0.name, $0.answers.count, 0) } + variables.map { ($0.name, $0.codes.count, 0) }
    if let weights { columns.append(("weights", weights.count, 0)) }
    for (what, found, _) in columns where found != count {
      throw .wrongShape(what: what, expected: count, found: found)
    }
    let axes = [("zone", zone, zones.count), ("period", period, periods.count)]
    for (what, codes, size) in axes + variables.map({ ($0.name, $0.codes, $0.categories.count) }) {
      if let bad = codes.first(where: { $0 < -1 || Int($0) >= size }) {
        throw .wrongShape(what: what, expected: size, found: Int(bad))
      }
    }
    self.zones = zones
    self.zone = zone
    self.periods = periods
    self.period = period
    self.questions = questions
    self.weights = weights
    self.variables = variables
    self.findings = findings
  }

  /// The variable with this name, whatever the case. A name of several joined by `*`, such as `sex*age`, is the variable of
  /// their combinations.
  public func variable(_ name: String) -> Variable? {
    let wanted = name.lowercased()
    if let found = variables.first(where: { $0.name.lowercased() == wanted }) { return found }
    let parts = wanted.split(separator: "*").map(String.init)
    guard parts.count > 1 else { return nil }
    var found: [Variable] = []
    for part in parts {
      guard let one = variables.first(where: { $0.name.lowercased() == part }) else { return nil }
      found.append(one)
    }
    var categories = [""]
    var codes = [Int32](repeating: 0, count: count)
    for (position, one) in found.enumerated() {
      categories = categories.flatMap { first in
        one.categories.map { position == 0 ? $0 : "\(first)*\($0)" }
      }
      let size = Int32(clamping: one.categories.count)
      for row in codes.indices {
        codes[row] = codes[row] < 0 || one.codes[row] < 0 ? -1 : codes[row] * size + one.codes[row]
      }
    }
    return Variable(name: name, categories: categories, codes: codes)
  }
}

/// One row of a file of margins: how many persons of the population a category has.
public struct MarginTotal: Sendable, Hashable {
  /// The zone it is about; `nil` for all respondents together.
  public let zone: String?
  /// The variable.
  public let variable: String
  /// The category.
  public let category: String
  /// Persons, or a share of them.
  public let total: Double

  /// A row.
  public init(zone: String? = nil, variable: String, category: String, total: Double) {
    self.zone = zone
    self.variable = variable
    self.category = category
    self.total = total
  }
}
