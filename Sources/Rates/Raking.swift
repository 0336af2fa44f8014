import Indicators

/// What is known of a population along one variable: how many persons each category has.
public struct PopulationMargin: Sendable, Hashable {
  /// The variable, such as `sex`.
  public let variable: String
  /// The categories.
  public let categories: [String]
  /// Persons, or shares of them, by category.
  public let totals: [Double]

  /// A margin.
  ///
  /// - Throws: ``RakingRefusal`` where a category comes twice, or totals are negative, not finite or all zero.
  public init(variable: String, categories: [String], totals: [Double]) throws(RakingRefusal) {
    guard !categories.isEmpty, categories.count == totals.count,
      totals.allSatisfy({ $0 >= 0 && $0.isFinite }),
      totals.contains(where: { $0 > 0 })
    else { throw RakingRefusal(.badMargin, variable: variable) }
    var seen: Set<String> = []
    for category in categories where !seen.insert(category).inserted {
      throw RakingRefusal(.badMargin, variable: variable, category: category)
    }
    self.variable = variable
    self.categories = categories
    self.totals = totals
  }
}

/// Weights that make respondents add up to known margins of the population: iterative proportional fitting.
///
///     let raked = try Raking(base: weights, codes: [sexOfEach, ageOfEach], margins: [sex, age])
///     raked.weights      // Σ over women = women of the population, Σ over each age = its residents
///
/// For one margin after the other, w ← w · T/Σw within each category, until every category of every margin is within the
/// tolerance of its total. The answer has the margins, and within them keeps the odds ratios of the base weights.
///
/// - Shape: `codes[m][i]` is the category of respondent i in margin m. Unit of the weights: persons of the first margin;
///   the totals of other margins are scaled to its sum, and ``marginsDisagree`` says how unlike the sums were.
/// - A category with persons and without respondents is refused (`empty-margin-cell`), as is a respondent whose category
///   the margin does not have (`unknown-margin-category`): put categories together first. Margins that cannot all hold
///   with these respondents are refused (`raking-not-converged`).
/// - Trimming caps weights at a multiple of their mean and rakes again, in turns. The cap holds in the end, and
///   ``largestDeviation`` says by how much the margins then miss.
/// - One margin alone is post-stratification (``PostStratification``), done after one step.
/// - References: Deming and Stephan (1940) Ann Math Stat 11:427; Kalton and Flores-Cervantes (2003) J Off Stat 19:81.
public struct Raking: Sendable {
  /// How far to go.
  public struct Options: Sendable, Hashable {
    /// The largest relative deviation of a category from its total.
    public var tolerance: Double
    /// The most passes over all margins.
    public var passes: Int
    /// No weight above this many times the mean; `nil` for no cap.
    public var cap: Double?

    /// Options: 10⁻¹⁰, a thousand passes, no cap.
    public init(tolerance: Double = 1e-10, passes: Int = 1000, cap: Double? = nil) {
      self.tolerance = tolerance
      self.passes = passes
      self.cap = cap
    }
  }

  /// The weights, one a respondent.
  public private(set) var weights: [Double]
  /// Passes over all margins.
  public private(set) var passes = 0
  /// The largest relative deviation of a category from its total.
  public private(set) var largestDeviation = 0.0
  /// How many weights the cap holds down.
  public private(set) var trimmed = 0
  /// The largest relative difference of a margin's sum from the first's, before scaling.
  public let marginsDisagree: Double

  /// Raked weights.
  ///
  /// - Throws: ``RakingRefusal``.
  public init(base: [Double], codes: [[Int32]], margins: [PopulationMargin], options: Options = Options())
    throws(RakingRefusal)
  {
    guard !margins.isEmpty, codes.count == margins.count, codes.allSatisfy({ $0.count == base.count }) else {
      throw RakingRefusal(.badMargin)
    }
    guard base.allSatisfy({ $0 >= 0 && $0.isFinite }), base.contains(where: { $0 > 0 }) else {
      throw RakingRefusal(.badWeights)
    }
    let size = margins[0].totals.reduce(0, +)
    var disagree = 0.0
    var targets: [[Double]] = []
    for (margin, code) in zip(margins, codes) {
      let sum = margin.totals.reduce(0, +)
      disagree = max(disagree, abs(sum / size - 1))
      targets.append(margin.totals.map { $0 * (size / sum) })
      var present = [Double](repeating: 0, count: margin.categories.count)
      for (row, category) in code.enumerated() where base[row] > 0 {
        guard present.indices.contains(Int(category)) else {
          throw RakingRefusal(.unknownMarginCategory, variable: margin.variable)
        }
        present[Int(category)] += base[row]
      }
      for category in present.indices where present[category] == 0 && margin.totals[category] > 0 {
        throw RakingRefusal(
          .emptyMarginCell, variable: margin.variable, category: margin.categories[category])
      }
    }
    marginsDisagree = disagree
    weights = base
    try fit(codes, targets, options)
    guard let cap = options.cap else { return }
    guard cap > 1 else { throw RakingRefusal(.badWeights) }
    let limit = cap * size / Double(base.count { $0 > 0 })
    for _ in 0..<100 {
      guard weights.contains(where: { $0 > limit * (1 + 1e-12) }) else { break }
      for row in weights.indices { weights[row] = min(weights[row], limit) }
      // A cap that the margins contradict never settles: the last word is the cap's.
      do { try fit(codes, targets, options) } catch  where error.reason == .rakingNotConverged { break }
    }
    for row in weights.indices { weights[row] = min(weights[row], limit) }
    trimmed = weights.count { $0 >= limit * (1 - 1e-9) }
    largestDeviation = deviation(codes, targets)
  }

  private mutating func fit(_ codes: [[Int32]], _ targets: [[Double]], _ options: Options)
    throws(RakingRefusal)
  {
    for _ in 0..<max(1, options.passes) {
      passes += 1
      for (code, target) in zip(codes, targets) {
        let sums = sums(code, count: target.count)
        var factors = target
        for category in target.indices {
          factors[category] = sums[category] > 0 ? target[category] / sums[category] : 0
        }
        for row in weights.indices where weights[row] > 0 { weights[row] *= factors[Int(code[row])] }
      }
      largestDeviation = deviation(codes, targets)
      if largestDeviation <= options.tolerance { return }
      guard largestDeviation.isFinite else { break }
    }
    throw RakingRefusal(.rakingNotConverged)
  }

  private func sums(_ code: [Int32], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for row in weights.indices where weights[row] > 0 { sums[Int(code[row])] += weights[row] }
    return sums
  }

  private func deviation(_ codes: [[Int32]], _ targets: [[Double]]) -> Double {
    var largest = 0.0
    for (code, target) in zip(codes, targets) {
      for (sum, wanted) in zip(sums(code, count: target.count), target) where wanted > 0 {
        largest = max(largest, abs(sum / wanted - 1))
      }
    }
    return largest
  }
}

/// Why respondents cannot be weighted to margins.
public struct RakingRefusal: Error, Sendable, Hashable {
  /// The reason.
  public let reason: Reason
  /// The margin at fault.
  public let variable: String?
  /// The category at fault.
  public let category: String?

  /// A refusal.
  public init(_ reason: Reason, variable: String? = nil, category: String? = nil) {
    self.reason = reason
    self.variable = variable
    self.category = category
  }
}

extension Method {
  /// Weights raked to margins.
  public static let raking = Method("survey.raking")
}

extension Reason {
  /// A margin's category has persons in the population and nobody among the respondents.
  public static let emptyMarginCell = Reason("empty-margin-cell")
  /// A respondent's category is not in the margin.
  public static let unknownMarginCategory = Reason("unknown-margin-category")
  /// A margin without totals, or with negative ones.
  public static let badMargin = Reason("bad-margin")
  /// Weights are negative, not finite or all zero, or a cap is not above 1.
  public static let badWeights = Reason("bad-weights")
  /// The margins cannot all hold with these respondents.
  public static let rakingNotConverged = Reason("raking-not-converged")
}
