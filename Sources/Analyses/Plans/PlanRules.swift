import Evaluation
import Foundation
import Indicators

extension EffectQuestion {
  /// The rules behind donors and sizes as the options that say them.
  func rules(_ programme: Programme?) -> [String] {
    var rules: [String] = []
    switch donors {
    case .programme: rules.append("--donors \(programme?.donors.from ?? "all")")
    case .all: rules.append("--donors all")
    case .sameMunicipality: rules.append("--donors same-municipality")
    case .named(let words): rules.append("--donors \(words.joined(separator: " "))")
    }
    let left = excluded + (programme?.donors.exclude ?? []).filter { !excluded.contains($0) }
    if !left.isEmpty { rules.append("--exclude \(left.joined(separator: " "))") }
    if !neighbours.isEmpty {
      // The pairs themselves, whatever file they came from.
      let pairs = neighbours.map { [$0.one, $0.other].sorted().joined(separator: "\n") }
      let digest = SHA256.digest(Array(Set(pairs).sorted().joined(separator: "\n\n").utf8))
      rules.append("--exclude-neighbours sha256:\(digest.prefix(16))")
    }
    if let populationBand {
      rules.append("--size-band \(populationBand.lowerBound)..\(populationBand.upperBound)")
    }
    switch smallest {
    case .size(let size): rules.append("--smallest-effect \(size)")
    case .percent(let share): rules.append("--smallest-effect \(share)%")
    }
    return rules
  }
}

extension SmallestEffect {
  /// The size that matters, of the treated's level before the start, on the scale of a study.
  func size(before study: EffectStudy) -> Double? {
    let mean = study.design.treatedMean.reduce(0, +) / Double(study.design.periods)
    let size: Double
    switch self {
    case .size(let given): size = given
    case .percent(let share):
      switch study.scale {
      case .natural:
        let top = study.panel.multiplier
        let isShare = study.panel.kind == .proportion && (0...top).contains(mean)
        size = (isShare ? min(mean, top - mean) : abs(mean)) * share / 100
      case .log: size = log(1 + share / 100)
      case .squareRoot: size = mean * ((1 + share / 100).squareRoot() - 1)
      }
    }
    return size > 0 && size.isFinite ? size : nil
  }
}

extension OutcomeScale {
  /// A size on this scale in per cent of a level in the figures' unit.
  func percent(_ size: Double?, of level: Double?) -> Double? {
    guard let size, let level, level > 0 else { return nil }
    switch self {
    case .natural: return 100 * size / level
    case .log: return 100 * (exp(size) - 1)
    case .squareRoot:
      let root = level.squareRoot()
      return 100 * ((root + size) * (root + size) / level - 1)
    }
  }
}
