import Indicators

/// The values of a panel, without what they were computed from.
///
/// Trends and charts need no more, and reading it takes a third of the memory of the whole panel.
public struct PanelValues: Sendable {
  /// The id of the indicator.
  public let indicator: String
  /// Which part of the population.
  public let stratum: Stratum
  /// The unit of the values.
  public let unit: Indicators.Unit
  /// The zones, each once.
  public let zones: [Zone]
  /// The periods, each once, in order.
  public let periods: [Period]
  /// The values, [zone][period]: finite where the status is observed and NaN everywhere else.
  public let values: [Double]
  /// Whether each cell has a value, and if not, why not.
  public let statuses: [CellStatus]

  /// The cells of one zone's series.
  public func series(_ zone: Int) -> Range<Int> { zone * periods.count..<(zone + 1) * periods.count }
}
