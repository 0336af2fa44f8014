import Foundation
import Indicators
import TestSupport

/// Published counts by age, with the bands and weights they are standardised by.
enum PublishedStrata {
  /// ESP2013, 0–4 to 90+.
  static let esp2013: [Double] = [
    5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500,
    1500, 1000,
  ]
  /// PHEindicatormethods' test sheets of directly and indirectly standardised rates.
  static let persons: [Double] = [
    636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207,
  ]
  static let big: [Double] = [
    127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91,
  ]
  static let small: [Double] = [12, 4, 3, 2, 3, 4, 8, 2, 2, 3, 4, 5, 6, 8, 5, 6, 5, 5, 4]
  static let referenceEvents: [Double] = [
    10303, 2824, 0, 3615, 3641, 3490, 3789, 3213, 3031, 2771, 3089, 3490, 3595, 4745, 5514, 7125, 5694, 6210,
    5757,
  ]
  static let referencePersons: [Double] = [
    50520, 57173, 60213, 54659, 44345, 50128, 62163, 67423, 62899, 55463, 60479, 49974, 44140, 40888, 37239,
    30819,
    18136, 15325, 13918,
  ]

  /// Births and cases of Down's syndrome by the mother's age, one row a birth order: Fay and Feuer (1997), table 1, from
  /// Fleiss (1981). The standard is the mean of all five.
  static let births: [[Double]] = [
    [230061, 329449, 114920, 39487, 14208, 3052], [72202, 326701, 208667, 83228, 28466, 5375],
    [15050, 175702, 207081, 117300, 45026, 8660], [2293, 68800, 132424, 98301, 46075, 9834],
    [327, 30666, 123419, 149919, 104088, 34392],
  ]
  static let cases: [[Double]] = [
    [107, 141, 60, 40, 39, 25], [25, 150, 110, 84, 82, 39], [3, 71, 114, 103, 108, 75],
    [1, 26, 64, 89, 137, 96],
    [0, 8, 63, 112, 262, 295],
  ]
  static let meanBirths: [Double] = (0..<6).map { age in births.reduce(0) { $0 + $1[age] } / 5 }

  /// The rows of a comma-separated reference file, without its header.
  static func rows(_ path: String) throws -> [[String]] {
    try String(contentsOf: ReferenceData.url(path), encoding: .utf8).split(whereSeparator: \.isNewline)
      .dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
