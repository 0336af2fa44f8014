import Indicators
import Trends

/// Mann–Kendall with ties, Sen's slope and its interval of every zone of a panel, packing included.
func mannKendall(_ request: Request) throws -> Answer {
  let panel = try seriesPanel(request.folder)
  let (seconds, results) = try request.time { try MonotonicTrend.fit(panel, threads: request.threads) }
  var digest: [String: Double] = [:]
  for result in results {
    guard case .success(let trend) = result else { continue }
    digest["s", default: 0] += Double(trend.mannKendall.s)
    digest["var_s", default: 0] += trend.mannKendall.varianceOfS
    digest["slope", default: 0] += trend.theilSen.slope
    digest["lower", default: 0] += trend.theilSen.lower
    digest["upper", default: 0] += trend.theilSen.upper
  }
  return Answer(times: [("seconds", seconds)], digest: digest.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
}
