import Estimates
import Indicators
import Testing

@Suite struct ResultTableTests {
  static let schema = ResultSchema(
    verb: "test",
    columns: [
      ResultColumn("zone", .text, "Code."), ResultColumn("estimate", .number, "Value."),
      ResultColumn("n", .integer, "Number."), ResultColumn("informative", .boolean, "Whether."),
      ResultColumn("diagnostics", .texts, "Ids."),
    ])

  static func table() -> ResultTable {
    var table = ResultTable(schema)
    table.append([.text("1"), .number(0.5), .integer(3), .boolean(true), .texts(["a", "b"])])
    table.append([.text("2"), .none(.suppressed), .none(.missing), .none(.tooFewPoints), .texts([])])
    table.append([.text("1"), .integer(4), .integer(-1), .boolean(false), .none(.notApplicable)])
    table.append([.none(.zoneNotInData), .number(0), .integer(.max), .boolean(true), .texts([""])])
    return table
  }

  @Test func aNumberThatIsNotFiniteIsAReasonAndStopsNothing() {
    let schema = ResultSchema(
      verb: "test",
      columns: [
        ResultColumn("estimate", .number, "Value."), ResultColumn("n", .number, "Number."),
        ResultColumn("reason", .text, "Why."),
      ])
    var table = ResultTable(schema)
    table.append([.number(.nan), .number(3), .none(.notApplicable)])
    table.append([.number(1), .number(-.infinity), .text("suppressed")])
    let notFinite = Reason("not-finite")
    #expect(table.row(0) == [.none(notFinite), .number(3), .text("not-finite")])
    #expect(table.row(1) == [.number(1), .none(notFinite), .text("suppressed")])
  }

  @Test func whatGoesInComesOut() {
    let table = Self.table()
    #expect(table.count == 4)
    #expect(table.row(0) == [.text("1"), .number(0.5), .integer(3), .boolean(true), .texts(["a", "b"])])
    #expect(
      table.row(1) == [.text("2"), .none(.suppressed), .none(.missing), .none(.tooFewPoints), .texts([])])
    #expect(table[2, "estimate"] == .number(4))
    #expect(table[2, "zone"].string == "1" && table[2, 0] == table[0, 0])
    #expect(table[3, "zone"] == .none(.zoneNotInData))
    #expect(table[3, "n"] == .integer(.max))
    #expect(table[0, "nothing"] == .none(.notApplicable))
  }

  @Test func aTableEqualsItsCopyMadeAnew() {
    // Two tables with cells that have no number, which must not make them unequal to each other or themselves.
    #expect(Self.table() == Self.table())
    var other = Self.table()
    #expect(other == Self.table())
    other.append(other.row(0))
    #expect(other != Self.table())
    var reason = ResultTable(Self.schema)
    reason.append(["estimate": .none(.suppressed)])
    var another = ResultTable(Self.schema)
    another.append(["estimate": .none(.missing)])
    #expect(reason != another)
  }

  @Test func rowsByKeyFillTheRest() {
    var table = ResultTable(Self.schema)
    table.append(["zone": .text("x")], otherwise: .tooFewPoints)
    #expect(table.row(0) == [.text("x")] + [ResultValue](repeating: .none(.tooFewPoints), count: 4))
  }

  @Test func filteringKeepsOrderAndReasons() {
    let table = Self.table()
    let kept = table.filter { table[$0, "zone"].string == "1" || table[$0, "estimate"].reason != nil }
    #expect(kept.count == 3)
    #expect(kept.row(1) == table.row(1) && kept.row(2) == table.row(2))
    #expect(table.filter { _ in false } == ResultTable(Self.schema))
  }

  @Test func valuesThatAreNoNumbersBecomeReasons() {
    #expect(ResultValue.number(nil, or: .suppressed) == .none(.suppressed))
    #expect(ResultValue.number(.nan, or: .missing) == .none(.missing))
    #expect(ResultValue.number(-.infinity, or: .missing) == .none(.missing))
    #expect(ResultValue.number(1.5, or: .missing) == .number(1.5))
    #expect(ResultValue.integer(nil, or: .missing).reason == .missing)
    #expect(ResultValue.integer(4).double == 4 && ResultValue.text("4").double == nil)
    #expect(ResultValue.boolean(true).string == nil)
  }

  @Test func manyRowsStayInOrder() {
    var table = ResultTable(Self.schema)
    for row in 0..<10_000 {
      table.append([
        .text("\(row % 7)"), row % 3 == 0 ? .none(.missing) : .number(Double(row)), .integer(row),
        .boolean(row % 2 == 0), .texts([]),
      ])
    }
    #expect(
      (0..<10_000).allSatisfy {
        table[$0, "n"] == .integer($0) && table[$0, "zone"] == .text("\($0 % 7)")
          && (table[$0, "estimate"].reason != nil) == ($0 % 3 == 0)
      })
  }
}
