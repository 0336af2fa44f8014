import Foundation
import TestSupport

@testable import Trends

/// The sample series of the National Cancer Institute's Joinpoint program (SEER rates 1975–2009), read from the reference
/// data, and a series of our own with a missing year.
///
/// What is expected of them was computed by brute force over all designs with numpy 2.4.6 (a QR regression a design), the
/// joins and sums of squares of the former agreeing with those published for the project.
enum JoinpointSample {
  static let path = "reference/nih_joinpoint_sample.csv"

  static func series(_ sex: String) throws -> (values: [Double], errors: [Double], times: [Double]) {
    let text = try String(contentsOf: ReferenceData.url(path), encoding: .utf8)
    var values: [Double] = []
    var errors: [Double] = []
    var times: [Double] = []
    for line in text.split(separator: "\n") where line.hasPrefix("\"\(sex)\"") {
      let numbers = line.split(separator: ",").dropFirst().compactMap { Double($0) }
      guard numbers.count == 3 else { continue }
      times.append(numbers[0])
      values.append(numbers[1])
      errors.append(numbers[2])
    }
    return (values, errors, times)
  }

  /// 2003–2020 without 2012.
  static let ownTimes: [Double] = (2003...2020).filter { $0 != 2012 }.map(Double.init)
  static let own: [Double] = [
    52.1, 55.0, 53.8, 58.2, 60.9, 63.5, 61.8, 59.0, 57.7, 54.1, 53.2, 50.9, 48.8, 49.9, 50.4, 52.6, 53.0,
  ]

  /// Events and persons 2000–2019, one year without events.
  static let counts: [Double] = [4, 0, 3, 5, 2, 6, 7, 9, 8, 12, 11, 16, 13, 10, 9, 6, 7, 3, 4, 2]
  static let persons: [Double] = (0..<20).map { 900 + 13 * Double($0) }
  static let countTimes: [Double] = (2000..<2020).map(Double.init)
}
