import Estimates
import Indicators

/// What a method found in one series.
struct TrendAnswer {
  /// The headline: change per year, or the size of a step.
  var estimate: Estimate
  /// Whether the headline is a change per year.
  var isSlope = true
  /// The statistic.
  var statistic: Double?
  /// The p-value; `nil` where the method has none.
  var p: Double?
  /// The sign of the change.
  var sign: Double
  /// What is worth knowing besides what the estimate says.
  var diagnostics: [Diagnostic] = []
  /// More cells of the row.
  var cells: [String: ResultValue] = [:]
  /// Rows of extra tables.
  var extras: [TrendExtras] = []
}

/// All series of a panel, each answered or refused.
struct AnsweredTrends: FittedTrends {
  let context: TrendContext
  let answers: [Result<TrendAnswer, Reason>]

  /// Answers of a method for independent points, which may refuse the panel as a whole.
  init<Fit>(
    _ context: TrendContext,
    _ fit: (Panel) throws(StatisticsError) -> [Result<Fit, StatisticsError>],
    _ answer: (Fit) -> TrendAnswer
  ) {
    self.context = context
    do throws(StatisticsError) {
      answers = try fit(context.panel).map { $0.map(answer).mapError(\.reason) }
    } catch {
      answers = context.panel.zones.map { _ in .failure(error.reason) }
    }
  }

  init(_ context: TrendContext, answers: [Result<TrendAnswer, Reason>]) {
    self.context = context
    self.answers = answers
  }

  /// The same, saying of shorter series that their years are too few for what the method estimates besides the slope.
  func warning(below points: Double) -> AnsweredTrends {
    AnsweredTrends(
      context,
      answers: answers.map { answer in
        answer.map { answer in
          var copy = answer
          if (answer.estimate.n ?? points) < points { copy.diagnostics.append(.shortForMethod) }
          return copy
        }
      })
  }

  func fill(_ cells: inout ResultCells, zone: Int) {
    switch answers[zone] {
    case .failure(let reason): cells.refuseTrend(reason)
    case .success(let answer):
      cells.setHeadline(answer.estimate)
      if answer.isSlope { cells.set(answer.estimate, "slope", "slope_lower", "slope_upper") }
      cells["statistic"] = .number(answer.statistic, or: .notApplicable)
      if let p = answer.p {
        context.judge(&cells, p: p, sign: answer.sign)
      } else {
        cells["direction"] = .text("not-computable")
      }
      cells.add(answer.diagnostics)
      for (key, value) in answer.cells { cells[key] = value }
    }
  }

  func extras(zone: Int) -> [TrendExtras] {
    guard case .success(let answer) = answers[zone] else { return [] }
    return answer.extras
  }
}

extension Diagnostic {
  /// The series is short for what the method estimates besides the slope: simulation finds too many trends.
  public static let shortForMethod = Diagnostic("short-for-method")
}
