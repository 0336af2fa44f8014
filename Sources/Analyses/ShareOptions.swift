import Estimates
import Indicators
import Rates

/// Which interval shares get in `level`.
public struct ShareOptions: Sendable, Hashable {
  /// The interval.
  public var interval: ShareInterval
  /// The persons that the denominators are a sample of; `nil` where they are drawn from no limited number.
  public var population: Double?

  /// Options; the default is Wilson's interval, and no finite population.
  public init(interval: ShareInterval = .wilson, population: Double? = nil) {
    self.interval = interval
    self.population = population
  }

  /// The share with the interval asked for.
  ///
  /// - Throws: ``Rates/FigureRefusal`` where the sample is larger than the population.
  func estimate(_ share: Proportion, level: ConfidenceInterval.Level) throws(FigureRefusal) -> Estimate {
    guard let population else {
      return interval == .wilson ? share.wilson(level: level) : share.clopperPearson(level: level)
    }
    do {
      return try share.inPopulation(of: population, interval, level: level)
    } catch {
      throw FigureRefusal(.sampleExceedsPopulation)
    }
  }
}

extension Reason {
  /// The sample is larger than the population it is said to be of.
  public static let sampleExceedsPopulation = Reason("sample-exceeds-population")
}
