import Distributions
import Foundation

/// Constructed panels of national size: numerators, denominators and values of zones × years, one indicator at a time.
///
/// A full set (14 000 zones × 25 years × 300 indicators) is 105 million cells, so indicators are made on demand and
/// never all held at once. One cell costs a few hashes rather than one draw a person.
public struct NationalPanel: Sendable {
  /// The number of zones.
  public let zones: Int
  /// The first year.
  public let firstYear: Int
  /// The number of years.
  public let years: Int
  /// The seed.
  public let seed: UInt64

  /// A plan for panels; nothing is made yet.
  public init(zones: Int = 14_000, firstYear: Int = 2001, years: Int = 25, seed: UInt64 = 2024) {
    self.zones = zones
    self.firstYear = firstYear
    self.years = years
    self.seed = seed
  }

  /// The code of a zone: ten digits.
  public func code(_ zone: Int) -> String {
    String(3_000_000_000 + zone)
  }

  /// The numerators and denominators of one indicator, row by row.
  public func counts(indicator: Int) -> (numerators: [Double], denominators: [Double]) {
    var numerators = [Double](repeating: 0, count: zones * years)
    var denominators = numerators
    var levels = RandomStream(seed: seed, .nationalLevel, indicator: indicator)
    let level = 0.04 + 0.3 * levels.uniform()
    for zone in 0..<zones {
      var sizes = RandomStream(seed: seed, .nationalSize, area: zone)
      let size = 150 + 3_000 * sizes.uniform()
      var stream = RandomStream(seed: seed, .nationalSeries, indicator: indicator, area: zone)
      let own = level * (0.6 + 0.8 * stream.uniform())
      let drift = 0.012 * (stream.uniform() - 0.5)
      for year in 0..<years {
        let time = Double(year)
        let denominator = (size * (1 + 0.004 * time) + 20 * stream.bell()).rounded()
        let expected = denominator * own * (1 + drift * time)
        let noise = (expected * (1 - own)).squareRoot() * stream.bell()
        let numerator = min(max(expected + noise, 0), denominator).rounded()
        numerators[zone * years + year] = numerator
        denominators[zone * years + year] = denominator
      }
    }
    return (numerators, denominators)
  }

  /// Percentages of one indicator, row by row.
  public func percentages(indicator: Int) -> [Double] {
    let (numerators, denominators) = counts(indicator: indicator)
    return zip(numerators, denominators).map { 100 * $0 / $1 }
  }

  /// Writes one CSV file for each indicator into a folder.
  public func write(indicators: Int, into folder: String) throws(ExampleError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: folder)
    }
    for indicator in 0..<indicators {
      let (numerators, denominators) = counts(indicator: indicator)
      var text = "zone_code,period,indicator,numerator,denominator,constructed\n"
      text.reserveCapacity(zones * years * 52)
      for cell in numerators.indices {
        text += "\(code(cell / years)),\(firstYear + cell % years),constructed-\(indicator + 1),"
        text += "\(Int(numerators[cell])),\(Int(denominators[cell])),true\n"
      }
      let path = "\(folder)/constructed-\(indicator + 1).csv"
      guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
        throw .unwritable(path: path)
      }
    }
  }
}
