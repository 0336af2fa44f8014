import Levekar

/// What chance alone does to indices of segregation, and what the correction leaves.
enum Segregation {
  private static let zones = 20
  private static let replicates = 99

  static func table(_ settings: Settings) throws -> String {
    let count = settings.samples(100)
    var rows: [[String]] = []
    for (index, spread) in [0, 0.03, 0.1].enumerated() {
      for persons in [20, 50, 200] {
        let size = Double(persons)
        // True shares lie evenly around a tenth.
        let truth = (0..<zones).map { zone in
          max(0.002, 0.1 + spread * (2 * Double(zone) / Double(zones - 1) - 1))
        }
        let whole = [Double](repeating: 1e6, count: zones)
        guard let population = try? SegregationTable(part: truth.map { ($0 * 1e6).rounded() }, of: whole),
          let right = try? SegregationIndex.dissimilarity.value(of: population)
        else { continue }
        let found = settings.means(180_000 + 1_000 * index + persons, count: count, of: 6) { stream, found in
          var part: [Double] = []
          for share in truth { part.append(stream.share(of: persons, probability: share)) }
          let seed = stream.next()
          guard
            let table = try? SegregationTable(part: part, of: [Double](repeating: size, count: zones)),
            let chance = try? RandomAllocation(table),
            let tests = try? chance.test(
              [.dissimilarity, .information], replicates: replicates, seed: seed, threads: .single)
          else { return }
          found[5] = 1
          if let one = try? tests[0].get() {
            found[0] = one.value
            found[1] = one.corrected
            found[2] = indicator(one.pValue <= Settings.alpha)
          }
          if let other = try? tests[1].get() {
            found[3] = other.corrected
            found[4] = indicator(other.pValue <= Settings.alpha)
          }
        }
        rows.append([
          "zones of \(persons), shares 10 % ± \(plain(100 * spread))", decimal(right),
          decimal(found[0]), decimal(found[1]), perCent(found[2]), decimal(found[3]), perCent(found[4]),
        ])
      }
    }
    return markdown(
      "Segregation of \(zones) zones beside chance (\(settings.precision(count)); \(replicates) random tables each)",
      [
        "", "true D", "mean D", "mean corrected D", "test of D at 5 % finds %", "mean corrected H",
        "test of H finds %",
      ], rows)
  }
}
