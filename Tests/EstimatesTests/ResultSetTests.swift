import Estimates
import Indicators
import Testing

@Suite struct ResultSetTests {
  static func set(_ estimates: [ResultValue]) -> ResultSet {
    var table = ResultTable(
      ResultSchema(
        verb: "level",
        columns: [ResultColumn("zone", .text, "Code."), ResultColumn("estimate", .number, "Value.")]))
    for estimate in estimates { table.append([.text("1"), estimate]) }
    let donors = ResultTable(
      ResultSchema(verb: "level", table: "donors", columns: [ResultColumn("zone", .text, "Code.")]))
    return ResultSet(verb: "level", tables: [donors, table])
  }

  @Test func rowsAreTheTableOfThatName() {
    #expect(Self.set([.number(1)]).rows.count == 1)
    #expect(ResultSet(verb: "level", tables: []).rows.count == 0)
  }

  @Test func refusedIsWhereEveryRowIs() {
    #expect(Self.set([.none(.suppressed), .none(.tooFewPoints)]).isRefused)
    #expect(!Self.set([.none(.suppressed), .number(0)]).isRefused)
    #expect(!Self.set([]).isRefused)
    #expect(!ResultSet(verb: "list", tables: []).isRefused)
  }
}
