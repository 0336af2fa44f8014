import Indicators
import Testing

@testable import Interchange

@Suite("Lists by age")
struct AgeListFileTests {
  private func standard(_ text: String) throws(InterchangeError) -> StandardPopulation {
    try StandardPopulationFile.read(ByteSource(Array(text.utf8), path: "mappe/egen.csv"))
  }

  @Test("A standard in Norwegian and in English, in any order")
  func standards() throws {
    let read = try standard("alder;vekt\n45+;40 000,5\n0-44;60 000\n")
    #expect(read.id == "egen" && read.bands.map(\.description) == ["0–44", "45+"])
    #expect(read.weights == [60000, 40000.5])
    #expect(try standard("age,weight\n0-44,60\n45+,40\n").weights == [60, 40])
  }

  @Test("A reference has events and persons")
  func references() throws {
    let text = "Age Band,refcount,refpop\n0-4,10303,50520\n5-9,2824,57173\n"
    let read = try ReferencePopulationFile.read(ByteSource(Array(text.utf8), path: "phe.csv"))
    #expect(read.id == "phe" && read.events == [10303, 2824] && read.persons == [50520, 57173])
  }

  @Test("What is wrong is said with its row")
  func problems() {
    for (text, problem, row, column) in [
      ("alder;vekt\n0-44;60\ni alt;40\n", ListProblem.notAnAgeBand("i alt"), 3, "age"),
      ("alder;vekt\n0-44;-60\n", .notACount("-60"), 2, "weight"),
      ("alder;vekt\n0-44;\n", .notACount(""), 2, "weight"),
      ("alder;vekt\n0-44;1\n40+;1\n", .overlappingAges("0–44", "40+"), 3, "age"),
      ("alder;vekt\n0-44;1;2\n", .raggedRow(expected: 2, found: 3), 2, nil),
      ("alder;vekt\n0-44;0\n45+;0\n", .noPersons, 1, nil),
    ] as [(String, ListProblem, Int, String?)] {
      #expect(throws: InterchangeError.list(problem, Place(file: "mappe/egen.csv", row: row, column: column)))
      {
        try standard(text)
      }
    }
    #expect(throws: InterchangeError.self) { try standard("alder\n0-44\n") }
  }
}
