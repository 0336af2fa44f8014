/// The real part of the example, in our own layout: `zones.csv` and `figures/population.csv`.
///
/// Made once from a folder of reference data, which is not part of the project, and committed.
public struct RealFigures: Sendable {
  /// The text of `zones.csv`.
  public let zones: String
  /// The text of `figures/population.csv`.
  public let population: String

  /// Larvik on 1 January in the borders of 2024, Lardal included. Statistics Norway, tables 07459 and 04317.
  static let municipality: [Int: Int] = [
    2005: 43561, 2006: 43656, 2007: 43784, 2008: 44106, 2009: 44503, 2010: 44821, 2011: 45058, 2012: 45360,
    2013: 45567, 2014: 45718, 2015: 45969, 2016: 46341, 2017: 46557, 2018: 46801, 2019: 47107, 2020: 47204,
    2021: 47499, 2022: 47777, 2023: 48246, 2024: 48715, 2025: 48870, 2026: 49022,
  ]

  /// The municipalities that have been Larvik, and the years their codes begin and end.
  static let codes: [(code: String, name: String, county: String, from: Int?, to: Int?)] = [
    ("3909", "Larvik", "39", 2024, nil), ("3805", "Larvik", "38", 2020, 2024),
    ("0712", "Larvik", "07", 2018, 2020), ("0709", "Larvik", "07", nil, 2018),
    ("0728", "Lardal", "07", nil, 2018),
  ]

  /// Reads the reference data.
  public init(reference folder: String) throws(ExampleError) {
    let real = folder + "/real/"
    let names = try PlainTable(reading: real + "norgeo-geo-codes/larvik_grunnkrets_delomraade.csv")
    let crosswalk = try PlainTable(reading: real + "helseprofil-geomaster/lks_gk_2026.csv")
    let figures = try PlainTable(reading: real + "nor-maps/larvik_delomraade_population_2002_2025.csv")

    var lines = ["code,name,level,parent,valid-from,valid-to"]
    func add(
      _ code: String, _ name: String, _ level: String, _ parent: String, from: Int? = nil, to: Int? = nil
    ) {
      let first = from.map { "\($0)-01-01" } ?? ""
      let end = to.map { "\($0)-01-01" } ?? ""
      lines.append("\(code),\(name),\(level),\(parent),\(first),\(end)")
    }
    add("0", "Norge", "country", "")
    add("39", "Vestfold", "county", "0", from: 2024)
    add("38", "Vestfold og Telemark", "county", "0", from: 2020, to: 2024)
    add("07", "Vestfold", "county", "0", to: 2020)
    for one in Self.codes {
      add(one.code, one.name, "municipality", one.county, from: one.from, to: one.to)
    }

    let links = crosswalk.rows.filter { $0["levekaar"]?.hasPrefix("3909") == true }
    var seen: Set<String> = []
    for link in links {
      if let code = link["levekaar"], let name = link["lksnavn"], seen.insert(code).inserted {
        add(code, name, "living-conditions-zone", "3909")
      }
    }
    // The name a subdistrict has last under each code.
    var subdistricts: [String: String] = [:]
    for row in figures.rows {
      if let code = row["delomraade_no"] { subdistricts[code] = row["delomraade_name"] }
    }
    for one in Self.codes {
      for (code, name) in subdistricts.sorted(by: { $0.key < $1.key }) where code.hasPrefix(one.code) {
        add(code, name, "subdistrict", one.code, from: one.from, to: one.to)
      }
    }
    let unitNames = Dictionary(
      names.rows.map { ($0["code_2024"] ?? "", $0["name_2024"] ?? "") },
      uniquingKeysWith: { first, _ in first })
    for link in links {
      if let code = link["grunnkrets"], let zone = link["levekaar"] {
        add(code, unitNames[code] ?? "", "basic-unit", zone, from: 2024)
      }
    }
    for one in Self.codes where one.code != "0728" {
      add(one.code + "9999", "Uoppgitt", "unplaced", one.code, from: one.from, to: one.to)
    }
    zones = lines.joined(separator: "\n") + "\n"
    population = try Self.population(figures, zoneName: unitZoneName(links))
  }

  private static func population(_ figures: PlainTable, zoneName: String) throws(ExampleError) -> String {
    var rows: [(code: String, name: String, year: Int, persons: Int, status: String)] = []
    var sums: [Int: Int] = [:]
    for (index, row) in figures.rows.enumerated() {
      guard let code = row["delomraade_no"], let name = row["delomraade_name"],
        let year = row["year"].flatMap({ Int($0) }), let persons = row["population"].flatMap({ Int($0) })
      else { throw .badLine(path: figures.path, line: index + 2) }
      sums[year, default: 0] += persons
      rows.append((code, name, year, persons, "observed"))
      if code.hasSuffix("0300") {
        rows.append((LarvikGeography.torstrand, zoneName, year, persons, "observed"))
      }
    }
    for (year, persons) in municipality { rows.append(("3909", "Larvik", year, persons, "observed")) }
    // Before 2005 only the sum of the zones is at hand; persons without a zone are not in it.
    for year in 2002...2004 { rows.append(("3909", "Larvik", year, sums[year] ?? 0, "estimated")) }
    rows.sort { left, right in
      left.code.count != right.code.count
        ? left.code.count < right.code.count
        : (left.code, left.year) < (right.code, right.year)
    }
    return "zone_code,zone_name,period,value,status\n"
      + rows.map { "\($0.code),\($0.name),\($0.year),\($0.persons),\($0.status)\n" }.joined()
  }
}

/// The name of Torstrand's living-conditions zone.
private func unitZoneName(_ links: [[String: String]]) -> String {
  links.first { $0["levekaar"] == LarvikGeography.torstrand }?["lksnavn"] ?? ""
}
