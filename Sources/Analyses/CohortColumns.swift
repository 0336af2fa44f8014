import Foundation
import Indicators

/// The columns of a foreign file that say of each zone when its programme began and ended.
public struct CohortColumns: Sendable, Hashable {
  /// The header of the first period with the programme.
  public var start: String
  /// The header of the last period with it; `nil` where none ended.
  public var stop: String?

  /// Columns by header.
  public init(start: String, stop: String? = nil) {
    self.start = start
    self.stop = stop
  }

  /// Their headers.
  public var headers: [String] { [start] + (stop.map { [$0] } ?? []) }

  /// What the files say of each zone, in order of code; zones that never start are not there.
  ///
  /// Never is an empty cell, a sign for no figure, `0`, `never`, `aldri`, `NA` or infinity. Anything else is a period.
  ///
  /// - Throws: ``AnalysisError/needsCohortFile`` for figures that come from no file, ``AnalysisError/unreadableCohort(zone:text:)``
  ///   and ``AnalysisError/severalStarts(_:)`` where two files contradict each other.
  func starts(in dataset: Dataset) throws(AnalysisError) -> [ZoneStart] {
    var texts: [String: (start: String, stop: String)] = [:]
    let files = dataset.origins.filter { $0.zoneTexts[start] != nil }
    guard !files.isEmpty else { throw .needsCohortFile }
    for file in files {
      let ends = stop.flatMap { file.zoneTexts[$0] } ?? [:]
      for (zone, text) in file.zoneTexts[start] ?? [:] {
        let found = (text, ends[zone] ?? "")
        if let known = texts[zone], known != found {
          throw .severalStarts(["\(zone) \(known.start)", "\(zone) \(text)"])
        }
        texts[zone] = found
      }
    }
    var result: [ZoneStart] = []
    for (zone, text) in texts.sorted(by: { $0.key < $1.key }) {
      let end = try Self.period(text.stop, zone: zone)
      guard let first = try Self.period(text.start, zone: zone) else {
        if let end { throw .stopBeforeStart(start: "–", stop: "\(end)") }
        continue
      }
      result.append(try ZoneStart(code: zone, start: first, stop: end))
    }
    return result
  }

  private static let never: Set<String> = [
    "", "0", "0.0", "never", "aldri", "na", "nan", "inf", "infinity", "-", ".", "..", "...", ":", "ingen",
  ]

  private static func period(_ text: String, zone: String) throws(AnalysisError) -> Period? {
    if never.contains(text.lowercased()) { return nil }
    // R and pandas write whole numbers of a column with gaps as 2007.0.
    guard let period = Period(text.hasSuffix(".0") ? String(text.dropLast(2)) : text) else {
      throw .unreadableCohort(zone: zone, text: text)
    }
    return period
  }
}

/// A zone with the first and the last period of its programme.
struct ZoneStart: Sendable, Hashable {
  /// The code or group id.
  let code: String
  /// The first period.
  let start: Period
  /// The last one; `nil` where it goes on.
  let stop: Period?

  /// - Throws: ``AnalysisError/stopBeforeStart(start:stop:)``.
  init(code: String, start: Period, stop: Period? = nil) throws(AnalysisError) {
    if let stop, stop.days.upperBound <= start.days.lowerBound {
      throw .stopBeforeStart(start: "\(start)", stop: "\(stop)")
    }
    self.code = code
    self.start = start
    self.stop = stop
  }

  /// `A=2019..2022`, `B=2023`: a zone's word, and its periods where it has any.
  ///
  /// - Returns: `nil` where there is no period behind an equals sign; the whole is then the zone's word.
  static func parts(of word: String) -> (zone: String, start: Period, stop: Period?)? {
    guard let sign = word.lastIndex(of: "="), sign > word.startIndex else { return nil }
    let text = String(word[word.index(after: sign)...])
    let zone = String(word[..<sign])
    if let range = text.range(of: "..") {
      guard let start = Period(String(text[..<range.lowerBound])) else { return nil }
      let last = String(text[range.upperBound...])
      if last.isEmpty { return (zone, start, nil) }
      guard let stop = Period(last) else { return nil }
      return (zone, start, stop)
    }
    return Period(text).map { (zone, $0, nil) }
  }
}
