import Foundation

/// A comma-separated file of the example: no quotes, no commas in fields, one header line.
struct PlainTable {
  let path: String
  private(set) var rows: [[String: String]] = []

  init(reading path: String) throws(ExampleError) {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
    self.path = path
    // By bytes: as characters, a carriage return and a line feed are one.
    let lines = data.split(separator: 10).map { line in
      String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
    }
    let header = (lines.first ?? "").split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.dropFirst().enumerated() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == header.count else { throw .badLine(path: path, line: index + 2) }
      rows.append(Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first }))
    }
  }
}
