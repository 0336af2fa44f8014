import Indicators

extension Wording {
  /// An error in words. An error whose code has no words yet gets an honest general text with its code and arguments.
  public static func error(_ error: any LevekarError, language: Language = .nb) -> ErrorText {
    self.error(
      code: error.code, kind: error.kind, arguments: error.arguments, place: error.place, language: language)
  }

  /// An error in words, by its parts. Callers that know more than the error does, such as the zone and period that were
  /// being computed, add it to the arguments.
  public static func error(
    code: String, kind: ErrorKind, arguments: [String: String] = [:], place: Place? = nil,
    language: Language = .nb
  ) -> ErrorText {
    let arguments = prepared(arguments, language)
    func words(_ text: LocalisedText) -> String { TextTemplate(text(language), language).filled(arguments) }
    let more = "levekar explain \(code)"
    let entry = errorEntries[code]
    return ErrorText(
      language: language,
      headline: entry.map { words($0.headline) } ?? headline(of: kind, language),
      because: entry.map { words($0.because) } ?? generalBecause(code, arguments, language),
      place: place.map { self.place($0, language: language) }.flatMap { $0.isEmpty ? nil : $0 },
      hint: entry?.hint.map(words) ?? hint(of: kind, language), more: more)
  }

  /// The codes that have words of their own, in order.
  public static var knownErrorCodes: [String] { errorEntries.keys.sorted() }

  /// A place as a person would point at it: `lavinntekt.csv, rad 118, kolonne «teller»`.
  public static func place(_ place: Place, language: Language) -> String {
    var arguments: [String: String] = [:]
    arguments["file"] = place.file
    arguments["row"] = place.row.map(String.init)
    arguments["column"] = place.column
    let parts = [
      arguments["file"].map { _ in "{file}" },
      arguments["row"].map { _ in language.pick("rad {row}", "row {row}") },
      arguments["column"].map { _ in language.pick("kolonne «{column}»", "column «{column}»") },
    ].compactMap { $0 }
    return TextTemplate(parts.joined(separator: ", "), language).filled(arguments)
  }

  static let errorEntries: [String: ErrorEntry] = [
    indicatorsErrors, statisticsErrors, interchangeErrors, documentErrors, analysisErrors,
    knowledgeBaseErrors,
    pipelineErrors,
    sensitivityErrors,
    staggeredErrors,
    cohortErrors,
    effectErrors,
    planErrors,
  ].reduce(into: [:]) { all, some in all.merge(some) { first, _ in first } }

  /// Adds the nearest of the known names to the arguments, and shortens the list of them.
  private static func prepared(_ arguments: [String: String], _ language: Language) -> [String: String] {
    var result = arguments
    for key in ["known", "candidates"] {
      guard let list = arguments[key], !list.isEmpty else { continue }
      let names = list.split(separator: ", ").map(String.init)
      let wanted = ["measure", "name", "value", "zone", "member", "key", "option", "role"].lazy
        .compactMap { arguments[$0] }.first
      if result["nearest"] == nil { result["nearest"] = wanted.flatMap { NearestName.of($0, among: names) } }
      // Of the choices of an option all are named: nothing else lists them.
      guard names.count > 8, arguments["option"] == nil else { continue }
      let more = names.count - 8
      result[key] =
        names.prefix(8).joined(separator: ", ") + language.pick(" og \(more) til", " and \(more) more")
    }
    return result
  }

  private static func generalBecause(_ code: String, _ arguments: [String: String], _ language: Language)
    -> String
  {
    let values = arguments.sorted { $0.key < $1.key }.filter { !$0.value.isEmpty }
      .map { "\($0.key) = \($0.value)" }
    let text = ([code] + (values.isEmpty ? [] : [values.joined(separator: ", ")])).joined(separator: ": ")
    return TextTemplate("{text}", language).filled(["text": text])
  }

  private static func headline(of kind: ErrorKind, _ language: Language) -> String {
    switch kind {
    case .refused:
      language.pick("dette lar seg ikke beregne av disse tallene", "these figures do not allow this")
    case .usage:
      language.pick(
        "kommandoen kan ikke utføres slik den står", "the command cannot be carried out as it stands")
    case .badData: language.pick("dataene er ikke slik de skal være", "the data are not as they should be")
    case .noInput: language.pick("dataene er ikke å finne", "the data are not to be found")
    case .unavailable: language.pick("ingen kilde svarte", "no source answered")
    case .cannotWrite: language.pick("resultatet kan ikke skrives", "the result cannot be written")
    case .tryLater:
      language.pick("dette går ikke nå, men kanskje senere", "this cannot be done now, but perhaps later")
    case .defect: language.pick("feil i programmet", "a defect of the program")
    }
  }

  private static func hint(of kind: ErrorKind, _ language: Language) -> String? {
    switch kind {
    case .usage: language.pick("se `levekar help`", "see `levekar help`")
    case .unavailable, .tryLater: language.pick("prøv igjen senere", "try again later")
    case .defect:
      language.pick(
        "meld fra med kommandoen og denne teksten; dataene dine er ikke endret",
        "report it with the command and this text; your data are unchanged")
    default: nil
    }
  }
}
