import Distributions

/// The real zones and population of Larvik, as the committed files of the example hold them.
public struct LarvikGeography: Sendable {
  /// The code of the municipality.
  public static let municipality = "3909"
  /// The living-conditions zone that holds exactly the basic units of Torstrand.
  public static let torstrand = "3909000014"

  /// Code and name of each living-conditions zone, in the order of the list.
  public let zones: [(code: String, name: String)]
  /// The name of the municipality.
  public let municipalityName: String
  /// Basic units by living-conditions zone.
  let basicUnits: [(code: String, zone: String)]
  /// Persons on 1 January by year and subdistrict, the last four digits of its present code being the key.
  private let subdistricts: [Int: [String: Int]]
  /// Persons on 1 January by year in the municipality, in its present borders.
  private let total: [Int: Int]

  /// Reads `zones.csv` and `figures/population.csv` of a folder.
  public init(folder: String) throws(ExampleError) {
    let list = try PlainTable(reading: folder + "/zones.csv")
    var zones: [(code: String, name: String)] = []
    var units: [(code: String, zone: String)] = []
    var name = ""
    for row in list.rows {
      guard let code = row["code"], let label = row["name"], let level = row["level"] else { continue }
      if level == "living-conditions-zone" { zones.append((code, label)) }
      if level == "basic-unit", let parent = row["parent"] { units.append((code, parent)) }
      if code == Self.municipality { name = label }
    }
    let figures = try PlainTable(reading: folder + "/figures/population.csv")
    var subdistricts: [Int: [String: Int]] = [:]
    var total: [Int: Int] = [:]
    for (index, row) in figures.rows.enumerated() {
      guard let code = row["zone_code"], let year = row["period"].flatMap({ Int($0) }),
        let persons = row["value"].flatMap({ Int($0) })
      else { throw .badLine(path: figures.path, line: index + 2) }
      if code == Self.municipality {
        total[year] = persons
      } else if code.count == 8 {
        subdistricts[year, default: [:]][Self.presentDigits(code)] = persons
      }
    }
    self.zones = zones
    municipalityName = name
    basicUnits = units
    self.subdistricts = subdistricts
    self.total = total
  }

  /// The last four digits of a subdistrict's present code. They never changed in Larvik; Lardal was a municipality of
  /// its own until 2018, and its `0728 01xx` became `xxxx 17xx`.
  static func presentDigits(_ code: String) -> String {
    let digits = String(code.suffix(4))
    return code.hasPrefix("0728") ? "17" + digits.suffix(2) : digits
  }

  /// Persons in the municipality on 1 January.
  public func population(of year: Int) throws(ExampleError) -> Int {
    guard let persons = total[year] else { throw .noPopulation(zone: Self.municipality, year: year) }
    return persons
  }

  /// Persons in each living-conditions zone on 1 January: the real population of every subdistrict, split over its basic
  /// units by **constructed** weights, because no figures for basic units are at hand.
  ///
  /// Every subdistrict's sum is kept exactly. Torstrand's zone is a whole subdistrict, so its figure is the real one.
  public func constructedPopulation(of year: Int, seed: UInt64) throws(ExampleError) -> [Int] {
    var result = [Int](repeating: 0, count: zones.count)
    let position = Dictionary(uniqueKeysWithValues: zones.enumerated().map { ($1.code, $0) })
    for (digits, persons) in (subdistricts[year] ?? [:]).sorted(by: { $0.key < $1.key }) {
      var weights: [Int: Double] = [:]
      for (index, unit) in basicUnits.enumerated() where unit.code.dropFirst(4).prefix(2) == digits.prefix(2)
      {
        guard let zone = position[unit.zone] else { continue }
        var stream = RandomStream(seed: seed, .basicUnitWeight, area: index)
        weights[zone, default: 0] += 0.5 + stream.uniform()
      }
      let parts = weights.sorted { $0.key < $1.key }
      let sum = parts.reduce(0) { $0 + $1.value }
      guard sum > 0 else { throw .noPopulation(zone: digits, year: year) }
      // Largest remainders, so that the parts sum to the whole.
      var given = 0
      var remainders: [(zone: Int, remainder: Double)] = []
      for (zone, weight) in parts {
        let exact = Double(persons) * weight / sum
        result[zone] += Int(exact)
        given += Int(exact)
        remainders.append((zone, exact - Double(Int(exact))))
      }
      remainders.sort { $0.remainder != $1.remainder ? $0.remainder > $1.remainder : $0.zone < $1.zone }
      for extra in remainders.prefix(persons - given) { result[extra.zone] += 1 }
    }
    return result
  }
}
