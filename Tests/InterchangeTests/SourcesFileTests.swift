import Indicators
import Testing

@testable import Interchange

@Suite("Sources file")
struct SourcesFileTests {
  private func read(_ text: String) throws -> [DataSource] {
    try SourcesFile.read(Array(("schema: levekar.sources/1\nsources:\n" + text).utf8))
  }

  @Test("Every key is read")
  func full() throws {
    let sources = try read(
      """
        - id: ssb-07459
          kind: pxweb2
          host: https://data.ssb.no/api/pxwebapi/v2
          table: {id: "07459", title-contains: "Befolkning", dimensions: [Region, Tid]}
          select: {Region: {codelist: agg_KommSummer, codes: [K-3909]}, ContentsCode: [Personer1, B], Tid: "from(2002)"}
          licence: CC BY 4.0
          attribution: "Kilde: SSB"
          expect: {frequency: yearly, new-by: "03-15", minimum-rows: 20}
        - id: local
          kind: folder
          path: figures/*.csv
          columns: {zone: Sone, value: Verdi}
          constructed: true
      """)
    #expect(
      sources == [
        DataSource(
          id: "ssb-07459", kind: .pxweb2, host: "https://data.ssb.no/api/pxwebapi/v2", table: "07459",
          select: ["Region": "agg_KommSummer:K-3909", "ContentsCode": "Personer1,B", "Tid": "from(2002)"],
          licence: "CC BY 4.0", attribution: "Kilde: SSB",
          expect: DataSource.Expectation(frequency: "yearly", newBy: "03-15", minimumRows: 20)),
        DataSource(
          id: "local", kind: .folder, path: "figures/*.csv", columns: ["zone": "Sone", "value": "Verdi"],
          isConstructed: true),
      ])
  }

  @Test("A source lacks what its kind needs")
  func problems() {
    func problem(_ text: String) -> ConfigurationProblem? {
      configurationFailure { try read("  - {id: a, " + text + "}") }?.problem
    }
    #expect(problem("kind: folder") == .missingKey("path"))
    #expect(problem("kind: klass") == .missingKey("host"))
    #expect(problem("kind: fhi, host: h") == .missingKey("table"))
    #expect(
      problem("kind: pxweb")
        == .unknownWord(
          key: "kind", word: "pxweb", known: DataSource.Kind.allCases.map(\.rawValue), nearest: "pxweb2"))
    #expect(
      problem("kind: folder, path: p, expect: {new-by: 31-12}")
        == .wrongType(
          key: "new-by", expected: "a day of the year such as 03-15", found: "31-12"))
    #expect(problem("kind: folder, path: p, columns: {sone: x}") == .unknownKey("sone", nearest: "zone"))
  }
}
