import Indicators

/// What is behind a word, a method, a diagnostic, a reason or an error code: a title and a few plain sentences.
public struct Article: Sendable, Equatable {
  /// The id it was found by.
  public let id: String
  /// The title.
  public let title: String
  /// The sentences.
  public let body: String
}

/// A title and sentences in both languages.
struct ArticleText {
  let title: LocalisedText
  let body: LocalisedText

  init(_ title: (nb: String, en: String), _ body: (nb: String, en: String)) {
    self.title = LocalisedText(nb: title.nb, en: title.en)
    self.body = LocalisedText(nb: body.nb, en: body.en)
  }
}

extension Wording {
  /// The article behind an id or a word, or `nil`.
  ///
  /// Looked up in turn: methods, reasons, diagnostics, error codes, and the glossary by its terms in both languages,
  /// whatever the case.
  public static func article(_ id: String, language: Language = .nb) -> Article? {
    let text =
      methodArticles[id] ?? reasonTexts[id].map { ArticleText($0) } ?? diagnosticTexts[id].map {
        ArticleText($0)
      }
      ?? errorEntries[id].map { ArticleText($0) }
    if let text { return Article(id: id, title: text.title(language), body: text.body(language)) }
    return term(id, language: language)
  }

  /// Every id and word that ``article(_:language:)`` knows, in order, for *did you mean*.
  public static var articleIDs: [String] {
    let ids =
      Array(methodArticles.keys) + Array(reasonTexts.keys) + Array(diagnosticTexts.keys)
      + Array(errorEntries.keys) + glossary.flatMap { [$0.nb, $0.en] }
    return Set(ids).sorted()
  }

  /// A method's name for people, such as «Wilson-intervall for en andel»; the id where there is no article.
  public static func method(_ method: Method, language: Language) -> String {
    methodArticles[method.rawValue]?.title(language) ?? method.rawValue
  }

  /// The methods that have an article, in order.
  public static var knownMethods: [Method] { methodArticles.keys.sorted().map { Method($0) } }

  /// Why a number does not exist, as a phrase; the id where there are no words.
  public static func reason(_ reason: Reason, language: Language) -> String {
    knownReason(reason, language: language) ?? reason.rawValue
  }

  /// The reasons that have words, in order.
  public static var knownReasons: [Reason] { reasonTexts.keys.sorted().map { Reason($0) } }

  /// The diagnostics that have words, in order.
  public static var knownDiagnostics: [Diagnostic] { diagnosticTexts.keys.sorted().map { Diagnostic($0) } }

  /// A diagnostic as a phrase; the id where there are no words.
  public static func diagnostic(_ diagnostic: Diagnostic, language: Language) -> String {
    diagnosticTexts[diagnostic.rawValue]?.title(language)
      ?? reasonTexts[diagnostic.rawValue]?.phrase(language) ?? diagnostic.rawValue
  }

  /// A finding as one line: what, with the values at fault, how often, and the first place.
  public static func finding(_ finding: Finding, language: Language) -> String {
    var arguments = finding.arguments
    arguments["count"] = String(finding.count)
    // A reason is said, not named.
    if let reason = arguments["reason"], let phrase = knownReason(Reason(reason), language: language) {
      arguments["reason"] = phrase
    }
    let id = finding.diagnostic.rawValue
    let template = diagnosticTexts[id]?.line(language) ?? reasonTexts[id]?.phrase(language)
    var line: String
    if let template {
      line = TextTemplate(template, language).filled(arguments)
    } else {
      let values = finding.arguments.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
      line = TextTemplate("{id}[: {values}]", language)
        .filled(["id": id, "values": values.joined(separator: ", ")])
    }
    let showsCount = template?.contains("{count") ?? false
    if finding.count > 1, !showsCount {
      line += " (\(language.number(finding.count)) \(language.pick("ganger", "times")))"
    }
    if let place = finding.place {
      let words = self.place(place, language: language)
      if !words.isEmpty {
        line += finding.count > 1 ? language.pick("; først i \(words)", "; first in \(words)") : " (\(words))"
      }
    }
    return line
  }

  static func knownReason(_ reason: Reason, language: Language) -> String? {
    reasonTexts[reason.rawValue]?.phrase(language)
      ?? errorEntries[reason.rawValue].map { TextTemplate($0.headline(language), language).filled([:]) }
  }
}

extension ArticleText {
  init(_ reason: ReasonText) {
    title = reason.phrase
    body = reason.body
  }

  init(_ diagnostic: DiagnosticText) {
    title = diagnostic.title
    body = diagnostic.body
  }

  /// The article of an error code: its sentences without particular values.
  init(_ error: ErrorEntry) {
    func plain(_ text: LocalisedText, _ language: Language) -> String {
      TextTemplate(text(language), language).filled([:])
    }
    func sentence(_ text: String) -> String {
      guard let first = text.first else { return "" }
      return first.uppercased() + text.dropFirst() + "."
    }
    func body(_ language: Language) -> String {
      let parts = [plain(error.because, language)] + (error.hint.map { [plain($0, language)] } ?? [])
      // A sentence that is nothing but an argument says nothing without it.
      let sentences = parts.filter { $0.contains(where: \.isLetter) }.map(sentence)
      return sentences.isEmpty ? sentence(plain(error.headline, language)) : sentences.joined(separator: " ")
    }
    title = LocalisedText(nb: plain(error.headline, .nb), en: plain(error.headline, .en))
    self.body = LocalisedText(nb: body(.nb), en: body(.en))
  }
}

/// The words of a reason: a phrase that fits after «fordi», and an article.
struct ReasonText {
  let phrase: LocalisedText
  let body: LocalisedText

  init(_ phrase: (nb: String, en: String), _ body: (nb: String, en: String)) {
    self.phrase = LocalisedText(nb: phrase.nb, en: phrase.en)
    self.body = LocalisedText(nb: body.nb, en: body.en)
  }
}

/// The words of a diagnostic: a title, a line with the values at fault (placeholders as in ``TextTemplate``), an article.
struct DiagnosticText {
  let title: LocalisedText
  let line: LocalisedText
  let body: LocalisedText

  init(
    _ title: (nb: String, en: String), line: (nb: String, en: String)? = nil, _ body: (nb: String, en: String)
  ) {
    self.title = LocalisedText(nb: title.nb, en: title.en)
    self.line = line.map { LocalisedText(nb: $0.nb, en: $0.en) } ?? self.title
    self.body = LocalisedText(nb: body.nb, en: body.en)
  }
}
