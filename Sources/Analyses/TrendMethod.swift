import Estimates
import Indicators

/// One way to estimate a trend, as the verb knows it.
///
/// Each method has a file of its own that adds a static member; ``all`` lists them.
public struct TrendMethod: Sendable {
  /// What stands after `--method`, such as `theil-sen`.
  public let word: String
  /// The id its rows carry.
  public let method: Method
  /// Fits all series of a panel.
  let fit: @Sendable (TrendContext) -> any FittedTrends

  init(_ word: String, _ method: Method, fit: @escaping @Sendable (TrendContext) -> any FittedTrends) {
    self.word = word
    self.method = method
    self.fit = fit
  }

  /// The methods of a `trend` that names none.
  public static let standard: [TrendMethod] = [.theilSen, .straightLine]

  /// Every method.
  public static let all: [TrendMethod] =
    [
      .theilSen, .straightLine, .weightedLine, .neweyWest, .hamedRao, .lagOne, .preWhitening,
      .trendFreePreWhitening,
      .biasCorrectedPreWhitening, .seasonal, .correlatedSeasonal, .siegel, .recent, .pettitt, .homogeneity,
      .buishand,
    ] + models

  /// The methods with these words, in order, each once; the standard ones where there are no words.
  ///
  /// - Throws: ``AnalysisError/unknownChoice(option:name:known:)``.
  public static func named(_ words: [String]) throws(AnalysisError) -> [TrendMethod] {
    guard !words.isEmpty else { return standard }
    var chosen: [TrendMethod] = []
    for word in words.flatMap({ $0.split(separator: ",").map(String.init) }) {
      // The test of Mann and Kendall goes with the line of Theil and Sen.
      let wanted = word.lowercased() == "mann-kendall" ? "theil-sen" : word.lowercased()
      guard let method = all.first(where: { $0.word == wanted || $0.method.rawValue == word })
      else {
        throw .unknownChoice(option: "--method", name: word, known: all.map(\.word))
      }
      if !chosen.contains(where: { $0.word == method.word }) { chosen.append(method) }
    }
    return chosen
  }
}

/// What a method of trend gets to work with.
struct TrendContext: Sendable {
  /// The series: yearly figures where the indicator is shown in windows.
  let panel: Panel
  /// What is declared about the indicator.
  let indicator: Indicator?
  /// Which way is better.
  let better: Direction?
  /// Whether the periods overlap and the variance is to be corrected for that; a method that cannot refuses.
  var isCorrected = false
  /// Level, seed and threads.
  let options: AnalysisOptions

  /// Why no test of independent points may be made of a series as it is; `nil` where one may.
  func refusal(zone: Int) -> Reason? {
    if panel.statuses[panel.series(zone)].contains(where: \.isSuppressed) { return .suppressed }
    return panel.periods.anyOverlap ? .overlappingPeriods : nil
  }

  /// Sets p-value, direction and what it means.
  func judge(_ cells: inout ResultCells, p: Double, sign: Double) {
    cells["p_value"] = .number(p)
    guard p <= 1 - options.level.value, sign != 0 else {
      cells["direction"] = .text("no-clear-change")
      return
    }
    cells["direction"] = .text(sign > 0 ? "increasing" : "decreasing")
    switch better {
    case .higherIsBetter: cells["better"] = .text(sign > 0 ? "better" : "worse")
    case .lowerIsBetter: cells["better"] = .text(sign < 0 ? "better" : "worse")
    case .neutral: cells["better"] = .text("neutral")
    case nil: break
    }
  }
}

/// All series of a panel, fitted by one method.
protocol FittedTrends: Sendable {
  /// Fills the cells of a row: headline, slope, statistic, p-value, direction; or refuses them.
  func fill(_ cells: inout ResultCells, zone: Int)
  /// Rows of extra tables, such as the segments between joins; none by default.
  func extras(zone: Int) -> [TrendExtras]
}

extension FittedTrends {
  func extras(zone: Int) -> [TrendExtras] { [] }
}

/// A row of an extra table of `trend`.
struct TrendExtras {
  /// The table's schema, with `indicator`, `zone` and `zone_name` in front.
  let schema: ResultSchema
  private(set) var cells: [String: ResultValue]

  init(_ schema: ResultSchema, _ cells: [String: ResultValue]) {
    self.schema = schema
    self.cells = cells
  }

  /// The row with what names it taken from a row of the main table.
  func naming(_ row: ResultCells, keys: [String]) -> TrendExtras {
    var copy = self
    for key in keys where copy.cells[key] == nil { copy.cells[key] = row[key] }
    return copy
  }

  /// The tables of rows, in order of first appearance.
  static func tables(_ rows: [TrendExtras], keys: [String]) -> [ResultTable] {
    var tables: [ResultTable] = []
    for row in rows {
      let schema = row.schema.split(by: keys)
      let index =
        tables.firstIndex { $0.schema == schema }
        ?? {
          tables.append(ResultTable(schema))
          return tables.count - 1
        }()
      tables[index].append(row.cells)
    }
    return tables
  }
}

extension ResultCells {
  /// Marks the row as refused.
  mutating func refuseTrend(_ reason: Reason) {
    refuse(reason)
    self["direction"] = .text("not-computable")
  }
}
