import Foundation
import TestSupport

/// Lip cancer in the 56 districts of Scotland (Clayton and Kaldor 1987): observed and expected cases.
enum LipCancer {
  static let path = "reference/scotland_lip.csv"
  static var isAvailable: Bool { ReferenceData.has(path) }

  static func read() throws -> (counts: [Double], expected: [Double]) {
    let text = try String(contentsOf: ReferenceData.url(path), encoding: .utf8)
    var counts: [Double] = []
    var expected: [Double] = []
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",")
      guard cells.count >= 3, let count = Double(cells[1]), let one = Double(cells[2]) else { continue }
      counts.append(count)
      expected.append(one)
    }
    return (counts, expected)
  }
}
