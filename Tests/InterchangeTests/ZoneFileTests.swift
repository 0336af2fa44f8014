import Indicators
import Testing

@testable import Interchange

@Suite("Zone list")
struct ZoneFileTests {
  private func read(_ bytes: [UInt8]) throws -> ZoneSystem {
    try ZoneFile.read(ByteSource(bytes, path: "zones.csv"), id: "z")
  }

  private func read(_ text: String) throws -> ZoneSystem { try read(Array(text.utf8)) }

  private func failure(_ text: String) -> (problem: ListProblem, place: Place)? {
    do {
      _ = try read(text)
    } catch InterchangeError.list(let problem, let place) {
      return (problem, place)
    } catch {}
    return nil
  }

  private static let text = """
    code,name,level,parent,valid-from,valid-to
    0,Norge,land,,,
    3909,Larvik,municipality,0,2024-01-01,
    3805,Larvik,municipality,0,2020-01-01,2024-01-01
    3909000014,"Larvik, LKS 14",levekårssone,3909,2024-01-01,

    0301,Ås,kommune,0,,
    """

  @Test("Codes keep their zeros, levels and open ends are read")
  func reads() throws {
    let system = try read(Self.text)
    #expect(system.id == "z")
    #expect(system.zones.map(\.code) == ["0", "3909", "3805", "3909000014", "0301"])
    #expect(system.zones[3].name == "Larvik, LKS 14")
    #expect(system.zones[3].level == .livingConditionsZone)
    #expect(system.zones[3].parent == "3909")
    #expect(system.zones[2].validity.to == CalendarDay(year: 2024))
    #expect(system.zones[0].validity == .always)
    #expect(system.zones[0].parent == nil)
  }

  @Test(
    "The same list by a Norwegian spreadsheet: semicolons, ISO-8859-1, Norwegian headers, other column order")
  func norwegian() throws {
    let text = "Navn;Kode;Gyldig fra;Nivå\r\nÅs;0301;2020-01-01;kommune\r\n"
    let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    for bytes in [latin, Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      let zone = try #require(try read(bytes).zones.first)
      #expect(
        zone
          == Zone(
            code: "0301", name: "Ås", level: .municipality,
            validity: Validity(from: CalendarDay(year: 2020), to: nil) ?? .always))
    }
  }

  @Test(
    "What is wrong is named with row and column",
    arguments: [
      ("nmae,code\na,1", ListProblem.unknownColumn("nmae", nearest: "name"), 1, "nmae" as String?),
      ("name\na", .missingColumn("code", known: ["name"]), 1, nil),
      ("code,name\n1", .raggedRow(expected: 2, found: 1), 2, nil),
      ("code,name\n1,a,b", .raggedRow(expected: 2, found: 3), 2, nil),
      ("code,name\n1,a\n,b", .emptyCell(column: "code"), 3, "code"),
      ("code,valid-from\n1,2024", .notADay("2024"), 2, "valid-from"),
      ("code,valid-to\n1,2024-02-30", .notADay("2024-02-30"), 2, "valid-to"),
      (
        "code,valid-from,valid-to\n1,2024-01-01,2020-01-01",
        .reversedValidity(from: "2024-01-01", to: "2020-01-01"), 2, "valid-to"
      ),
      ("code,name\n1,a\n\n1,b", .inconsistent(.duplicateZone(code: "1", validFrom: nil)), 4, nil),
      ("code,parent\n1,\n2,9", .inconsistent(.unknownParent(zone: "2", parent: "9")), 3, nil),
      ("code,parent\n1,2\n2,1", .inconsistent(.circularZones(code: "1")), 2, nil),
    ])
  func problems(_ text: String, _ problem: ListProblem, _ row: Int, _ column: String?) {
    let found = failure(text)
    #expect(found?.problem == problem)
    #expect(found?.place == Place(file: "zones.csv", row: row, column: column))
  }

  @Test("Texts that are no list are refused")
  func noList() {
    for text in ["", " \n ", "code", "code\n", "\"code,name\n1,2"] {
      #expect(throws: InterchangeError.self) { _ = try read(text) }
    }
    #expect(throws: InterchangeError.duplicateColumn(path: "zones.csv", name: "kode", first: 1, second: 2)) {
      _ = try read("code,kode\n1,2")
    }
  }

  @Test("No bytes trap")
  func hostile() {
    let text = Array(Self.text.utf8)
    for length in 0..<text.count { _ = try? read(Array(text[..<length])) }
    for index in text.indices {
      for byte: UInt8 in [0, 10, 13, 34, 44, 59, 0xC3, 0xFF] {
        var changed = text
        changed[index] = byte
        _ = try? read(changed)
      }
    }
  }
}
