import Indicators
import Testing

@testable import Interchange

@Suite("JSON-stat reader")
struct JSONStatReaderTests {
  private func read(_ text: String) throws -> Cube {
    try JSONStatReader.read(Array(text.utf8))
  }

  private func problem(_ text: String) -> JSONStatProblem? {
    do {
      _ = try read(text)
    } catch InterchangeError.document(.jsonStat(let problem), _) {
      return problem
    } catch {}
    return nil
  }

  /// A dataset of two zones and two years, with parts that a test replaces.
  private func small(
    size: String = "[2,2]", index: String = "{\"0301\":1,\"3909\":0}", value: String = "[1,2,3,4]",
    more: String = "", role: String = "\"role\":{\"geo\":[\"Region\"],\"time\":[\"Tid\"]},"
  ) -> String {
    """
    {"version":"2.0","class":"dataset",\(role)"id":["Region","Tid"],"size":\(size),"value":\(value)\(more),
    "dimension":{"Region":{"label":"region","category":{"index":\(index),"label":{"0301":"Oslo","3909":"Larvik"}}},
    "Tid":{"category":{"index":["2023","2024"]}}}}
    """
  }

  @Test("An object index gives the order, not the text")
  func outOfOrderIndex() throws {
    let cube = try read(small())
    #expect(cube.dimensions[0].categories.map(\.code) == ["3909", "0301"])
    #expect(cube.dimensions[0].categories.map(\.label) == ["Larvik", "Oslo"])
    #expect(cube.dimensions.map(\.role) == [.zone, .time])
    #expect(cube.dimensions[1].categories.map(\.period) == [Period(year: 2023), Period(year: 2024)])
    #expect(cube.measures[0].values == [1, 2, 3, 4])
    #expect(cube.refusal == nil)
  }

  @Test("Sparse figures leave the rest missing, never zero")
  func sparse() throws {
    let cube = try read(small(value: "{\"3\":7,\"0\":0}"))
    #expect(cube.measures[0].statuses == [.observed, .missing, .missing, .observed])
    #expect(cube.measures[0].values[0] == 0)
    #expect(cube.measures[0].values[1].isNaN)
    #expect(cube.measures[0].values[3] == 7)
  }

  @Test("Signs beside null become statuses, in every form of status")
  func statusForms() throws {
    let expected: [CellStatus] = [.observed, .suppressed, .missing, .notApplicable]
    for form in [
      "{\"1\":\":\",\"2\":\"..\",\"3\":\".\"}", "[null,\":\",\"..\",\".\"]", "[\"\",\":\",\"..\",\".\"]",
    ] {
      let cube = try read(small(value: "[5,null,null,null]", more: ",\"status\":\(form)"))
      #expect(cube.measures[0].statuses == expected)
      #expect(cube.findings.isEmpty)
    }
    for form in ["\"p\"", "[\"p\"]"] {
      let cube = try read(small(value: "[5,6,7,null]", more: ",\"status\":\(form)"))
      let provisional = CellStatus(.observed, flags: .provisional)
      #expect(cube.measures[0].statuses == [provisional, provisional, provisional, .missing])
    }
    #expect(try read(small(more: ",\"status\":\"\"")).measures[0].statuses.allSatisfy { $0 == .observed })
  }

  @Test("Strings among the figures become statuses by sign or legend, numbers written as text become numbers")
  func signsAmongFigures() throws {
    let legend = ",\"extension\":{\"flags\":{\"index\":[\"x\"],\"label\":{\"x\":\"Anonymisert\"}}}"
    let cube = try read(small(value: "[\"x\",\" 12.5*\",\"..\",\"abc\"]", more: legend))
    #expect(
      cube.measures[0].statuses
        == [.suppressed, CellStatus(.observed, flags: .provisional), .missing, .missing])
    #expect(cube.measures[0].values[1] == 12.5)
    #expect(cube.findings.map(\.diagnostic) == [.textAmongFigures])
    #expect(cube.findings[0].arguments == ["text": "abc"])
  }

  @Test("A dash is not zero, and a sign that hides wins over a figure")
  func contradictions() throws {
    let dash = try read(small(value: "[null,2,3,4]", more: ",\"status\":{\"0\":\"-\"}"))
    #expect(dash.measures[0].statuses[0] == .missing)
    #expect(dash.findings.map(\.diagnostic) == [.dashIsMissing])
    let hidden = try read(small(value: "[1,2,3,4]", more: ",\"status\":{\"1\":\":\"}"))
    #expect(hidden.measures[0].statuses[1] == .suppressed)
    #expect(hidden.measures[0].values[1].isNaN)
    #expect(hidden.findings.map(\.diagnostic) == [.figureBesideSign])
  }

  @Test("A status of unknown meaning is reported once, with how often")
  func unknownSign() throws {
    let cube = try read(small(more: ",\"status\":{\"1\":\"q\",\"2\":\"q\"}"))
    #expect(cube.findings.map(\.diagnostic) == [.unknownSign])
    #expect(cube.findings[0].count == 2)
    #expect(cube.measures[0].statuses.allSatisfy { $0 == .observed })
  }

  @Test("Without roles the ids decide, and that is said")
  func inferredRoles() throws {
    let cube = try read(small(role: "\"role\":{\"time\":null,\"geo\":null},"))
    #expect(cube.dimensions.map(\.role) == [.zone, .time])
    #expect(cube.findings.map(\.diagnostic) == [.inferredRole, .inferredRole])
  }

  @Test("A time dimension with a category that is no period is not time")
  func unreadablePeriod() throws {
    let text = small().split(separator: "\"2024\"").joined(separator: "\"total\"")
    let cube = try read(text)
    #expect(cube.dimensions[1].role == .other)
    #expect(cube.findings.map(\.diagnostic) == [.unreadablePeriod])
    #expect(cube.refusal == .noTimeDimension)
  }

  @Test("Parts that contradict each other are errors that name them")
  func contradictoryParts() {
    #expect(problem(small(value: "[1,2,3]")) == .valuesDiffer(expected: 4, found: 3))
    #expect(problem(small(value: "{\"4\":1}")) == .badIndex(member: "value", index: 4))
    #expect(problem(small(value: "{\"1\":1,\"1\":2}")) == .badIndex(member: "value", index: 1))
    #expect(
      problem(small(value: "[[1]]")) == .wrongType(member: "value", expected: "numbers, signs and nulls"))
    #expect(problem(small(value: "7")) == .wrongType(member: "value", expected: "an array or an object"))
    #expect(problem(small(more: ",\"status\":[\":\",\":\"]")) == .statusesDiffer(expected: 4, found: 2))
    #expect(problem(small(more: ",\"status\":{\"9\":\":\"}")) == .badIndex(member: "status", index: 9))
    #expect(problem(small(size: "[3,2]")) == .categoriesDiffer(dimension: "Region", size: 3, categories: 2))
    #expect(problem(small(size: "[-1,2]")) == .badSize(dimension: "Region", size: "-1.0"))
    #expect(problem(small(size: "[1.5,2]")) == .badSize(dimension: "Region", size: "1.5"))
    #expect(problem(small(size: "[2]")) == .sizesDiffer(dimensions: 2, sizes: 1))
    #expect(
      problem(small(index: "{\"0301\":0,\"3909\":0}")) == .badPosition(dimension: "Region", category: "3909"))
    #expect(
      problem(small(index: "{\"0301\":0,\"3909\":2}")) == .badPosition(dimension: "Region", category: "3909"))
    #expect(
      problem(small(index: "{\"0301\":0,\"3909\":1e300}"))
        == .badPosition(dimension: "Region", category: "3909"))
    #expect(
      problem(small(index: "[\"0301\",\"0301\"]"))
        == .duplicateCategory(dimension: "Region", category: "0301"))
  }

  @Test("A product of sizes beyond counting, or beyond the limit, is an error and allocates nothing")
  func overflow() {
    let dimension = "{\"category\":{\"index\":[]}}"
    func text(_ size: String) -> String {
      """
      {"id":["a","b","c"],"size":[\(size)],"value":{"0":1},
      "dimension":{"a":\(dimension),"b":\(dimension),"c":\(dimension)}}
      """
    }
    let limit = JSONStatReader.defaultMaximumCells
    #expect(problem(text("4000000000,4000000000,4000000000")) == .tooManyCells(limit: limit))
    #expect(problem(text("100000,100000,1")) == .tooManyCells(limit: limit))
  }

  @Test("Broken JSON is an error with its place, whatever was read before it")
  func brokenJSON() {
    let text = Array(small(more: ",\"status\":{\"1\":\":\"}").utf8)
    for length in 1..<text.count {
      #expect(throws: InterchangeError.self) { _ = try JSONStatReader.read(Array(text[..<length])) }
    }
    #expect(throws: InterchangeError.emptyInput(path: "-")) { _ = try JSONStatReader.read([]) }
    #expect {
      _ = try read("{\"value\":[1,2,\n03]}")
    } throws: { error in
      guard case InterchangeError.document(.json(let json), _) = error else { return false }
      return json.problem == .malformedNumber && json.position.line == 2 && json.position.column == 1
    }
    #expect {
      _ = try read("{\"id\":[],\"id\":[]}")
    } throws: { error in
      guard case InterchangeError.document(.json(let json), _) = error else { return false }
      return json.problem == .duplicateKey("id")
    }
  }

  @Test(
    "Other JSON is a cube that refuses analysis",
    arguments: ["{}", "{\"value\":\"x\",\"status\":[{}]}", "{\"a\":{\"b\":1}}"])
  func otherJSON(_ text: String) throws {
    let cube = try read(text)
    #expect(cube.refusal == .noFigures)
    #expect(cube.findings.map(\.diagnostic) == [.noDataset])
  }

  @Test(
    "Description without figures is a cube with dimensions that refuses analysis",
    arguments: ["[]", "{}", "null"])
  func metadata(_ value: String) throws {
    let cube = try read(small(value: value))
    #expect(cube.dimensions.count == 2)
    #expect(cube.refusal == .noFigures)
  }
}
