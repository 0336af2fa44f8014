/// One life table at a time, in arrays that are used again for the next: what every answer about expectancy is read from.
///
/// With D deaths, P person-years, n the width and a the share of it that those who die have lived:
///
///     m = D/P      q = n·m/(1 + n·m·(1 − a)), at most 1      l₀ = 1,  lₓ₊ₙ = lₓ(1 − q),  d = lₓ − lₓ₊ₙ
///     L = n(lₓ₊ₙ + a·d), of an open band l/m      T = Σ L from the age on      e = T/l
///     Var(p) = q²(1 − q)/D, of an open band 4/(D·m²)
///     W = Var(p)·l²·((1 − a)n + eₓ₊ₙ)², of an open band (l/2)²·Var(p)      Var(e) = Σ W from the age on / l²
struct LifeTableWorkspace {
  let schedule: LifeTableSchedule
  private let widths: [Double]
  private(set) var rates: [Double]
  private(set) var risks: [Double]
  private(set) var survivors: [Double]
  private(set) var years: [Double]
  private(set) var expectancies: [Double]
  private(set) var variances: [Double]
  /// Var(p) of each band; of an open band Var(m)/m⁴·4/m² as above.
  private(set) var riskVariances: [Double]

  init(_ schedule: LifeTableSchedule) {
    self.schedule = schedule
    widths = schedule.bands.map { Double($0.width ?? 0) }
    let zeros = [Double](repeating: 0, count: schedule.bands.count)
    rates = zeros
    risks = zeros
    survivors = zeros
    years = zeros
    expectancies = zeros
    variances = zeros
    riskVariances = zeros
  }

  /// Fills the table; the counts of band i are at `offset + i · stride`.
  ///
  /// - Returns: `.estimated`, or why there is no table; then the arrays hold nothing.
  mutating func fill(_ deaths: [Double], _ population: [Double], offset: Int, stride: Int)
    -> LifeExpectancies.Outcome
  {
    let count = widths.count
    for band in 0..<count {
      let (d, p) = (deaths[offset + band * stride], population[offset + band * stride])
      guard p > 0, p.isFinite else { return .emptyDenominator }
      guard d >= 0 else { return .negativeCount }
      guard d <= p else { return .deathsExceedPopulation }
    }
    let last = count - 1
    let endsOpen = schedule.endsOpen
    if endsOpen, !(deaths[offset + last * stride] > 0) { return .noDeathsInLastBand }
    var alive = 1.0
    for band in 0..<count {
      let d = deaths[offset + band * stride]
      let rate = d / population[offset + band * stride]
      rates[band] = rate
      survivors[band] = alive
      if band == last, endsOpen {
        risks[band] = 1
        years[band] = alive / rate
        riskVariances[band] = 4 / (d * rate * rate)
        alive = 0
      } else {
        let (n, a) = (widths[band], schedule.fractions[band])
        let risk = n * rate * a > 1 ? 1 : n * rate / (1 + n * rate * (1 - a))
        let after = alive * (1 - risk)
        risks[band] = risk
        years[band] = n * (after + a * (alive - after))
        riskVariances[band] = d > 0 ? risk * risk * (1 - risk) / d : 0
        alive = after
      }
    }
    accumulate(endsOpen: endsOpen)
    return .estimated
  }

  /// Years to come and their variance, from the last band back.
  private mutating func accumulate(endsOpen: Bool) {
    var total = 0.0
    var weighted = 0.0
    var later = 0.0
    for band in widths.indices.reversed() {
      let l = survivors[band]
      if band == widths.count - 1, endsOpen {
        weighted += l * l / 4 * riskVariances[band]
      } else {
        let reach = (1 - schedule.fractions[band]) * widths[band] + later
        weighted += riskVariances[band] * l * l * reach * reach
      }
      total += years[band]
      later = l > 0 ? total / l : 0
      expectancies[band] = later
      variances[band] = l > 0 ? weighted / (l * l) : 0
    }
  }

  /// The years lived without what the shares measure, from each band on: Σ (1 − π)L / l, and the variance of it.
  ///
  ///     Var = Σ L²·π(1 − π)/N / l²,  plus with mortality Σ Var(p)·l²·((1 − a)n(1 − π) + hₓ₊ₙ)² / l²,
  ///     of an open band ((1 − π)·l/2)²·Var(p)
  ///
  /// - Precondition: ``fill(_:_:offset:stride:)`` has answered `.estimated`. Shares are within 0…1, sizes above 0.
  func healthy(
    _ shares: [Double], _ sizes: [Double], withMortality: Bool, into values: inout [Double],
    _ spread: inout [Double]
  ) {
    var total = 0.0
    var weighted = 0.0
    var later = 0.0
    for band in widths.indices.reversed() {
      let l = survivors[band]
      let well = 1 - shares[band]
      weighted += years[band] * years[band] * shares[band] * well / sizes[band]
      if withMortality {
        if band == widths.count - 1, schedule.endsOpen {
          weighted += well * well * l * l / 4 * riskVariances[band]
        } else {
          let reach = (1 - schedule.fractions[band]) * widths[band] * well + later
          weighted += riskVariances[band] * l * l * reach * reach
        }
      }
      total += well * years[band]
      later = l > 0 ? total / l : 0
      values[band] = later
      spread[band] = l > 0 ? weighted / (l * l) : 0
    }
  }
}
