import Testing

@testable import Indicators

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("Torstarnd", "Torstrand"), ("torstrand", "Torstrand"), ("Tortsrand", "Torstrand"), ("Lagen", "Langen"),
    ("Torstrandd", "Torstrand"),
  ])
  func theNearestKnownNameIsFound(name: String, nearest: String) {
    #expect(NearestName.of(name, among: ["Torstrand", "Langen", "Bergen sentrum"]) == nearest)
  }

  @Test func farNamesAreNotGuessed() {
    #expect(NearestName.of("Trondheim", among: ["Torstrand", "Langen"]) == nil)
    #expect(NearestName.of("anything", among: [String]()) == nil)
    #expect(NearestName.of("", among: ["Torstrand"]) == nil)
  }
}
