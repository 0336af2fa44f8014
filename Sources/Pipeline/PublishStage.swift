import Analyses
import Disclosure
import Estimates
import Indicators
import Interchange
import Reports
import Wording

extension Diagnostic {
  /// The programme asks for a format that this version does not write.
  public static let formatNotAvailable = Diagnostic("format-not-available")
}

/// Makes the result files and pages of a refresh.
struct PublishStage {
  let folder: ProgrammeFolder
  let results: RefreshResults
  /// The zones behind the treated ones in charts.
  let contextZones: [String]

  /// Formats of the programme that are neither a page nor a result format.
  var unavailable: [String] {
    folder.programme.formats.filter { $0 != "html" && ResultFormat(rawValue: $0) == nil }
  }

  /// What a page shows.
  func content(_ edition: Edition, _ language: Language) -> OverviewContent {
    OverviewContent(
      programme: folder.programme, catalogue: folder.catalogue, sources: folder.sources, level: results.level,
      compare: results.compare, trend: results.trend, baseline: results.baseline, contextZones: contextZones,
      edition: edition, language: language)
  }

  /// Writes everything into staging: `index.html` (`index.en.html`) and `tall/VERB.csv` and so on.
  func stage(_ files: StagedFiles, edition: Edition) throws {
    if folder.programme.formats.contains("html") {
      for (place, code) in folder.programme.languages.enumerated() {
        let language = Language(code: code) ?? .nb
        let page = Overview(content(edition, language)).html()
        try files.stage(Array(page.utf8), as: place == 0 ? "index.html" : "index.\(code).html")
      }
    }
    for format in folder.programme.formats.compactMap({ ResultFormat(rawValue: $0) }) {
      for result in results.all {
        // JSON-stat and JSON share an ending, and CSV has two dialects: the format's name keeps them apart.
        let other = format == .csv || format == .jsonStat ? ".\(format.rawValue)" : ""
        let name = "tall/\(result.value.verb)\(other).\(format.fileExtension)"
        try files.stage(try ResultWriter.bytes(of: result.value, as: format), as: name)
      }
    }
  }
}
