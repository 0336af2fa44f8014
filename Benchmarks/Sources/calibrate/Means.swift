import Levekar

/// Means and their differences: simulated.
enum Means {
  /// What observations are drawn from.
  enum Shape: Int, CaseIterable, Sendable {
    case normal
    case exponential
    case logNormal

    var name: String {
      switch self {
      case .normal: "normal"
      case .exponential: "exponential (skew 2)"
      case .logNormal: "log-normal, σ = 1 (skew 6)"
      }
    }

    var mean: Double {
      switch self {
      case .normal: 0
      case .exponential: 1
      case .logNormal: calibrate.exponential(0.5)
      }
    }

    func draw(_ stream: inout RandomStream) -> Double {
      switch self {
      case .normal: stream.standardNormal()
      case .exponential: -logarithm(stream.openUniform())
      case .logNormal: calibrate.exponential(stream.standardNormal())
      }
    }
  }
}

extension Means {
  static func single(_ settings: Settings) -> String {
    let count = settings.replicates / 5
    let rows = Shape.allCases.map { shape in
      [shape.name]
        + [5, 10, 30, 200].map { n in
          let found = settings.simulate(10_000 + 1_000 * shape.rawValue + n, count: count) { stream in
            guard let mean = try? SampleMean(of: sample(n, shape, &stream)) else { return .zero }
            return SIMD8(repeating: indicator(mean.estimate().interval?.contains(shape.mean) == true))
          }
          return perCent(found[0])
        }
    }
    return markdown(
      "One mean: coverage of the 95 % t interval (\(count) samples)",
      ["", "n = 5", "n = 10", "n = 30", "n = 200"], rows)
  }

  /// The zone's observations are `spread` times as far from the mean as the others'.
  static func differences(_ settings: Settings) -> String {
    var rows: [[String]] = []
    let sizes = [(10, 100), (200, 5_000), (2_500, 45_000)]
    for (index, size) in sizes.enumerated() {
      // So that each size costs about the same.
      let count = settings.replicates / (size.1 > 10_000 ? 50 : 10)
      for shape in Shape.allCases {
        for spread in [1.0, 2.0] {
          let series = 20_000 + 100 * index + 10 * shape.rawValue + Int(spread)
          let found = settings.simulate(series, count: count) { stream in
            let zone = sample(size.0, shape, &stream).map { spread * ($0 - shape.mean) }
            let rest = sample(size.1, shape, &stream).map { $0 - shape.mean }
            guard let one = try? SampleMean(of: zone), let other = try? SampleMean(of: rest),
              let gap = try? MeanDifference(one, minus: other)
            else { return .zero }
            return SIMD8(
              indicator(gap.welch().interval?.contains(0) == true), indicator(gap.pValue <= Settings.alpha),
              0, 0, 0, 0, 0, 0)
          }
          rows.append([
            "\(shape.name), zone's spread × \(plain(spread))", "\(size.0) against \(size.1)",
            perCent(found[0]),
            perCent(found[1]), "\(count)",
          ])
        }
      }
    }
    return markdown(
      "Two means: Welch's 95 % interval and test (simulated)",
      ["", "sizes", "coverage %", "false positives at 5 %", "samples"], rows)
  }

  private static func sample(_ n: Int, _ shape: Shape, _ stream: inout RandomStream) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(n)
    for _ in 0..<n { values.append(shape.draw(&stream)) }
    return values
  }
}
