import LinearAlgebra

/// The columns a response is regressed on, with their names.
///
///     let design = try Design([("year", years), ("population", populations)])
///     let fit = try OrdinaryLeastSquares.fit(values, on: design)
///
/// - Shape: n observations × p columns; the intercept, unless left out, is the first and is called `intercept`.
/// - Missing values have no place here: leave the observation out.
/// - Errors: columns of unequal length, a repeated name, a value that is not finite.
public struct Design: Sendable, Equatable {
  /// The name of the column of ones.
  public static let interceptName = "intercept"
  /// Column names, in order.
  public let names: [String]
  /// Whether the first column is the intercept.
  public let hasIntercept: Bool
  let matrix: Matrix

  /// Number of observations.
  public var observations: Int { matrix.rows }

  /// A design of named columns, with an intercept in front unless told otherwise.
  ///
  /// - Parameter observations: Needed only for a design of an intercept alone.
  public init(
    _ columns: [(name: String, values: [Double])], intercept: Bool = true, observations: Int? = nil
  ) throws(RegressionError) {
    let rows = columns.first?.values.count ?? observations ?? 0
    guard rows > 0 else { throw .tooFewObservations(needed: 1, found: rows) }
    var names: [String] = intercept ? [Self.interceptName] : []
    var elements = [Double](repeating: 1, count: intercept ? rows : 0)
    for (name, values) in columns {
      guard values.count == rows else { throw .length(what: name, expected: rows, found: values.count) }
      guard !names.contains(name) else { throw .duplicateColumn(name) }
      if let row = values.firstIndex(where: { !$0.isFinite }) { throw .notFinite(column: name, row: row) }
      names.append(name)
      elements += values
    }
    do {
      matrix = try Matrix(rows: rows, columns: names.count, elements: elements)
    } catch {
      throw RegressionError(error)
    }
    self.names = names
    hasIntercept = intercept
  }

  /// A straight line in time: an intercept and the times.
  public init(times: [Double], name: String = "time") throws(RegressionError) {
    try self.init([(name, times)])
  }

  func requireResponse(_ response: [Double]) throws(RegressionError) {
    guard response.count == observations else {
      throw .length(what: "response", expected: observations, found: response.count)
    }
    if let row = response.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(column: "response", row: row)
    }
    guard observations > names.count else {
      throw .tooFewObservations(needed: names.count + 1, found: observations)
    }
  }
}
