import LinearAlgebra

/// Covariates less the donors' mean, in units of the donors' standard deviation (n − 1).
struct CentredCovariates {
  /// How many covariates.
  let count: Int
  /// The donors' covariates, donor after donor.
  let donors: [Double]
  /// The mean of the treated's.
  let treated: [Double]

  /// Covariates from rows, one a unit, donors first.
  ///
  /// - Throws: ``EffectError/shape(what:expected:found:)``; ``EffectError/notFinite(unit:period:)``, with the covariate for the
  ///   period; ``EffectError/parameter(name:value:)`` with the number of a covariate that donors do not differ in.
  init(_ rows: [[Double]], donors count: Int) throws(EffectError) {
    let width = rows.first?.count ?? 0
    guard width > 0 else { throw .shape(what: "covariates", expected: 1, found: 0) }
    for (unit, row) in rows.enumerated() {
      guard row.count == width else { throw .shape(what: "covariates", expected: width, found: row.count) }
      if let column = row.firstIndex(where: { !$0.isFinite }) { throw .notFinite(unit: unit, period: column) }
    }
    guard count > 1, rows.count > count else { throw .tooFewDonors(needed: 2, found: count) }
    var donors: [Double] = []
    var treated = [Double](repeating: 0, count: width)
    var means = treated
    for row in rows[..<count] {
      donors += row
      for column in 0..<width { means[column] += row[column] / Double(count) }
    }
    for row in rows[count...] {
      for column in 0..<width {
        treated[column] += (row[column] - means[column]) / Double(rows.count - count)
      }
    }
    var squares = [Double](repeating: 0, count: width)
    for cell in donors.indices {
      donors[cell] -= means[cell % width]
      squares[cell % width] += donors[cell] * donors[cell]
    }
    for column in 0..<width {
      let deviation = (squares[column] / Double(count - 1)).squareRoot()
      guard deviation > 4 * .ulpOfOne * abs(means[column]), deviation > 0 else {
        throw .parameter(name: "covariates", value: Double(column))
      }
      treated[column] /= deviation
      for donor in 0..<count { donors[donor * width + column] /= deviation }
    }
    self.count = width
    self.donors = donors
    self.treated = treated
  }

  /// Outcomes with the covariates after them, on the scale of the outcomes: the standard deviation (n − 1) of all their cells.
  func appended(to points: [Double], _ target: [Double]) -> (points: [Double], target: [Double]) {
    let periods = target.count
    let units = points.count / max(1, periods)
    // The cells have a mean of zero: every period was centred.
    let scale = (points.reduce(0) { $0 + $1 * $1 } / Double(max(1, points.count - 1))).squareRoot()
    var result: [Double] = []
    result.reserveCapacity(units * (periods + count))
    for unit in 0..<units {
      result += points[(unit * periods)..<((unit + 1) * periods)]
      result += donors[(unit * count)..<((unit + 1) * count)].map { $0 * scale }
    }
    return (result, target + treated.map { $0 * scale })
  }
}

/// Covariates that outcomes are freed of by least squares on the donors.
struct ResidualisedCovariates {
  private let covariates: CentredCovariates
  /// Z′, covariates × donors.
  private let matrix: Matrix
  private let factor: CholeskyFactorization

  /// - Throws: ``EffectError/numerical(detail:)`` where covariates depend on each other.
  init(_ covariates: CentredCovariates) throws(EffectError) {
    self.covariates = covariates
    do throws(LinearAlgebraError) {
      matrix = try Matrix(
        rows: covariates.count, columns: covariates.donors.count / covariates.count,
        elements: covariates.donors)
      factor = try CholeskyFactorization(try matrix.transposed().gram())
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }

  /// Outcomes less what covariates say of them.
  func taken(out points: [Double], _ target: [Double]) throws(EffectError) -> (
    points: [Double], target: [Double]
  ) {
    do throws(LinearAlgebraError) {
      let outcomes = try Matrix(rows: target.count, columns: matrix.columns, elements: points)
      // B = (Z′Z)⁻¹Z′X, covariates × periods.
      let slopes = try factor.solve(try matrix.multiplied(by: outcomes.transposed()))
      let fitted = try slopes.transposeMultiplied(by: matrix).elements
      let own = try slopes.transposeMultiplied(by: covariates.treated)
      return (zip(points, fitted).map { $0 - $1 }, zip(target, own).map { $0 - $1 })
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }

  /// Weights that meet the covariates exactly: w + Z(Z′Z)⁻¹(z₁ − Z′w).
  func completed(_ weights: [Double]) throws(EffectError) -> [Double] {
    do throws(LinearAlgebraError) {
      let gap = zip(covariates.treated, try matrix.multiplied(by: weights)).map { $0 - $1 }
      let added = try matrix.transposeMultiplied(by: try factor.solve(gap))
      return zip(weights, added).map { $0 + $1 }
    } catch {
      throw .numerical(detail: "\(error)")
    }
  }
}
