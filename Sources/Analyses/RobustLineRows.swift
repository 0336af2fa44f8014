import Estimates
import Indicators
import Regression
import Trends

extension TrendMethod {
  /// A straight line weighted by denominators.
  public static let weightedLine = TrendMethod("weighted-line", .weightedTrend) { context in
    let fits: [Result<WeightedTrend, Reason>]
    do throws(RegressionError) {
      fits = try WeightedTrend.fit(context.panel, threads: context.options.threads)
    } catch {
      fits = context.panel.zones.map { _ in .failure(Reason(error.code)) }
    }
    return AnsweredTrends(
      context,
      answers: fits.map { fit in
        fit.flatMap { fit in
          guard fit.line.points >= fewestPoints else { return .failure(.tooFewPoints) }
          return .success(
            TrendAnswer(
              estimate: fit.estimate(level: context.options.level), statistic: fit.line.tStatistic,
              p: fit.line.pValue, sign: fit.line.slope))
        }
      })
  }

  /// A straight line whose uncertainty allows for neighbouring years that resemble each other.
  public static let neweyWest = TrendMethod("newey-west", .neweyWest) { context in
    let level = context.options.level
    let fits: [Result<LinearFit, Reason>]
    do throws(StatisticsError) {
      fits = try NeweyWestTrend.fit(context.panel, threads: context.options.threads).map {
        $0.mapError(\.reason)
      }
    } catch {
      fits = context.panel.zones.map { _ in .failure(error.reason) }
    }
    return AnsweredTrends(
      context,
      answers: fits.map { fit in
        fit.flatMap { fit in
          guard let slope = try? fit.estimate(of: "time", level: level) else { return .failure(.notFinite) }
          return .success(
            TrendAnswer(
              estimate: slope, statistic: (try? fit.tStatistic(of: "time")) ?? nil,
              p: (try? fit.pValue(of: "time")) ?? nil, sign: slope.value))
        }
      }
    )
    .warning(below: 30)
  }

  /// Siegel's repeated medians: a slope without a test.
  public static let siegel = TrendMethod("siegel", .repeatedMedians) { context in
    AnsweredTrends(
      context,
      { panel throws(StatisticsError) in
        try RepeatedMedians.fit(panel, threads: context.options.threads)
      }, { TrendAnswer(estimate: $0.estimate, sign: $0.slope) })
  }
}
