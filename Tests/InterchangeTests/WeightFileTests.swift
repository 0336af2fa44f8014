import Testing

@testable import Interchange

@Suite struct WeightFileTests {
  @Test func weightsAreReadWithEitherDecimalSign() throws {
    let text = "indikator;vekt\nlavinntekt;0,5\nneet;0.25\n"
    #expect(
      try WeightFile.read(ByteSource(Array(text.utf8), path: "vekter.csv")) == [
        "lavinntekt": 0.5, "neet": 0.25,
      ])
  }

  @Test(arguments: ["-1", "x", "", "nan", "inf"])
  func whatIsNoWeightIsRefused(text: String) {
    let bytes = Array("indicator;weight\na;1\nb;\(text)\n".utf8)
    #expect(throws: InterchangeError.self) { try WeightFile.read(ByteSource(bytes, path: "w.csv")) }
  }
}
