import Distributions
import Foundation
import Indicators

/// How many of X marked persons fall into a zone of n, if n of N are drawn without looking.
///
///     P(k) = C(X, k) C(N − X, n − k) / C(N, n)
struct Hypergeometric {
  /// N.
  let population: Int
  /// X.
  let marked: Int
  /// n.
  let drawn: Int

  /// nX/N.
  var mean: Double { Double(drawn) * Double(marked) / Double(population) }

  private var lowest: Int { max(0, drawn - (population - marked)) }
  private var highest: Int { min(drawn, marked) }

  /// log P(k), for a possible k.
  private func logMass(_ k: Int) -> Double {
    func choose(_ n: Int, _ k: Int) -> Double {
      logFactorial(n) - logFactorial(k) - logFactorial(n - k)
    }
    return choose(marked, k) + choose(population - marked, drawn - k) - choose(population, drawn)
  }

  private func logFactorial(_ n: Int) -> Double {
    // Counts are not negative, so the function exists.
    (try? SpecialFunctions.logGamma(Double(n) + 1)) ?? 0
  }

  /// E|K − nX/N|, in closed form.
  ///
  /// With T(k) = k(N − X − n + k)P(k), T(k) − T(k + 1) = N(k − nX/N)P(k), so the sum over k ≥ m = ⌊nX/N⌋ + 1 telescopes to
  /// T(m)/N, and the mean deviation is twice that.
  var meanDeviation: Double {
    let m = Int(mean.rounded(.down)) + 1
    guard m <= highest, m >= lowest else { return 0 }
    return 2 * Double(m) * Double(population - marked - drawn + m) * exp(logMass(m)) / Double(population)
  }

  /// A draw, from one uniform number: counts are taken from the mode outwards until their mass holds the number.
  func draw(_ uniform: Double) -> Int {
    guard lowest < highest else { return lowest }
    let mode = min(
      max(
        Int((Double(drawn + 1) * Double(marked + 1) / Double(population + 2)).rounded(.down)), lowest),
      highest)
    var rest = uniform
    let start = exp(logMass(mode))
    var (down, up) = (mode, mode)
    var (downMass, upMass) = (start, start)
    rest -= start
    if rest < 0 { return mode }
    while down > lowest || up < highest {
      if up < highest {
        let next = Double(marked - up) * Double(drawn - up)
        upMass *= next / (Double(up + 1) * Double(population - marked - drawn + up + 1))
        up += 1
        rest -= upMass
        if rest < 0 { return up }
      }
      if down > lowest {
        let next = Double(down) * Double(population - marked - drawn + down)
        downMass *= next / (Double(marked - down + 1) * Double(drawn - down + 1))
        down -= 1
        rest -= downMass
        if rest < 0 { return down }
      }
    }
    // What rounding left of the mass belongs to no count; the mode stands for it.
    return mode
  }
}
