import Levekar

/// Counts of zones without an effect, and the same with one: log rate = zone + year + what shakes a zone in a year.
///
/// 31 zones, 12 years before the start and four from it on. Persons are spread evenly over the logarithm, a factor 8 from the smallest
/// to the largest; the log rates of zones have SD 0.3 and those of years 0.05; counts are Poisson.
struct EffectsWorld {
  /// Who is treated.
  enum Choice: String {
    /// Any zone, as likely as any other.
    case random = "any zone"
    /// The smallest.
    case smallest = "smallest zone"
    /// The largest.
    case largest = "largest zone"
    /// The zone with the highest rate in the last three years before the start.
    case worst = "worst of the last 3 years"
  }

  /// What shakes a zone.
  enum Shock: String {
    case none = "none"
    /// SD 0.1, each year by itself.
    case yearly = "10 % a year"
    /// A walk of 0.05 a year: zones drift apart.
    case drift = "drift 5 %"
  }

  static let prePeriods = 12
  static let periods = 16
  /// The logarithm of a fall by 30 %.
  static let change = logarithm(0.7)

  /// The mean yearly count of the zone of middling size.
  var count: Double
  var shock: Shock
  var choice: Choice
  var zones = 31
  var treated = 1
  /// Whether outcomes are log((y + ½)/E), or else y/E.
  var isLogarithmic = true

  /// What was drawn: the design without an effect, with it, and the rates of the treated after the start.
  struct Draw {
    var still: EffectDesign
    var changed: EffectDesign
    /// What the change is on the scale of the outcome.
    var effect: Double
  }

  /// One draw; sizes are expected counts.
  func draw(_ stream: inout RandomStream) -> Draw? {
    let (periods, before) = (Self.periods, Self.prePeriods)
    let sizes = (0..<zones).map { zone in
      count * exponential((Double(zone) / Double(zones - 1) - 0.5) * logarithm(8))
    }
    let years = (0..<periods).map { _ in 0.05 * stream.standardNormal() }
    var means: [Double] = []
    var counts: [Double] = []
    for zone in 0..<zones {
      let level = 0.3 * stream.standardNormal()
      var walk = 0.0
      for year in 0..<periods {
        var noise = 0.0
        switch shock {
        case .none: break
        case .yearly: noise = 0.1 * stream.standardNormal()
        case .drift:
          walk += 0.05 * stream.standardNormal()
          noise = walk
        }
        let mean = sizes[zone] * exponential(level + years[year] + noise)
        means.append(mean)
        counts.append(stream.count(mean: mean, dispersion: 1))
      }
    }
    let chosen = order(counts, sizes, &stream)
    // The change is drawn anew for the treated after the start; placebos are the same with and without.
    var altered = counts
    var effect = 0.0
    for zone in chosen.suffix(treated) {
      for year in before..<periods {
        let mean = means[zone * periods + year]
        altered[zone * periods + year] = stream.count(mean: 0.7 * mean, dispersion: 1)
        effect -= 0.3 * mean / sizes[zone] / Double((periods - before) * treated)
      }
    }
    func design(_ counts: [Double]) -> EffectDesign? {
      let outcomes = chosen.flatMap { zone in
        counts[zone * periods..<(zone + 1) * periods].map {
          isLogarithmic ? logarithm(($0 + 0.5) / sizes[zone]) : $0 / sizes[zone]
        }
      }
      return try? EffectDesign(
        outcomes: outcomes, donors: zones - treated, treated: treated, prePeriods: before,
        sizes: chosen.map { sizes[$0] })
    }
    guard let still = design(counts), let changed = design(altered) else { return nil }
    return Draw(still: still, changed: changed, effect: isLogarithmic ? Self.change : effect)
  }

  /// The zones, those treated last.
  private func order(_ counts: [Double], _ sizes: [Double], _ stream: inout RandomStream) -> [Int] {
    var zones = Array(0..<zones)
    switch choice {
    case .largest: break
    case .smallest: zones.reverse()
    case .random: stream.shuffle(&zones)
    case .worst:
      let recent = zones.map { zone in
        (Self.prePeriods - 3..<Self.prePeriods).reduce(0.0) { $0 + counts[zone * Self.periods + $1] }
          / sizes[zone]
      }
      zones.sort { (recent[$0], $0) < (recent[$1], $1) }
    }
    return zones
  }
}
