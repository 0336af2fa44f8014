import Levekar

/// Simulation of more than fits in a few lanes. All is keyed by seed, series and replicate, so that threads change nothing.
extension Settings {
  /// The means of `results` numbers over `count` replicates, added up in their order; `judge` is handed zeros to fill.
  func means(
    _ series: Int, count: Int, of results: Int,
    _ judge: @Sendable (inout RandomStream, inout [Double]) -> Void
  ) -> [Double] {
    let all = rows(series, count: count, width: results) { stream, places in
      var found = [Double](repeating: 0, count: results)
      judge(&stream, &found)
      for (place, number) in zip(places.indices, found) { places[place] = number }
    }
    var sums = [Double](repeating: 0, count: results)
    for (index, number) in all.enumerated() { sums[index % results] += number }
    return sums.map { $0 / Double(max(1, count)) }
  }

  /// `count` rows of `width` numbers, one replicate a row.
  func rows(
    _ series: Int, count: Int, width: Int,
    _ fill: @Sendable (inout RandomStream, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> [Double] {
    var values = [Double](repeating: 0, count: count * width)
    values.withUnsafeMutableBufferPointer { values in
      // Ranges are disjoint; replicate r owns the places r·width ..< (r + 1)·width of count·width.
      nonisolated(unsafe) let values = values
      parallelFor(count, grain: 16, threads: threads) { range in
        for replicate in range {
          var stream = RandomStream(seed: seed, series: series, replicate: replicate)
          let places = replicate * width..<(replicate + 1) * width
          fill(&stream, UnsafeMutableBufferPointer(rebasing: values[places]))
        }
      }
    }
    return values
  }

  /// One `part`th of the samples, but not fewer than a hundred.
  func samples(_ part: Int) -> Int { max(100, replicates / part) }

  /// `1000 samples, ± 1.4`: two standard errors of a share near 5 or 95 %, in percentage points.
  func precision(_ count: Int) -> String {
    let error = 200 * (0.05 * 0.95 / Double(count)).squareRoot()
    return "\(count) samples, ± \(perCent(error / 100))"
  }
}

extension RandomStream {
  /// A count with mean μ and variance φμ: Poisson, or mixed over a gamma distribution.
  mutating func count(mean: Double, dispersion: Double) -> Double {
    guard mean > 0 else { return 0 }
    var level = mean
    if dispersion > 1 {
      let scale = dispersion - 1
      level = (try? Gamma(shape: mean / scale, scale: scale).quantile(openUniform())) ?? mean
    }
    return Double((try? poisson(mean: max(level, 1e-300))) ?? 0)
  }

  /// How many of n persons: binomial, or with variance φ times the binomial one, mixed over a beta distribution.
  mutating func share(of persons: Int, probability: Double, dispersion: Double = 1) -> Double {
    var p = probability
    if dispersion > 1 {
      let size = Double(persons - 1) / (dispersion - 1) - 1
      p = (try? Beta(size * p, size * (1 - p)).quantile(openUniform())) ?? p
    }
    return Double((try? binomial(trials: persons, probability: min(1, max(0, p)))) ?? 0)
  }
}

/// A panel of series of one length, a zone each.
func seriesPanel(_ values: [Double], periods: [Period]) throws -> Panel {
  let zones = (0..<values.count / periods.count).map { Zone(code: "Z\($0)", level: .district) }
  return try Panel(
    indicator: "series", kind: .index, zones: zones, periods: periods, values: values,
    statuses: [CellStatus](repeating: .observed, count: values.count))
}

/// A number with so many decimals at most, or a dash.
func decimal(_ number: Double?, _ digits: Int = 2) -> String {
  guard let number, number.isFinite else { return "–" }
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let rounded = (number * scale).rounded() / scale
  // −0 is 0.
  return plain(rounded == 0 ? 0 : rounded)
}
