import Indicators
import Wording

/// What the nightly job found, as it says it on a terminal: the goals, and under each the indicators with the treated
/// zone, the comparator, the difference with its interval and verdict, and the trend.
public struct RefreshSummary {
  /// Something a refresh wrote, named at the end of the summary.
  public struct Output: Sendable, Hashable {
    /// What it is: `report`, `figures` or `base`.
    public let kind: String
    /// Where, as the user would write it, and what else there is to say.
    public let path: String

    /// An output.
    public init(kind: String, path: String) {
      self.kind = kind
      self.path = path
    }
  }

  private let content: OverviewContent
  private let outputs: [Output]

  /// A summary of a report's content.
  public init(_ content: OverviewContent, outputs: [Output] = []) {
    self.content = content
    self.outputs = outputs
  }

  /// The lines for a terminal so many columns wide.
  public func lines(width: Int = 120, usesColour: Bool = false) -> [String] {
    let language = content.language
    let words = PageWords(language)
    let sections = GoalSection.all(content)
    let digests = sections.flatMap(\.digests)
    let title = DisplayWidth.printable(content.programme.name(language))
    let edition = content.edition.text(language)
    let shownTitle = usesColour ? TerminalColour.bold(title) : title
    let fits = DisplayWidth.of(title) + 4 + DisplayWidth.of(edition) <= width
    var lines = fits ? ["\(shownTitle)    \(edition)"] : [shownTitle, edition]
    let severalZones = Set(digests.map(\.treated.zone)).count > 1
    let hasConstructed = digests.contains(where: \.isConstructed)
    var columns = [TextTable.Column("", shortest: 16)]
    columns.append(TextTable.Column("", dispensability: 2, shortest: 9))
    if severalZones { columns.append(TextTable.Column(words.zone.lowercased(), shortest: 10)) }
    columns += [
      TextTable.Column(
        severalZones ? Wording.columnHeader("value", language: language) : digests.first?.zoneName ?? "",
        isRight: true),
      TextTable.Column(
        digests.lazy.compactMap(\.comparatorName).first ?? "", isRight: true, dispensability: 3),
      TextTable.Column(
        words.difference(digests.lazy.compactMap(\.confidence).first).lowercasedFirst, isRight: true),
      TextTable.Column("", shortest: 22),
      TextTable.Column(
        Wording.columnHeader("direction", language: language), dispensability: 1, shortest: 20),
    ]
    var table = TextTable(columns: columns)
    for section in sections {
      table.add(section: section.name)
      for digest in section.digests {
        let text = DigestWords(digest: digest, language: language)
        // Before the name, so that no narrow window cuts it off.
        let mark = digest.isConstructed ? "† " : ""
        var cells = [TextTable.Cell("  \(mark)\(digest.indicator.name(language))")]
        cells.append(TextTable.Cell(text.period))
        if severalZones { cells.append(TextTable.Cell(digest.zoneName)) }
        for phrase in [text.value, text.comparatorValue, text.difference, text.verdict, text.trend] {
          cells.append(TextTable.Cell(phrase.text, tone: phrase.tone))
        }
        table.add(cells)
      }
    }
    let (body, _) = table.terminal(width: max(60, width), usesColour: usesColour)
    if !digests.isEmpty { lines += body }
    if hasConstructed {
      lines.append("† \(Wording.constructedMark(language)). \(words.constructedNote)")
    }
    for source in content.edition.failedSources {
      lines.append(DisplayWidth.printable(words.failedSource(source)))
    }
    if !outputs.isEmpty {
      lines.append(
        outputs.map { "\(words.output($0.kind)): \(DisplayWidth.printable($0.path))" }.joined(
          separator: " · "))
    }
    return lines
  }
}

extension String {
  /// The text with its first letter in lower case.
  fileprivate var lowercasedFirst: String {
    first.map { $0.lowercased() + dropFirst() } ?? self
  }
}
