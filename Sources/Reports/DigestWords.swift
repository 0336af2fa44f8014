import Indicators
import Wording

/// The cells of a digest as people read them; the terminal and the page say the same.
struct DigestWords {
  /// A text with what a screen reader says in its place where it is only a sign.
  struct Phrase {
    let text: String
    let spoken: String?
    let tone: TextTable.Tone

    /// The text, or what is said in place of a sign.
    var words: String { spoken ?? text }

    init(_ text: String, spoken: String? = nil, tone: TextTable.Tone = .plain) {
      self.text = text
      self.spoken = spoken
      self.tone = tone
    }
  }

  let digest: IndicatorDigest
  let language: Language

  private var words: PageWords { PageWords(language) }

  var period: String {
    guard let code = (digest.latest ?? digest.latestLevel)?.text("period") else { return "" }
    return language.shortPeriod(code: code)
  }

  var value: Phrase {
    if let row = digest.latest { return phrase(row, "value") }
    if let row = digest.latestLevel { return phrase(row, "estimate") }
    return Phrase(words.nothing)
  }

  var comparatorValue: Phrase {
    guard let row = digest.latest else { return Phrase(words.nothing) }
    return phrase(row, "comparator_value")
  }

  /// Whether the figures are numbers of persons or events, which areas of unlike size have unlike many of: their
  /// difference says nothing, and they share no axis.
  var isOfUnlikeSize: Bool { digest.indicator.kind == .count }

  var difference: Phrase {
    guard let row = digest.latest, !isOfUnlikeSize else { return Phrase(words.nothing) }
    guard let number = row.number("estimate") else {
      let reason = row.reason("estimate") ?? row.rowReason
      if reason == .suppressed { return Phrase(words.cannotBeShown) }
      return Phrase(
        reason == nil ? words.nothing : Wording.trend("not-computable", language: language).words)
    }
    let ends = row.interval("lower", "upper")
      .map { " (\(digest.format.differenceInterval($0.lower, $0.upper)))" }
    return Phrase(digest.format.difference(number) + (ends ?? ""))
  }

  var verdict: Phrase {
    guard let row = digest.latest, row.number("estimate") != nil, let verdict = row.text("verdict") else {
      return Phrase(words.nothing)
    }
    let word = Wording.verdict(verdict, difference: row.number("estimate"), language: language)
    return Phrase(word.text, tone: VerbLayout.tone(verdict))
  }

  var trend: Phrase {
    guard let row = digest.trend else { return Phrase(words.nothing) }
    let direction = row.text("direction") ?? "not-computable"
    if direction == "not-computable" {
      return Phrase(
        row.rowReason == .suppressed ? words.cannotBeShown : Wording.trend(direction, language: language).text
      )
    }
    let better = row.text("better")
    return Phrase(
      Wording.trend(direction, better: better, language: language).text, tone: VerbLayout.tone(better))
  }

  /// Why there is no difference; `nil` where there is one.
  var differenceReason: String? {
    guard let row = digest.latest, let reason = row.rowReason ?? row.reason("estimate") else { return nil }
    return row.number("estimate") == nil ? Wording.reason(reason, language: language) : nil
  }

  /// Why there is no trend; `nil` where there is one.
  var trendReason: String? {
    guard let row = digest.trend, row.text("direction") ?? "not-computable" == "not-computable" else {
      return nil
    }
    return row.rowReason.map { Wording.reason($0, language: language) }
  }

  private func phrase(_ row: ResultRow, _ key: String) -> Phrase {
    if let number = row.number(key) { return Phrase(digest.format.value(number)) }
    guard let reason = row.reason(key) ?? row.rowReason else { return Phrase(words.nothing) }
    let sign = Wording.sign(of: reason, language: language)
    return Phrase(
      reason == .suppressed ? "\(sign.sign) (\(words.hidden))" : sign.sign, spoken: sign.spoken, tone: .muted)
  }
}
