import CSeriesKernels
import Indicators
import Scheduler

/// Straight lines fitted to many series that share their times, one row a series.
///
///     let fits = try LineFits(values: panel.values, times: years)
///     fits[17]?.slope
///     fits.status(18)         // .tooFewPoints, say
///
/// - Input: values laid out [series][time]. A value that is not a number is missing, and so is a cell whose
///   `observed` is false; weights, if given, are one a cell, and 0 leaves the cell out.
/// - Output: columns with one place a series; NaN stands exactly where ``status(_:)`` is not `fitted`.
/// - Values are squared as they are: deviations below 10⁻¹⁵⁴ count as none.
/// - A bad series never stops the others.
/// - Formulas and single series: ``LineFit``. A series has the same bits alone, in any batch, on any number of threads
///   and on any processor.
/// - Cost: a series of 25 complete values takes some ten nanoseconds; gaps and weights take a slower way.
public struct LineFits: Sendable {
  /// How a series fared.
  public enum Status: UInt8, Sendable {
    /// There is a line.
    case fitted = 0
    /// Fewer than three points.
    case tooFewPoints = 1
    /// All points at one time.
    case noVariationInTime = 2
    /// An infinite value, or a result beyond the range of `Double`.
    case notFinite = 3
    /// A weight that is negative, infinite or no number.
    case badWeight = 4
    /// A cell is hidden for confidentiality.
    case suppressed = 5

    /// Why there is no line; `nil` where there is one.
    public var reason: Reason? {
      switch self {
      case .fitted: nil
      case .tooFewPoints: .tooFewPoints
      case .noVariationInTime: .noVariationInTime
      case .notFinite: .notFinite
      case .badWeight: .badWeight
      case .suppressed: .suppressed
      }
    }
  }

  /// b of each series.
  public private(set) var slopes: [Double]
  /// a of each series.
  public private(set) var intercepts: [Double]
  /// SE(b) of each series.
  public private(set) var slopeStandardErrors: [Double]
  /// σ̂ of each series.
  public private(set) var residualStandardDeviations: [Double]
  /// Observed points of each series.
  public let points: [Int32]
  private var statuses: [UInt8]

  /// Fits a line to every series.
  ///
  /// - Parameters:
  ///   - values: [series][time]; the number of series is their count over that of the times.
  ///   - observed: False for cells that do not count; `nil` for all.
  ///   - weights: One a cell; `nil` for equal weights.
  ///   - times: Shared by all series, in any order and unit, each finite.
  ///   - threads: The bound on threads.
  /// - Throws: ``RegressionError/length(what:expected:found:)`` and ``RegressionError/time(index:value:)``.
  public init(
    values: [Double], observed: [Bool]? = nil, weights: [Double]? = nil, times: [Double],
    threads: ThreadLimit = .cores
  ) throws(RegressionError) {
    guard !times.isEmpty, values.count % times.count == 0 else {
      throw .length(what: "values", expected: times.count, found: values.count)
    }
    for (what, count) in [("observed", observed?.count), ("weights", weights?.count)] {
      if let count, count != values.count { throw .length(what: what, expected: values.count, found: count) }
    }
    if let index = times.firstIndex(where: { !$0.isFinite }) {
      throw .time(index: index, value: times[index])
    }
    let axis = CentredTimes(times)
    var columns = Columns(count: values.count / times.count)
    values.withUnsafeBufferPointer { values in
      withOptionalBuffer(observed?.map { $0 ? 1 : 0 }) { observed in
        withOptionalBuffer(weights) { weights in
          columns.fill(values: values, observed: observed, weights: weights, axis: axis, threads: threads)
        }
      }
    }
    slopes = columns.slopes
    intercepts = columns.intercepts
    slopeStandardErrors = columns.errors
    residualStandardDeviations = columns.deviations
    points = columns.points
    statuses = columns.statuses
  }

  /// Fits a line to every zone of a panel, by the time of its periods in years.
  ///
  /// Missing cells are left out. A zone with a hidden cell is refused, as ``Status/suppressed``: leaving it out would
  /// bend the line by something that is known to be there.
  ///
  /// - Throws: ``RegressionError/overlappingPeriods`` where periods share days, since their figures are not independent.
  public init(_ panel: Panel, threads: ThreadLimit = .cores) throws(RegressionError) {
    guard !panel.periods.anyOverlap else { throw .overlappingPeriods }
    try self.init(values: panel.values, times: panel.periods.map(\.time), threads: threads)
    for zone in panel.zones.indices where panel.statuses[panel.series(zone)].contains(where: \.isSuppressed) {
      statuses[zone] = Status.suppressed.rawValue
      slopes[zone] = .nan
      intercepts[zone] = .nan
      slopeStandardErrors[zone] = .nan
      residualStandardDeviations[zone] = .nan
    }
  }

  /// Number of series.
  public var count: Int { slopes.count }

  /// How a series fared; traps outside 0..<``count``.
  public func status(_ series: Int) -> Status {
    Status(rawValue: statuses[series]) ?? .notFinite
  }

  /// The line of a series, or `nil` where there is none; traps outside 0..<``count``.
  public subscript(series: Int) -> LineFit? {
    status(series) == .fitted ? fit(at: series) : nil
  }

  func fit(at series: Int) -> LineFit {
    LineFit(
      slope: slopes[series], intercept: intercepts[series], slopeStandardError: slopeStandardErrors[series],
      residualStandardDeviation: residualStandardDeviations[series], points: Int(points[series]))
  }
}

/// Times less their mean, padded with zeros for the kernel's vectors.
private struct CentredTimes {
  let centred: [Double]
  let count: Int
  let mean: Double
  let sumOfSquares: Double

  init(_ times: [Double]) {
    // From the first time on, like the values; the second pass takes out what rounding of the mean left.
    let n = Double(times.count)
    var mean = times[0] + times.reduce(0) { $0 + ($1 - times[0]) } / n
    var centred = times.map { $0 - mean }
    let rest = centred.reduce(0, +) / n
    centred = centred.map { $0 - rest }
    mean += rest
    sumOfSquares = Set(times).count > 1 ? centred.reduce(0) { $0 + $1 * $1 } : 0
    count = times.count
    self.mean = mean
    self.centred = centred + [Double](repeating: 0, count: (8 - times.count % 8) % 8)
  }
}

/// The results while they are being written.
private struct Columns {
  var slopes: [Double]
  var intercepts: [Double]
  var errors: [Double]
  var deviations: [Double]
  var points: [Int32]
  var statuses: [UInt8]

  init(count: Int) {
    slopes = [Double](repeating: 0, count: count)
    intercepts = slopes
    errors = slopes
    deviations = slopes
    points = [Int32](repeating: 0, count: count)
    statuses = [UInt8](repeating: 0, count: count)
  }

  /// Bounds: a range of series is written by one thread only, each column has a place for every series, and the kernel
  /// reads no further than the last value of the buffer.
  mutating func fill(
    values: UnsafeBufferPointer<Double>, observed: UnsafeBufferPointer<UInt8>?,
    weights: UnsafeBufferPointer<Double>?, axis: CentredTimes, threads: ThreadLimit
  ) {
    let series = slopes.count
    axis.centred.withUnsafeBufferPointer { centred in
      slopes.withUnsafeMutableBufferPointer { slopes in
        intercepts.withUnsafeMutableBufferPointer { intercepts in
          errors.withUnsafeMutableBufferPointer { errors in
            deviations.withUnsafeMutableBufferPointer { deviations in
              points.withUnsafeMutableBufferPointer { points in
                statuses.withUnsafeMutableBufferPointer { statuses in
                  nonisolated(unsafe) let lines = cseries_lines(
                    slope: slopes.baseAddress, intercept: intercepts.baseAddress,
                    slope_error: errors.baseAddress, residual_deviation: deviations.baseAddress,
                    points: points.baseAddress, status: statuses.baseAddress)
                  nonisolated(unsafe) let times = cseries_times(
                    centred: centred.baseAddress, count: axis.count, mean: axis.mean,
                    sum_of_squares: axis.sumOfSquares)
                  nonisolated(unsafe) let (values, observed, weights) = (
                    values.baseAddress, observed?.baseAddress, weights?.baseAddress
                  )
                  parallelFor(series, grain: 4096, threads: threads) { range in
                    cseries_fit_lines(
                      values, observed, weights, range.lowerBound, range.upperBound, series, times, lines)
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
