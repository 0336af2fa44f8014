import Indicators
import Rates

/// The weights of respondents: their own, raked to margins where there are any, and why some cannot be weighed.
struct SurveyWeighting {
  private(set) var weights: [Double]
  /// Why respondents of a zone and period have no weights, by zone · periods + period.
  private(set) var refusals: [Int: Reason] = [:]
  /// Whether weights of a zone and period were capped.
  private(set) var capped: [Int: Bool] = [:]
  private(set) var findings: [Finding] = []
  let word: String
  private let respondents: Respondents
  private let asked: Survey.Options

  init(_ respondents: Respondents, _ asked: Survey.Options) {
    self.respondents = respondents
    self.asked = asked
    weights = respondents.weights ?? [Double](repeating: 1, count: respondents.count)
    let variables = Set(asked.margins.map { $0.variable.lowercased() })
    word =
      variables.count > 1
      ? "raking"
      : variables.count == 1 ? "post-stratification" : respondents.weights == nil ? "none" : "weights"
  }

  /// Rakes within each period, and within each zone where the margins are of zones.
  mutating func weigh() {
    // Weights that cannot be are no respondents.
    for row in weights.indices where !(weights[row] > 0 && weights[row].isFinite) { weights[row] = 0 }
    guard !asked.margins.isEmpty else { return }
    let areOfZones = asked.margins.contains { $0.zone != nil }
    for period in respondents.periods.indices {
      for zone in areOfZones ? Array(respondents.zones.indices) : [-1] {
        let rows = (0..<respondents.count).filter { row in
          Int(respondents.period[row]) == period && respondents.zone[row] >= 0
            && (zone < 0 || Int(respondents.zone[row]) == zone)
        }
        guard !rows.isEmpty else { continue }
        let strata = (zone < 0 ? Array(respondents.zones.indices) : [zone]).map {
          $0 * respondents.periods.count + period
        }
        let own = asked.margins.filter { margin in
          !areOfZones
            || margin.zone.map { $0 == respondents.zones[zone].code || $0 == respondents.zones[zone].name }
              ?? false
        }
        guard !own.isEmpty else {
          for stratum in strata { refusals[stratum] = .noMarginsOfZone }
          continue
        }
        rake(rows, own, strata)
      }
    }
  }

  private mutating func rake(_ rows: [Int], _ totals: [MarginTotal], _ strata: [Int]) {
    do throws(RakingRefusal) {
      var margins: [PopulationMargin] = []
      var codes: [[Int32]] = []
      var order: [String] = []
      for total in totals where !order.contains(total.variable) { order.append(total.variable) }
      for name in order {
        let own = totals.filter { $0.variable == name }
        let margin = try PopulationMargin(
          variable: name, categories: own.map(\.category), totals: own.map(\.total))
        guard let variable = respondents.variable(name) else {
          throw RakingRefusal(.badMargin, variable: name)
        }
        let place = variable.categories.map { category in
          margin.categories.firstIndex { $0.lowercased() == category.lowercased() }
        }
        codes.append(
          try rows.map { row throws(RakingRefusal) in
            let code = Int(variable.codes[row])
            guard weights[row] > 0 else { return -1 }
            guard code >= 0, let found = place[code] else {
              throw RakingRefusal(
                .unknownMarginCategory, variable: name, category: code < 0 ? nil : variable.categories[code])
            }
            return Int32(clamping: found)
          })
        margins.append(margin)
      }
      let raked = try Raking(
        base: rows.map { weights[$0] }, codes: codes, margins: margins,
        options: Raking.Options(cap: asked.cap))
      for (row, weight) in zip(rows, raked.weights) { weights[row] = weight }
      if raked.trimmed > 0 { for stratum in strata { capped[stratum] = true } }
      // Shares beside persons differ by orders of magnitude and are meant to; a hundredth is a mistake of counting.
      if raked.marginsDisagree > 0.001, raked.marginsDisagree < 0.5 {
        findings.append(
          Finding(
            .marginsDisagree, arguments: ["difference": "\((raked.marginsDisagree * 1000).rounded() / 10)"]))
      }
    } catch {
      for stratum in strata { refusals[stratum] = error.reason }
      var arguments = ["reason": error.reason.rawValue]
      arguments["variable"] = error.variable
      arguments["category"] = error.category
      findings.append(Finding(.marginsRefused, severity: .error, arguments: arguments))
    }
  }
}
