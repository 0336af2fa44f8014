import Estimates
import Indicators

extension DirectRates {
  /// The range of the rate of each cell of a stack, given the bounds of its hidden counts.
  ///
  /// The rate is increasing in every count, so its least and greatest values are those with all hidden counts at their
  /// least and greatest. Where nothing is hidden the range is one value.
  ///
  /// - Returns: For each cell the range of y in events per person, or the reason: `suppressed` where a hidden count has no
  ///   declared bounds or its population is hidden too; else what ``DirectRate`` refuses.
  /// - Throws: ``Estimates/StatisticsError`` where there is not one weight a stratum, or the weights are no weights.
  public static func bounds(_ stack: PanelStack, weights: [Double]) throws(StatisticsError) -> [Result<
    ClosedRange<Double>, Reason
  >] {
    let panels = stack.panels
    try StratumChecks.check(weights: weights)
    guard panels.count == weights.count else { throw .unequalLengths("strata", panels.count, weights.count) }
    return (0..<(panels.first?.values.count ?? 0)).map { cell in
      var (low, high, total) = (0.0, 0.0, 0.0)
      var status = CellStatus.observed
      for (panel, weight) in zip(panels, weights) where weight > 0 {
        let range: ClosedRange<Double>
        if panel.statuses[cell].isObserved, let x = panel.numerators?[cell] {
          range = x...x
        } else if let declared = panel.bounds[cell] {
          range = max(0, declared.lowerBound)...max(0, declared.upperBound)
        } else {
          status = status.combined(
            with: panel.statuses[cell].isObserved ? .missing : panel.statuses[cell])
          continue
        }
        guard let n = panel.denominators?[cell], n.isFinite else {
          status = status.combined(with: panel.statuses[cell].isSuppressed ? .suppressed : .missing)
          continue
        }
        if range.lowerBound < 0 || n < 0 { return .failure(StatisticsError.negativeCount(n).reason) }
        guard n > 0 else {
          // Nobody, and so no events, unless the figures contradict themselves.
          if range.lowerBound > 0 { return .failure(.emptyDenominator) }
          continue
        }
        let share = weight / n
        low += share * range.lowerBound
        high += share * range.upperBound
        total += weight
      }
      if let reason = status.reason { return .failure(reason) }
      guard total > 0 else { return .failure(.emptyDenominator) }
      return .success(low / total...max(low, high) / total)
    }
  }
}
