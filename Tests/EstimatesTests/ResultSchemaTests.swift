import Estimates
import Testing

@Suite struct ResultSchemaTests {
  let schema = ResultSchema(
    verb: "level",
    columns: [
      ResultColumn("zone", .text, "Code."), ResultColumn("zone_name", .text, "Name."),
      ResultColumn("period", .text, "Period."), ResultColumn("n", .integer, "Number."),
      ResultColumn("zone", .number, "Again."),
    ])

  @Test func aKeyComesOnce() {
    #expect(schema.columns.map(\.key) == ["zone", "zone_name", "period", "n"])
    #expect(schema.columns[0].type == .text)
    #expect(schema.position(of: "period") == 2 && schema.position(of: "value") == nil)
    #expect(schema.table == "rows")
  }

  @Test func dimensionsFollowTheZone() {
    let split = schema.split(by: ["sex", "age"])
    #expect(split.columns.map(\.key) == ["zone", "zone_name", "sex", "age", "period", "n"])
    #expect(ResultSchema(verb: "x", columns: []).split(by: ["sex"]).columns.map(\.key) == ["sex"])
  }

  /// A foreign file may call a dimension what the verb calls a column; the verb's column stays what it is.
  @Test func aDimensionNeverReplacesAColumn() {
    #expect(schema.key(ofDimension: "n") == "n_category")
    #expect(schema.key(ofDimension: "sex") == "sex")
    let split = schema.split(by: ["n", "period"])
    #expect(
      split.columns.map(\.key) == ["zone", "zone_name", "n_category", "period_category", "period", "n"])
    #expect(split.columns.last?.type == .integer)
  }
}
