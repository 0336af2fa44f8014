import Indicators

/// The `datapackage.json` of the example: what each file holds, where it comes from, its licence and its checksum.
///
/// Data Package version 2 (datapackage.org). Written by hand, key by key, so that the bytes never change by themselves.
public enum DataPackage {
  /// One file of the package.
  struct Resource {
    var name: String
    var path: String
    var title: String
    var fields: [(name: String, type: String)]
    var keys: [String]
    var licence: String
    var source: String
    var isConstructed: Bool
  }

  private static let statistics =
    #"{"title": "Statistics Norway, tables 07459 and 04317", "path": "https://www.ssb.no"}"#
  private static let institute =
    #"{"title": "Norwegian Institute of Public Health, living-conditions zones (helseprofil, MIT licence)", "path": "https://github.com/helseprofil/backend"}"#
  private static let generator =
    #"{"title": "Constructed by generate-example in Benchmarks/; describes no real place"}"#
  private static let attribution =
    #"{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}"#
  private static let dedication =
    #"{"name": "CC0-1.0", "title": "Creative Commons Zero 1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}"#

  private static let parts: [(name: String, type: String)] = [
    ("zone_code", "string"), ("zone_name", "string"), ("period", "string"), ("indicator", "string"),
    ("numerator", "integer"), ("denominator", "integer"), ("status", "string"), ("constructed", "boolean"),
  ]

  static let resources: [Resource] = [
    .init(
      name: "zones", path: "zones.csv", title: "Zones of Larvik and their codes over time",
      fields: ["code", "name", "level", "parent"].map { ($0, "string") } + [
        ("valid-from", "date"), ("valid-to", "date"),
      ], keys: ["code"], licence: attribution, source: "\(statistics), \(institute)", isConstructed: false),
    .init(
      name: "population", path: "figures/population.csv", title: "Population on 1 January",
      fields: [
        ("zone_code", "string"), ("zone_name", "string"), ("period", "year"), ("value", "integer"),
        ("status", "string"),
      ], keys: ["zone_code", "period"], licence: attribution, source: statistics, isConstructed: false),
    .init(
      name: "constructed-yearly", path: "figures/constructed-yearly.csv",
      title: "Constructed example indicators, yearly numerators and denominators", fields: parts,
      keys: ["zone_code", "period", "indicator"], licence: dedication, source: generator, isConstructed: true),
    .init(
      name: "constructed-windows", path: "figures/constructed-windows.csv",
      title: "Constructed example indicators, sums over three years", fields: parts,
      keys: ["zone_code", "period", "indicator"], licence: dedication, source: generator, isConstructed: true),
    .init(
      name: "constructed-counts", path: "figures/constructed-counts.csv",
      title: "Constructed example indicators, numbers",
      fields: parts.filter { $0.name != "numerator" && $0.name != "denominator" }.inserting(
        ("value", "integer"), at: 4), keys: ["zone_code", "period", "indicator"],
      licence: dedication, source: generator, isConstructed: true),
  ]

  /// The text of the file, given the bytes of every resource by path.
  public static func text(_ files: [String: [UInt8]], seed: UInt64) -> String {
    let entries = resources.map { resource in
      let bytes = files[resource.path] ?? []
      let fields = resource.fields.map { #"{"name": "\#($0.name)", "type": "\#($0.type)"}"# }
      return """
            {
              "name": "\(resource.name)",
              "type": "table",
              "path": "\(resource.path)",
              "title": "\(resource.title)",
              "constructed": \(resource.isConstructed),
              "format": "csv",
              "mediatype": "text/csv",
              "encoding": "utf-8",
              "bytes": \(bytes.count),
              "hash": "sha256:\(SHA256.digest(bytes))",
              "licenses": [\(resource.licence)],
              "sources": [\(resource.source)],
              "schema": {
                "fields": [
                  \(fields.joined(separator: ",\n          "))
                ],
                "missingValues": ["", ":"]\(resource.name == "zones" ? "" : primaryKey(resource.keys))
              }
            }
        """
    }
    let effects = ConstructedIndicator.all.filter { $0.effect != 0 }.map {
      #"{"indicator": "\#($0.id)", "zone": "\#(LarvikGeography.torstrand)", "from": 2024, "effect": \#($0.effect), "scale": "added to the probability"}"#
    }
    return """
      {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "levekar-larvik-example",
        "title": "Example programme: Torstrand in Larvik",
        "description": "Zones and population are real. All other figures are constructed and say nothing about any real place.",
        "seed": \(seed),
        "known_effects": [\(effects.joined(separator: ", "))],
        "licenses": [
          \(attribution),
          \(dedication)
        ],
        "resources": [
      \(entries.joined(separator: ",\n"))
        ]
      }

      """
  }

  private static func primaryKey(_ keys: [String]) -> String {
    ",\n        \"primaryKey\": [" + keys.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}

extension Array {
  fileprivate func inserting(_ element: Element, at position: Int) -> [Element] {
    Array(prefix(position)) + [element] + Array(dropFirst(position))
  }
}
