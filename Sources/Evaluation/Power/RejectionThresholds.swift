import Foundation

/// How large a planted effect each placebo needs before the exact rank test finds it.
///
/// Placebo effects are first moved to mean zero, so that a bias of the estimator is no power. With J placebos and level α the
/// test rejects where at most r − 1 placebos are as large as the one looked at, r = ⌊α(J + 1)⌋: where its size is above u, the
/// r-th largest. The zone with the planted effect is held against all J placebo effects as they are, its own among them, just
/// as the treated zone would be; so the floor of the rehearsal is the floor of the test. An effect d in placebo i is found
/// where cᵢ + d > u (a rise) or cᵢ − d < −u (a fall). A rejection in the wrong direction is no finding and is not counted.
///
/// - The planted effect moves the estimate by itself and changes no weights. That holds for every estimator whose weights do
///   not look at what came after the start in the treated zone.
/// - Unit: that of the outcome; every threshold is at least zero.
struct RejectionThresholds: Sendable, Equatable {
  /// What a rise must exceed, one a placebo, ascending; empty where the test cannot reject a rise.
  let rises: [Double]
  /// What a fall must exceed, one a placebo, ascending; empty where the test cannot reject a fall.
  let falls: [Double]

  /// How many of `placebos` + 1 zones may be rejected at `level`: r = ⌊α(J + 1)⌋.
  static func rejections(placebos: Int, level: Double) -> Int {
    // α(J + 1) may be whole, as 0.05 · 20 is, and rounding must not take one away.
    Int((level * Double(placebos + 1) * (1 + 1e-12)).rounded(.down))
  }

  /// By the size of the effect.
  init(effects: [Double], level: Double, alternative: EffectAlternative) {
    let count = Double(effects.count)
    let mean = effects.reduce(0, +) / max(1, count)
    let centred = effects.map { $0 - mean }
    let allowed = Self.rejections(placebos: effects.count, level: level)
    guard allowed > 0, allowed <= effects.count else {
      self.init(rises: [], falls: [])
      return
    }
    let bound = centred.map(alternative.size).sorted(by: >)[allowed - 1]
    self.init(
      rises: alternative == .less ? [] : centred.map { max(0, bound - $0) }.sorted(),
      falls: alternative == .greater ? [] : centred.map { max(0, bound + $0) }.sorted())
  }

  /// By the error after the start over the error before it: ratioᵢ(d)² = mean over t of (gᵢₜ + d)²/preᵢ², where g are the
  /// gaps after the start less the placebos' mean gap of the year. The threshold is the effect from which on it stays above u.
  init(ratiosOf placebos: [EffectFit], prePeriods: Int, level: Double) {
    let allowed = Self.rejections(placebos: placebos.count, level: level)
    let after = placebos.map { Array($0.effects.dropFirst(prePeriods)) }
    guard allowed > 0, allowed <= placebos.count, let years = after.first?.count, years > 0 else {
      self.init(rises: [], falls: [])
      return
    }
    let mean = (0..<years).map { year in after.reduce(0.0) { $0 + $1[year] } / Double(after.count) }
    let gaps = after.map { zip($0, mean).map { $0 - $1 } }
    let before = placebos.map { $0.rootMeanSquare(over: 0..<prePeriods) }
    let squares = gaps.map { $0.reduce(0.0) { $0 + $1 * $1 } / Double(years) }
    let ratios = zip(squares, before).map { $0 == 0 && $1 == 0 ? 0 : $0.squareRoot() / $1 }
    let bound = ratios.sorted(by: >)[allowed - 1]
    var rises: [Double] = []
    var falls: [Double] = []
    for (index, gap) in gaps.enumerated() {
      let centre = gap.reduce(0, +) / Double(years)
      let needed = bound * before[index]
      // d² + 2dḡ + q > n² for all d beyond the larger root; where there is no root it always is.
      let discriminant = centre * centre - squares[index] + needed * needed
      let root = discriminant > 0 ? discriminant.squareRoot() : 0
      rises.append(max(0, discriminant > 0 ? root - centre : 0))
      falls.append(max(0, discriminant > 0 ? root + centre : 0))
    }
    self.init(rises: rises.sorted(), falls: falls.sorted())
  }

  private init(rises: [Double], falls: [Double]) {
    self.rises = rises
    self.falls = falls
  }

  /// The smallest effect that at least `power` of the placebos would show, whichever way it goes; `nil` where the test cannot
  /// reject.
  func detectable(power: Double) -> Double? {
    let ways = [rises, falls].compactMap { Self.smallest($0, power: power) }
    return ways.max().flatMap { $0.isFinite ? $0 : nil }
  }

  /// The share of placebos that show an effect: of a rise if it is positive, of a fall if negative.
  func share(_ effect: Double) -> Double {
    let thresholds = effect < 0 ? falls : rises
    guard !thresholds.isEmpty else { return 0 }
    return Double(thresholds.count { $0 < abs(effect) }) / Double(thresholds.count)
  }

  private static func smallest(_ thresholds: [Double], power: Double) -> Double? {
    guard !thresholds.isEmpty else { return nil }
    let place = Int((power * Double(thresholds.count) * (1 - 1e-12)).rounded(.up))
    return thresholds[min(max(1, place), thresholds.count) - 1]
  }
}
