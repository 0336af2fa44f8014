import Indicators

extension Wording {
  /// What a refresh brought, in one line: `versjon 3 · 9 kilder · 2 nye tall, 14 reviderte, 0 trukket · 0 feil, 3 merknader`.
  ///
  /// - Parameter version: `nil` where nothing is stored.
  public static func edition(
    version: Int?, sources: Int, added: Int, revised: Int, withdrawn: Int, errors: Int, notes: Int,
    language: Language
  ) -> String {
    func count(_ number: Int, _ one: (nb: String, en: String), _ many: (nb: String, en: String)) -> String {
      let words = number == 1 ? one : many
      return "\(language.number(number)) \(language.pick(words.nb, words.en))"
    }
    var parts: [String] = []
    if let version { parts.append("\(language.pick("versjon", "version")) \(version)") }
    parts.append(count(sources, ("kilde", "source"), ("kilder", "sources")))
    parts.append(
      [
        count(added, ("nytt tall", "new figure"), ("nye tall", "new figures")),
        count(revised, ("revidert", "revised"), ("reviderte", "revised")),
        count(withdrawn, ("trukket", "withdrawn"), ("trukket", "withdrawn")),
      ].joined(separator: ", "))
    parts.append(
      [
        count(errors, ("feil", "error"), ("feil", "errors")),
        count(notes, ("merknad", "note"), ("merknader", "notes")),
      ].joined(separator: ", "))
    return parts.joined(separator: " · ")
  }

  /// The mark of figures made for an example. It stands on every page and in every file that shows them.
  public static func constructedMark(_ language: Language) -> String {
    language.pick("EKSEMPELTALL – konstruert", "EXAMPLE FIGURES – constructed")
  }
}
