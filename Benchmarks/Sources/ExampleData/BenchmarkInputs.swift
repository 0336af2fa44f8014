import Foundation

/// The files that both sides of a comparison read.
public enum BenchmarkInputs {
  /// Rows of the delimited text.
  public static let textRows = 10_000_000
  /// Series of the trend benchmarks.
  public static let seriesCount = 100_000
  /// Years of each series.
  public static let seriesLength = 25

  /// Ten million rows of five columns: code, quoted name, year, value with decimal comma, persons. Semicolons between.
  public static func delimitedText(rows: Int = textRows) -> [UInt8] {
    let years = seriesLength
    let panel = NationalPanel(zones: (rows + years - 1) / years, years: years)
    let (numerators, denominators) = panel.counts(indicator: 0)
    var text: [UInt8] = []
    text.reserveCapacity(rows * 44)
    text += Array("sone;navn;år;andel;antall\n".utf8)
    for row in 0..<rows {
      let zone = row / years
      append(3_000_000_000 + zone, to: &text)
      text += Array(#";"Sone "#.utf8)
      append(zone % 14_000 + 1, to: &text)
      text += [UInt8(ascii: "\""), UInt8(ascii: ";")]
      append(panel.firstYear + row % years, to: &text)
      text.append(UInt8(ascii: ";"))
      let share = Int(1000 * numerators[row] / denominators[row])
      append(share / 10, to: &text)
      text += [UInt8(ascii: ","), UInt8(ascii: "0") + UInt8(share % 10), UInt8(ascii: ";")]
      append(Int(denominators[row]), to: &text)
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// A JSON-stat 2 dataset of a million cells: 40 000 zones × 25 years, one measure, percentages with one decimal.
  public static func jsonStat(zones: Int = 40_000) -> [UInt8] {
    let panel = NationalPanel(zones: zones, years: seriesLength)
    let (numerators, denominators) = panel.counts(indicator: 1)
    var text: [UInt8] = []
    func add(_ string: String) { text += Array(string.utf8) }
    func index(_ codes: [String]) -> String {
      codes.enumerated().map { #""\#($1)":\#($0)"# }.joined(separator: ",")
    }
    let codes = (0..<zones).map(panel.code)
    let years = (0..<seriesLength).map { String(panel.firstYear + $0) }
    add(#"{"version":"2.0","class":"dataset","label":"Konstruert","source":"Konstruert","#)
    add(#""id":["Region","ContentsCode","Tid"],"size":[\#(zones),1,\#(years.count)],"#)
    add(#""role":{"geo":["Region"],"metric":["ContentsCode"],"time":["Tid"]},"dimension":{"#)
    add(#""Region":{"label":"region","category":{"index":{\#(index(codes))},"label":{"#)
    add(codes.enumerated().map { #""\#($1)":"Sone \#($0 + 1)""# }.joined(separator: ","))
    add(
      #"}}},"ContentsCode":{"label":"statistikkvariabel","category":{"index":{"Andel":0},"label":{"Andel":"Andel"},"#
    )
    add(#""unit":{"Andel":{"base":"prosent","decimals":1}}}},"#)
    add(#""Tid":{"label":"år","category":{"index":{\#(index(years))},"label":{"#)
    add(years.map { #""\#($0)":"\#($0)""# }.joined(separator: ","))
    add(#"}}}},"value":["#)
    for cell in numerators.indices {
      if cell > 0 { text.append(UInt8(ascii: ",")) }
      let share = Int(1000 * numerators[cell] / denominators[cell])
      append(share / 10, to: &text)
      text += [UInt8(ascii: "."), UInt8(ascii: "0") + UInt8(share % 10)]
    }
    add("]}")
    return text
  }

  /// Percentages with one decimal, so that some series have ties: doubles in the machine's order, row by row.
  public static func series(count: Int = seriesCount) -> [Double] {
    NationalPanel(zones: count, years: seriesLength).percentages(indicator: 2).map {
      ($0 * 10).rounded() / 10
    }
  }

  /// Writes `text.csv`, `stat.json` and `series.f64` into a folder.
  public static func write(into folder: String) throws(ExampleError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: folder)
    }
    let numbers = series().withUnsafeBytes { Data($0) }
    for (name, data) in [
      ("text.csv", Data(delimitedText())), ("stat.json", Data(jsonStat())), ("series.f64", numbers),
    ] {
      let path = folder + "/" + name
      guard FileManager.default.createFile(atPath: path, contents: data) else {
        throw .unwritable(path: path)
      }
    }
  }

  private static func append(_ number: Int, to text: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &text) }
    text.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
