import Estimates
import Indicators
import Rates

extension Reason {
  /// Fewer respondents than the smallest group that is shown.
  public static let groupTooSmall = Reason("group-too-small")
  /// The margins say nothing of the respondents' zone.
  public static let noMarginsOfZone = Reason("no-margins-of-zone")
}

extension Diagnostic {
  /// Margins that cannot be raked to, with the variable and category at fault.
  public static let marginsRefused = Diagnostic("margins-refused")
  /// Margins whose sums differ; they were scaled to the first.
  public static let marginsDisagree = Diagnostic("margins-disagree")
  /// Weights were capped, so the margins hold only nearly.
  public static let weightsCapped = Diagnostic("weights-capped")
  /// Fewer than half of the respondents answered the question.
  public static let fewAnswered = Diagnostic("few-answered")
}

/// `survey`: what respondents answered, weighted, with the uncertainty of so many of them.
public enum Survey {
  /// What is asked beside zones, strata and level.
  public struct Options: Sendable {
    /// The margins of the population; empty for none.
    public var margins: [MarginTotal] = []
    /// Groups with fewer answers than this are refused.
    public var minimumGroup = 10
    /// No weight above this many times the mean; `nil` for no cap.
    public var cap: Double?

    /// No margins, groups of ten or more.
    public init() {}
  }

  /// One row a question, zone, group and period.
  ///
  /// Answers that are all 0 or 1 give a share in per cent (``Rates/WeightedProportion``), others a mean
  /// (``Rates/WeightedMean``). With margins the weights are raked within each period, and within each zone where the margins
  /// are of zones. A group with fewer answers than the smallest that is shown is refused and none of its numbers is given.
  ///
  /// - Throws: ``AnalysisError`` where a zone or a dimension is unknown.
  public static func run(_ respondents: Respondents, _ asked: Options, options: AnalysisOptions)
    throws(AnalysisError) -> ResultSet
  {
    var groups: [Respondents.Variable] = []
    for key in options.keys {
      guard let found = respondents.variable(key) ?? named(key, respondents) else {
        throw .unknownDimension(key, known: respondents.variables.map(\.name))
      }
      groups.append(found)
    }
    let zones = try chosen(options.zones, respondents)
    var weighting = SurveyWeighting(respondents, asked)
    weighting.weigh()
    let cells = SurveyCells(respondents, groups)
    let schema = Schemas.survey.split(by: groups.map(\.name))
    var table = ResultTable(schema)
    for question in respondents.questions {
      let isShare = question.answers.allSatisfy { $0.isNaN || $0 == 0 || $0 == 1 }
      let moments = WeightedMoments.groups(
        question.answers, weighting.weights, of: cells.cell, count: cells.count)
      let respondentsOf = cells.respondents(weighting.weights)
      for zone in zones {
        for group in 0..<cells.groups {
          for period in respondents.periods.indices {
            let cell = cells.index(zone: zone, period: period, group: group)
            guard respondentsOf[cell] > 0 || weighting.refusals[cells.stratum(cell)] != nil else { continue }
            var row = ResultCells(schema)
            row["indicator"] = .text(question.name)
            row["zone"] = .text(respondents.zones[zone].code)
            row["zone_name"] = .text(respondents.zones[zone].name)
            for (key, category) in zip(groups, cells.categories(group)) {
              row[Schemas.survey.key(ofDimension: key.name)] = .text(category)
            }
            row["period"] = .text("\(respondents.periods[period])")
            row["confidence"] = .number(options.level.value)
            row["unit"] = .text(isShare ? Unit.perCent.rawValue : Unit.unknown.rawValue)
            row["method"] = .text((isShare ? Method.weightedProportion : .weightedMean).rawValue)
            row["weighting"] = .text(weighting.word)
            row["diagnostics"] = .texts([])
            if let reason = weighting.refusals[cells.stratum(cell)] {
              row.refuse(reason)
            } else {
              fill(&row, moments[cell], of: respondentsOf[cell], isShare: isShare, asked, options.level)
              if row["reason"] == nil, let cap = weighting.capped[cells.stratum(cell)], cap {
                row.add([.weightsCapped])
              }
            }
            table.append(row)
          }
        }
      }
    }
    return ResultSet(verb: "survey", tables: [table], findings: respondents.findings + weighting.findings)
  }

  /// `--by sex` finds a column `kjønn`, as it does in other verbs.
  private static func named(_ key: String, _ respondents: Respondents) -> Respondents.Variable? {
    let words = [["sex", "gender", "kjønn", "kjoenn"], ["age", "alder", "aldersgruppe", "age group"]]
    guard let same = words.first(where: { $0.contains(key.lowercased()) }) else { return nil }
    return same.lazy.compactMap { respondents.variable($0) }.first
  }

  private static func fill(
    _ row: inout ResultCells, _ moments: WeightedMoments, of respondents: Int, isShare: Bool,
    _ asked: Options,
    _ level: ConfidenceInterval.Level
  ) {
    guard moments.respondents >= max(1, asked.minimumGroup) else {
      row.refuse(moments.respondents == 0 && asked.minimumGroup <= 1 ? .missing : .groupTooSmall)
      return
    }
    do throws(StatisticsError) {
      let size: EffectiveSampleSize
      if isShare {
        let share = try WeightedProportion(moments)
        size = share.size
        row.setHeadline(share.estimate(level: level).scaled(by: 100))
      } else {
        let mean = try WeightedMean(moments)
        size = mean.size
        row.setHeadline(mean.estimate(level: level))
      }
      row["n_effective"] = .number(size.value)
      row["design_effect"] = .number(size.designEffect)
      row["no_answer"] = .integer(respondents - moments.respondents)
      row["answered_share"] = .number(Double(moments.respondents) / Double(respondents))
      if 2 * moments.respondents < respondents { row.add([.fewAnswered]) }
    } catch {
      row.refuse(error.reason)
    }
  }

  private static func chosen(_ words: [String], _ respondents: Respondents) throws(AnalysisError) -> [Int] {
    guard !words.isEmpty else { return Array(respondents.zones.indices) }
    var found: [Int] = []
    for word in words {
      let wanted = word.lowercased()
      guard
        let zone = respondents.zones.firstIndex(where: {
          $0.code.lowercased() == wanted || $0.name.lowercased() == wanted
        })
      else { throw .unknownZone(word, known: respondents.zones.map(\.label)) }
      found.append(zone)
    }
    return found
  }
}

/// The cells of a survey: zones × periods × groups, and each respondent's.
struct SurveyCells {
  let groups: Int
  let count: Int
  /// The cell of each respondent; −1 for none.
  let cell: [Int32]
  private let periods: Int
  private let variables: [Respondents.Variable]

  init(_ respondents: Respondents, _ variables: [Respondents.Variable]) {
    self.variables = variables
    groups = variables.reduce(1) { $0 * max(1, $1.categories.count) }
    periods = respondents.periods.count
    count = respondents.zones.count * periods * groups
    let (groups, periods) = (groups, periods)
    cell = (0..<respondents.count).map { row in
      guard respondents.zone[row] >= 0, respondents.period[row] >= 0 else { return -1 }
      var group = 0
      for variable in variables {
        guard variable.codes[row] >= 0 else { return -1 }
        group = group * variable.categories.count + Int(variable.codes[row])
      }
      return Int32(
        clamping: (Int(respondents.zone[row]) * periods + Int(respondents.period[row])) * groups + group)
    }
  }

  func index(zone: Int, period: Int, group: Int) -> Int { (zone * periods + period) * groups + group }

  /// The position of the zone and period of a cell.
  func stratum(_ cell: Int) -> Int { cell / groups }

  /// The categories of a group, one a variable.
  func categories(_ group: Int) -> [String] {
    var rest = group
    var result: [String] = []
    for variable in variables.reversed() {
      let size = max(1, variable.categories.count)
      result.insert(variable.categories.isEmpty ? "" : variable.categories[rest % size], at: 0)
      rest /= size
    }
    return result
  }

  /// Respondents of each cell with a weight, whether they answered or not.
  func respondents(_ weights: [Double]) -> [Int] {
    var result = [Int](repeating: 0, count: count)
    for (row, cell) in cell.enumerated() where cell >= 0 && weights[row] > 0 { result[Int(cell)] += 1 }
    return result
  }
}
