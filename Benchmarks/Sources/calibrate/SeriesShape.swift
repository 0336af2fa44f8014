import Levekar

/// How a yearly series without a trend comes about.
enum SeriesShape: Sendable {
  case normal
  /// Normal with standard deviation 1, rounded to multiples of `step`: ties.
  case rounded(step: Double)
  /// x/n of n persons.
  case share(persons: Int, probability: Double)
  /// Normal with standard deviation 1; each year keeps a part of the year before.
  case autoregressive(Double)

  var name: String {
    switch self {
    case .normal: "normal, independent"
    case .rounded(let step): "normal, rounded to \(plain(step)) SD"
    case .share(let persons, let probability): "share of \(persons) persons, p = \(plain(probability))"
    case .autoregressive(let rho): "normal, AR(1) ρ = \(plain(rho))"
    }
  }

  /// Fills `values` with a series that changes by `slope` a year: of shares in probability, of others in SD.
  func draw(
    into values: UnsafeMutableBufferPointer<Double>, slope: Double, _ stream: inout RandomStream
  ) {
    var previous = 0.0
    for (year, place) in values.indices.enumerated() {
      let trend = slope * Double(year)
      switch self {
      case .normal: values[place] = trend + stream.standardNormal()
      case .rounded(let step):
        values[place] = ((trend + stream.standardNormal()) / step).rounded() * step
      case .share(let persons, let probability):
        // Probabilities of the settings stay inside (0, 1), where a draw exists.
        let count = (try? stream.binomial(trials: persons, probability: probability + trend)) ?? 0
        values[place] = Double(count) / Double(persons)
      case .autoregressive(let rho):
        let fresh = stream.standardNormal()
        previous = year == 0 ? fresh : rho * previous + (1 - rho * rho).squareRoot() * fresh
        values[place] = trend + previous
      }
    }
  }
}
