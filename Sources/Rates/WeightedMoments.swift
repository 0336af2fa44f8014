/// Sums over weighted respondents of a group: what shares and means among them are made of.
public struct WeightedMoments: Sendable, Hashable {
  /// Respondents with a weight above 0.
  public private(set) var respondents = 0
  /// Σw.
  public private(set) var weight = 0.0
  /// Σw².
  public private(set) var squaredWeight = 0.0
  /// Σwy/Σw.
  public private(set) var mean = 0.0
  /// Σw(y − ȳ)².
  public private(set) var deviation = 0.0

  /// The moments of many groups, in two passes: the means first, and the deviations from them.
  ///
  /// - Parameters:
  ///   - answers: The answers; NaN for none.
  ///   - weights: The weights; respondents without a weight above 0 are left out.
  ///   - groups: The group of each respondent, 0 to `count` − 1; another number for none.
  ///   - count: The number of groups.
  /// - Precondition: Columns of equal lengths.
  public static func groups(_ answers: [Double], _ weights: [Double], of groups: [Int32], count: Int)
    -> [WeightedMoments]
  {
    precondition(
      answers.count == weights.count && answers.count == groups.count, "columns of unequal lengths")
    var result = [WeightedMoments](repeating: WeightedMoments(), count: max(0, count))
    func each(_ body: (Int, Double, Double) -> Void) {
      for row in answers.indices {
        let (group, weight) = (Int(groups[row]), weights[row])
        guard group >= 0, group < count, weight > 0, !answers[row].isNaN else { continue }
        body(group, answers[row], weight)
      }
    }
    each { group, answer, weight in
      result[group].respondents += 1
      result[group].weight += weight
      result[group].squaredWeight += weight * weight
      result[group].mean += weight * answer
    }
    for group in result.indices where result[group].weight > 0 { result[group].mean /= result[group].weight }
    each { group, answer, weight in
      let distance = answer - result[group].mean
      result[group].deviation += weight * distance * distance
    }
    return result
  }
}
