import Evaluation
import Foundation
import Indicators

extension EffectStudy {
  /// What was known at an earlier look: only the first `count` periods from the start on.
  ///
  /// - Throws: ``Evaluation/EffectError/noPostPeriods`` where `count` is not between one and all of them.
  func seen(after count: Int) throws(EffectError) -> EffectStudy {
    let kept = try design.seen(after: count)
    return EffectStudy(
      design: kept, treated: treated, donors: donors, periods: Array(periods.prefix(kept.periods)),
      start: start, scale: scale, noise: noise, panel: panel, treatedPositions: treatedPositions,
      donorPositions: donorPositions, periodPositions: Array(periodPositions.prefix(kept.periods)),
      diagnostics: diagnostics)
  }

  /// The unit of effects: of the figures, or their logarithm or root.
  var unitOfEffect: String {
    switch scale {
    case .natural: panel.unit.rawValue
    case .log: "log \(panel.unit.rawValue)"
    case .squareRoot: "√ \(panel.unit.rawValue)"
    }
  }

  /// A size said in the figures' unit or in per cent, on the scale of effects; `nil` where that needs a level and there is none.
  ///
  /// - Parameter level: What the level would be without the programme, on the scale of effects.
  func size(_ size: SmallestEffect, level: Double?) -> Double? {
    switch size {
    case .size(let size): size
    case .percent(let share):
      switch scale {
      case .natural: level.map { rarer($0) * share / 100 }
      case .log: log(1 + share / 100)
      case .squareRoot: level.map { $0 * ((1 + share / 100).squareRoot() - 1) }
      }
    }
  }

  /// Of a share that is nearly everybody, those who are not; else the level.
  private func rarer(_ level: Double) -> Double {
    guard panel.kind == .proportion, (0...panel.multiplier).contains(level) else { return abs(level) }
    return min(level, panel.multiplier - level)
  }
}
