import Analyses
import Disclosure
import Estimates
import Indicators
import Reports
import Testing

@Suite struct InequalityLayoutTests {
  /// Each row has the format of its own unit, and what chance gives stands beside an index of segregation.
  @Test func rowsHaveFormatsOfTheirOwn() {
    var table = ResultTable(Schemas.inequality)
    func row(
      _ measure: String, _ method: String, _ value: Double, _ unit: String, _ more: [String: ResultValue]
    ) {
      var cells: [String: ResultValue] = [
        "indicator": .text("share"), "zone": .text("all"), "zone_name": .text(""), "period": .text("2024"),
        "measure": .text(measure), "method": .text(method), "estimate": .number(value), "unit": .text(unit),
        "confidence": .number(0.95), "diagnostics": .texts([]),
      ]
      cells.merge(more) { _, new in new }
      table.append(cells)
    }
    row(
      "sii-ohid", "inequality.sii-ohid", 8.12, "per cent",
      ["lower": .number(6.3), "upper": .number(10), "contrast": .text("bottom-minus-top")])
    row("gini", "inequality.gini", 0.1704, "index", ["lower": .number(0.15), "upper": .number(0.19)])
    row(
      "dissimilarity", "segregation.dissimilarity", 0.078, "index",
      [
        "chance_lower": .number(0.018), "chance_upper": .number(0.036), "corrected": .number(0.053),
        "p_value": .number(0.001),
      ])
    let result = ResultSet(verb: "inequality", tables: [table])
    let text = TerminalTable(.holdingNoFigures(result), language: .nb).lines(width: 140)
      .joined(separator: "\n").replacing("\u{A0}", with: " ")
    for part in [
      "share (prosent)", "alle sonene samlet", "+8,1 pp (6,3 til 10,0)", "0,170 (0,150 til 0,190)",
      "0,018–0,036",
      "0,053", "SII (OHID)",
    ] {
      #expect(text.contains(part), "\(part) in\n\(text)")
    }
  }
}
