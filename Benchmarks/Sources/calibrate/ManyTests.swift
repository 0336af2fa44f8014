import Levekar

/// Many tests at once: how many of the findings are false, and how often there is a false one.
enum ManyTests {
  private static let procedures: [Adjustment] = [.benjaminiHochberg, .benjaminiYekutieli, .holm]

  static func table(_ settings: Settings) throws -> String {
    let count = settings.samples(20)
    var rows: [[String]] = []
    let dependences: [(String, Double)] = [
      ("independent", 0), ("correlated 0.5", 0.5), ("correlated 0.9", 0.9),
    ]
    for (index, (name, rho)) in dependences.enumerated() {
      for real in [0, 20] {
        let found = settings.means(196_000 + 100 * index + real, count: count, of: 12) { stream, found in
          let common = stream.standardNormal()
          var pValues: [Double?] = []
          for test in 0..<100 {
            let own = stream.standardNormal()
            let z = (test < real ? 3 : 0) + rho.squareRoot() * common + (1 - rho).squareRoot() * own
            pValues.append(2 * Normal.standard.survival(abs(z)))
          }
          add(pValues, isReal: { $0 < real }, real: real, &found)
        }
        rows.append(["100 tests, \(name), \(real) real"] + cells(found, real))
      }
    }
    // Each zone against the rest, of which all other zones are a part, ten indicators at once.
    for real in [0, 1] {
      let found = settings.means(197_000 + real, count: count / 5, of: 12) { stream, found in
        var pValues: [Double?] = []
        for _ in 0..<10 {
          var counts: [Double] = []
          for zone in 0..<13 {
            counts.append(stream.share(of: 2_500, probability: real > 0 && zone == 0 ? 0.14 : 0.1))
          }
          let total = counts.reduce(0, +)
          for zone in 0..<13 {
            let one = try? Proportion(of: counts[zone], in: 2_500)
            let other = try? Proportion(of: total - counts[zone], in: 12 * 2_500)
            if let one, let other { pValues.append(ProportionDifference(one, minus: other).pValue) }
          }
        }
        add(pValues, isReal: { real > 0 && $0 % 13 == 0 }, real: 10 * real, &found)
      }
      rows.append(
        [
          "13 zones against the rest × 10 indicators, "
            + (real == 0 ? "none differs" : "one differs by 4 points, the others by 0.3 from a rest with it")
        ]
          + cells(found, real))
    }
    return markdown(
      "Many tests at 5 % (\(settings.precision(count)), a fifth for zones)",
      ["", "unadjusted: false share / any false / found %"]
        + ["Benjamini–Hochberg", "Benjamini–Yekutieli", "Holm"], rows)
  }

  private static func add(
    _ pValues: [Double?], isReal: (Int) -> Bool, real: Int, _ found: inout [Double]
  ) {
    let families = [String](repeating: "all", count: pValues.count)
    let judged = [pValues] + procedures.map { $0.adjusted(pValues, families: families) }
    for (place, values) in judged.enumerated() {
      let rejected = values.indices.filter { (values[$0] ?? 1) <= Settings.alpha }
      let wrong = rejected.count { !isReal($0) }
      found[3 * place] = rejected.isEmpty ? 0 : Double(wrong) / Double(rejected.count)
      found[3 * place + 1] = indicator(wrong > 0)
      found[3 * place + 2] = real > 0 ? Double(rejected.count - wrong) / Double(real) : 0
    }
  }

  private static func cells(_ found: [Double], _ real: Int) -> [String] {
    (0..<4).map { place in
      let (share, any, power) = (found[3 * place], found[3 * place + 1], found[3 * place + 2])
      return "\(perCent(share)) / \(perCent(any)) / \(real > 0 ? perCent(power) : "–")"
    }
  }
}
