import Analyses
import Foundation
import Indicators
import Interchange

/// Turns the texts of the options of `standardise`, and of shares in `level`, into what they mean.
public enum StandardisationReading {
  /// The way asked for. A standard is a published one by name, else a file; a reference is a file where there is one of
  /// this name, else a zone.
  ///
  /// - Throws: ``PipelineError/unreadableOption(option:text:expected:)``, ``Analyses/AnalysisError/unknownStandard(_:known:)``,
  ///   and ``Interchange/InterchangeError`` of the files.
  public static func read(
    type: String?, standard: String?, reference: String?, interval: String?, per: Double?,
    setsCountryTo100: Bool,
    sumsPeriods: Bool
  ) throws -> Standardisation {
    var how = Standardisation(setsCountryTo100: setsCountryTo100, sumsPeriods: sumsPeriods)
    if let type { how.kind = try word(type, "--type") }
    if let interval { how.interval = try word(interval, "--interval") }
    if let per {
      guard per > 0, per.isFinite else {
        throw PipelineError.unreadableOption(option: "--per", text: "\(per)", expected: "1000, 100000")
      }
      how.per = per
    }
    if let standard {
      how.standard =
        isFile(standard)
        ? try StandardPopulationFile.read(standard) : try Standardisation.standard(named: standard)
    }
    if let reference {
      how.reference =
        isFile(reference) ? .population(try ReferencePopulationFile.read(reference)) : .zone(reference)
    }
    return how
  }

  /// The interval of shares asked for in `level`.
  ///
  /// - Throws: ``PipelineError/unreadableOption(option:text:expected:)``.
  public static func shares(interval: String?, population: Double?) throws(PipelineError) -> ShareOptions {
    var options = ShareOptions()
    if let interval { options.interval = try word(interval, "--interval") }
    if let population {
      guard population >= 1, population.isFinite else {
        throw .unreadableOption(option: "--finite-population", text: "\(population)", expected: "5000")
      }
      options.population = population
    }
    return options
  }

  private static func isFile(_ text: String) -> Bool { FileManager.default.fileExists(atPath: text) }

  private static func word<Choice: RawRepresentable & CaseIterable>(_ text: String, _ option: String)
    throws(PipelineError) -> Choice where Choice.RawValue == String
  {
    guard let choice = Choice(rawValue: text.lowercased()) else {
      throw .unreadableOption(
        option: option, text: text, expected: Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }
}
