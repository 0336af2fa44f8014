import Evaluation
import Indicators

/// When a plan's effects are judged, and what level each of those looks has.
///
/// Lan and DeMets' spending by the shape of O'Brien and Fleming. The information of a look is taken from the number of periods
/// it will have: with T₀ periods before the start and k from it on a difference of two means has variance ∝ 1/T₀ + 1/k, so
/// t_k = (1/T₀ + 1/K)/(1/T₀ + 1/k) with K at the last look. No figure from after the start is needed.
enum PlanLooks {
  /// The years asked for, else every year from the start to the programme's final evaluation or the stop.
  ///
  /// - Throws: ``PlanProblem/needsLooks``, ``PlanProblem/lookBeforeStart(look:start:)``.
  static func years(asked: [Int], programme: Programme?, start: Int, stop: Int?) throws(AnalysisError)
    -> [Int]
  {
    if !asked.isEmpty {
      let years = Set(asked).sorted()
      if let early = years.first(where: { $0 < start }) {
        throw .plan(.lookBeforeStart(look: early, start: "\(start)"))
      }
      return years
    }
    guard let last = programme?.final ?? stop else { throw .plan(.needsLooks) }
    guard last >= start else { throw .plan(.lookBeforeStart(look: last, start: "\(start)")) }
    // More than a century of yearly looks is a typing error, not a plan.
    guard last - start <= 100 else { throw .plan(.needsLooks) }
    return Array(start...last)
  }

  /// Years with their names and levels.
  ///
  /// - Parameter before: How many years lie before the start.
  static func looks(
    _ years: [Int], midterm: Int?, start: Int, before: Int, alpha: Double
  ) throws(AnalysisError) -> [EffectPlan.Look] {
    guard let last = years.last else { throw .plan(.needsLooks) }
    let base = 1 / Double(max(1, before))
    let whole = base + 1 / Double(last - start + 1)
    let information = years.map { whole / (base + 1 / Double($0 - start + 1)) }
    do throws(EffectError) {
      let boundaries = try GroupSequential(information: information, level: alpha)
      return zip(years, boundaries.looks).map { year, look in
        let name = year == last ? "final" : year == midterm ? "midterm" : "yearly"
        return EffectPlan.Look(year: year, name: name, level: look.nominal)
      }
    } catch {
      throw .evaluation(error)
    }
  }
}

extension EffectPlan {
  /// The look that figures ending with a period are at; `nil` where that year was not to be judged, or has not ended.
  public func look(at last: Period) -> (number: Int, look: Look)? {
    let year = last.lastYear
    guard let whole = Period(year: year), last.days.upperBound >= whole.days.upperBound else { return nil }
    return looks.firstIndex { $0.year == year }.map { ($0 + 1, looks[$0]) }
  }
}
