import Distributions

/// The constructed figures of the example, made from the real zones and population.
///
/// The municipality is written as itself and holds persons who belong to no zone, as in real figures: the rest of Larvik
/// is the municipality minus Torstrand, and not a sum of zones.
public struct ConstructedFigures: Sendable {
  /// The years.
  public static let years = 2008...2025
  /// How many years a published window holds.
  public static let windowLength = 3

  /// One cell of yearly figures.
  struct Counted: Sendable {
    var numerator: Int
    var denominator: Int
  }

  /// The zones, the municipality last.
  public let zones: [(code: String, name: String)]
  /// For each indicator, zone and year what was counted.
  private let counted: [[[Counted]]]

  /// Makes all figures of a seed.
  public init(_ geography: LarvikGeography, seed: UInt64) throws(ExampleError) {
    let areas = geography.zones
    let score = areas.indices.map { zone in
      var stream = RandomStream(seed: seed, .score, area: zone)
      return areas[zone].code == LarvikGeography.torstrand ? 1.6 : stream.bell() * 0.5
    }
    var populations: [(zones: [Int], unplaced: Int)] = []
    for year in Self.years {
      let inZones = try geography.constructedPopulation(of: year, seed: seed)
      populations.append((inZones, try geography.population(of: year) - inZones.reduce(0, +)))
    }
    var counted: [[[Counted]]] = []
    for (index, indicator) in ConstructedIndicator.all.enumerated() {
      // One row for each zone, then the persons without a zone, who become part of the municipality only.
      var rows: [[Counted]] = []
      for area in 0...areas.count {
        rows.append(
          Self.years.enumerated().map { offset, year in
            let placed = area < areas.count
            let persons = placed ? populations[offset].zones[area] : populations[offset].unplaced
            var stream = RandomStream(seed: seed, .cell, indicator: index, area: area, year: year)
            // Full shares are whole populations and carry no noise of their own.
            let jitter = indicator.share < 1 ? 1 + 0.008 * stream.bell() : 1
            let denominator = min(persons, Int(Double(persons) * indicator.share * jitter + 0.5))
            let treated = placed && areas[area].code == LarvikGeography.torstrand && year >= 2024
            let probability =
              indicator.level + indicator.spread * (placed ? score[area] : 0)
              + indicator.slope * Double(year - 2016) + indicator.wobble * stream.bell()
              + (treated ? indicator.effect : 0)
            return Counted(
              numerator: stream.successes(of: denominator, probability: probability), denominator: denominator
            )
          })
      }
      let whole = Array(Self.years).indices.map { offset in
        rows.reduce(into: Counted(numerator: 0, denominator: 0)) { sum, row in
          sum.numerator += row[offset].numerator
          sum.denominator += row[offset].denominator
        }
      }
      counted.append(Array(rows.dropLast()) + [whole])
    }
    self.counted = counted
    zones = areas + [(LarvikGeography.municipality, geography.municipalityName)]
  }

  /// The text of one of the files.
  public func file(_ layout: ConstructedIndicator.Layout) -> String {
    var text = "zone_code,zone_name,period,indicator,"
    text += layout == .counts ? "value" : "numerator,denominator"
    text += ",status,constructed\n"
    for (index, indicator) in ConstructedIndicator.all.enumerated() where indicator.layout == layout {
      for (position, zone) in zones.enumerated() {
        if indicator.onlyTorstrandFrom != nil, zone.code != LarvikGeography.torstrand { continue }
        for (period, cell) in cells(counted[index][position], layout)
        where indicator.onlyTorstrandFrom.map({ period >= String($0) }) ?? true {
          let hidden = cell.numerator < indicator.hiddenBelow
          text += "\(zone.code),\(zone.name),\(period),\(indicator.id),"
          text += hidden ? ":" : "\(cell.numerator)"
          if layout != .counts { text += ",\(cell.denominator)" }
          text += hidden ? ",suppressed,true\n" : ",observed,true\n"
        }
      }
    }
    return text
  }

  private func cells(_ series: [Counted], _ layout: ConstructedIndicator.Layout) -> [(String, Counted)] {
    let years = Array(Self.years)
    guard layout == .windows else { return zip(years, series).map { ("\($0)", $1) } }
    return (0...(years.count - Self.windowLength)).map { first in
      let part = series[first..<first + Self.windowLength]
      let last = first + Self.windowLength - 1
      return (
        "\(years[first])_\(years[last])",
        Counted(
          numerator: part.reduce(0) { $0 + $1.numerator }, denominator: part.reduce(0) { $0 + $1.denominator }
        )
      )
    }
  }
}
