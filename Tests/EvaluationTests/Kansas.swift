import Evaluation
import Foundation
import TestSupport

/// Gross state product a head, logarithm, by quarter 1990–2016, Kansas taxed less from the second quarter of 2012.
///
/// The panel of R augsynth; Ben-Michael, Feller and Rothstein (2021) J Am Stat Assoc 116:1789.
enum Kansas {
  static let path = "reference/kansas_ascm.csv"
  static let isThere = ReferenceData.has(path)

  /// 49 donors, 89 quarters before the start and 16 from it on.
  static func design() throws -> EffectDesign {
    let rows = try read()
    return try EffectDesign(
      outcomes: try states(rows).flatMap { rows[$0, default: []].map { $0[0] ?? .nan } }, donors: 49,
      prePeriods: 89)
  }

  /// Means over the quarters before the start, missing ones left out: the outcome, and the logarithms of two revenues and a
  /// wage, establishments and employment a head.
  static func covariates() throws -> [[Double]] {
    let rows = try read()
    return try states(rows).map { state in
      (0..<6).map { column in
        let values = rows[state, default: []].prefix(89).compactMap { $0[column] }
          .map { (1...3).contains(column) ? log($0) : $0 }
        return values.reduce(0, +) / Double(values.count)
      }
    }
  }

  private static func states(_ rows: [String: [[Double?]]]) throws -> [String] {
    rows.keys.filter { $0 != "Kansas" }.sorted() + ["Kansas"]
  }

  private static func read() throws -> [String: [[Double?]]] {
    let text = try String(contentsOf: ReferenceData.url(path), encoding: .utf8)
    var rows: [String: [[Double?]]] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      rows[String(cells[2]), default: []].append([3, 5, 6, 7, 8, 9].map { Double(cells[$0]) })
    }
    return rows
  }
}
