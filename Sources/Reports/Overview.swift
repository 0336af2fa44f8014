import Disclosure
import Estimates
import Indicators
import Mustache
import Wording

/// The overview of a programme as one HTML page that needs nothing beside itself: no script, no fetched font or image.
///
/// For each goal a table of its indicators with the treated zone, the comparator, the difference with its interval, the
/// verdict and the trend, and for each indicator a chart with its figures in a table beside it. Every number comes from
/// the rows it is given; hidden figures are signs and gaps.
public struct Overview {
  private let content: OverviewContent
  private let template: MustacheTemplate
  private var language: Language { content.language }
  private var words: PageWords { PageWords(language) }

  /// A page of this content.
  public init(_ content: OverviewContent) {
    self.content = content
    do {
      template = try MustacheTemplate(string: OverviewTemplate.page)
    } catch {
      preconditionFailure("the page's own template does not parse: \(error)")
    }
  }

  /// The page. The same content gives the same bytes.
  public func html() -> String {
    let sections = GoalSection.all(content)
    let digests = sections.flatMap(\.digests)
    let title = content.programme.name(language)
    var page: [String: Any] = [
      "lang": language.rawValue, "title": plain(title), "style": OverviewStyle.css, "skip": words.skip,
      "edition": edition(), "failures": content.edition.failedSources.map { plain(words.failedSource($0)) },
      "inShort": words.inShort, "findings": findings(digests).map(plain), "effectNote": words.effectNote,
      "contents": words.contents, "about": words.aboutFigures,
      "notes": [words.intervalNote, words.similarNote],
      "signs": words.signs.map { ["sign": $0.sign, "meaning": $0.meaning] },
      "methods": methods(), "footer": "levekar · " + content.edition.text(language),
    ]
    if digests.contains(where: \.isConstructed) {
      page["constructed"] = ["mark": Wording.constructedMark(language), "note": words.constructedNote]
    }
    page["goals"] = sections.enumerated().map { section($0.offset, $0.element) }
    return template.render(page)
  }

  /// Control characters have no place in HTML.
  private func plain(_ text: String) -> String { DisplayWidth.printable(text) }

  private func edition() -> String {
    var text = content.edition.text(language)
    if let updated = content.edition.updated { text += " · " + words.updated(language.date(updated)) }
    return text
  }

  private func findings(_ digests: [IndicatorDigest]) -> [String] {
    content.programme.treated.flatMap { treated -> [String] in
      let own = digests.filter { $0.treated.zone == treated.zone }
      guard let first = own.first else { return [] }
      func names(_ verdicts: [String]) -> [String] {
        own.filter { digest in
          let hasDifference = digest.latest?.number("estimate") != nil
          let verdict = hasDifference ? digest.latest?.text("verdict") ?? "not-compared" : "not-compared"
          return digest.latest != nil && verdicts.contains(verdict)
        }.map { $0.indicator.name(language) }
      }
      let lines = words.findings(
        zone: first.zoneName, comparator: own.lazy.compactMap(\.comparatorName).first ?? "",
        worse: names(["worse"]), better: names(["better"]), different: names(["higher", "lower"]),
        similar: names(["similar"]), notCompared: names(["not-compared"]))
      return lines
    }
  }

  private func methods() -> [[String: String]] {
    let results = [content.level, content.compare] + [content.trend, content.baseline].compactMap(\.self)
    let ids = Set(results.flatMap { $0.value.rows.entries.compactMap { $0.text("method") } })
    return ids.sorted().compactMap { id in
      Wording.article(id, language: language).map { ["title": $0.title, "body": $0.body] }
    }
  }

  private func section(_ position: Int, _ section: GoalSection) -> [String: Any] {
    let anchor = "goal-\(position + 1)"
    let first = section.digests.first
    let severalZones = content.programme.treated.count > 1
    let comparator = section.digests.lazy.compactMap(\.comparatorName).first ?? words.nothing
    let zone = severalZones ? words.treatedZones : first?.zoneName ?? ""
    var head: [String: Any] = [
      "indicator": words.indicator, "period": words.period,
      "value": severalZones
        ? Wording.sentenceCase(Wording.columnHeader("value", language: language)) : plain(zone),
      "comparator": plain(Wording.sentenceCase(comparator)),
      "difference": words.difference(section.digests.lazy.compactMap(\.confidence).first),
      "verdict": words.verdict, "trend": words.trend,
    ]
    if severalZones { head["zone"] = words.zone }
    return [
      "anchor": anchor, "name": plain(section.name),
      "caption": plain(words.caption(goal: section.name, zone: zone, comparator: comparator)), "head": head,
      "rows": section.digests.enumerated().map { index, digest in
        IndicatorCard(
          digest, anchor: "\(anchor)-\(index + 1)", index: DigestIndex(content), severalZones: severalZones,
          language: language
        ).fields()
      },
    ]
  }
}
