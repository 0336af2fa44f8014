/// A table of words and numbers, laid out for a terminal or as Markdown.
struct TextTable {
  /// A column: how it is aligned, and how willingly it gives way on a narrow terminal.
  struct Column {
    var header: String
    var isRight: Bool
    /// Columns with a higher number are left out first; 0 stays whatever the width.
    var dispensability: Int
    /// Left-aligned columns may be shortened to this.
    var shortest: Int

    init(_ header: String, isRight: Bool = false, dispensability: Int = 0, shortest: Int = 12) {
      self.header = header
      self.isRight = isRight
      self.dispensability = dispensability
      self.shortest = shortest
    }
  }

  /// How a cell may be coloured. The words say the same.
  enum Tone {
    case plain
    case better
    case worse
    case muted
  }

  /// A cell.
  struct Cell {
    var text: String
    var tone: Tone

    init(_ text: String, tone: Tone = .plain) {
      self.text = DisplayWidth.printable(text)
      self.tone = tone
    }
  }

  /// A line of the table.
  enum Line {
    case row([Cell])
    case section(String)
  }

  var columns: [Column]
  var lines: [Line] = []

  mutating func add(_ cells: [Cell]) { lines.append(.row(cells)) }
  mutating func add(section: String) { lines.append(.section(DisplayWidth.printable(section))) }

  private var rows: [[Cell]] {
    lines.compactMap { line in
      if case .row(let cells) = line { return cells }
      return nil
    }
  }

  /// The lines for a terminal so many columns wide, and the headers of columns that found no room.
  func terminal(width: Int, usesColour: Bool) -> (lines: [String], leftOut: [String]) {
    let gap = 2
    var widths = columns.map { DisplayWidth.of($0.header) }
    for row in rows {
      for (index, cell) in row.enumerated() where widths.indices.contains(index) {
        widths[index] = max(widths[index], DisplayWidth.of(cell.text))
      }
    }
    var shown = Array(columns.indices)
    func total() -> Int { shown.reduce(0) { $0 + widths[$1] } + gap * max(0, shown.count - 1) }
    func shortened() -> [Int] {
      var result = widths
      var excess = total() - width
      while excess > 0 {
        let candidates = shown.filter { !columns[$0].isRight && result[$0] > columns[$0].shortest }
        guard let widest = candidates.max(by: { result[$0] < result[$1] }) else { break }
        result[widest] -= 1
        excess -= 1
      }
      return result
    }
    var fitted = shortened()
    var leftOut: [Int] = []
    while shown.reduce(0, { $0 + fitted[$1] }) + gap * max(0, shown.count - 1) > width,
      let next = shown.filter({ columns[$0].dispensability > 0 })
        .max(by: { columns[$0].dispensability < columns[$1].dispensability })
    {
      shown.removeAll { $0 == next }
      leftOut.append(next)
      fitted = shortened()
    }
    func line(_ texts: [(text: String, tone: Tone)]) -> String {
      var result = ""
      for (position, index) in shown.enumerated() {
        let (text, tone) = index < texts.count ? texts[index] : ("", .plain)
        let cut = DisplayWidth.truncated(text, to: fitted[index])
        let padding = String(repeating: " ", count: max(0, fitted[index] - DisplayWidth.of(cut)))
        let painted = usesColour ? TerminalColour.paint(cut, tone) : cut
        if position > 0 { result += String(repeating: " ", count: gap) }
        result += columns[index].isRight ? padding + painted : painted + padding
      }
      while result.last == " " { result.removeLast() }
      return result
    }
    var output: [String] = []
    if columns.contains(where: { !$0.header.isEmpty }) {
      output.append(line(columns.map { ($0.header, .muted) }))
    }
    for entry in lines {
      switch entry {
      case .row(let cells): output.append(line(cells.map { ($0.text, $0.tone) }))
      case .section(let title):
        output.append(usesColour ? TerminalColour.bold(title) : title)
      }
    }
    return (output, leftOut.sorted().map { columns[$0].header })
  }

  /// The lines as a Markdown table; sections become rows of their own.
  func markdown() -> [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    var output = [line(columns.map { Self.escaped($0.header) })]
    output.append("|" + columns.map { $0.isRight ? "---:" : ":---" }.joined(separator: "|") + "|")
    for entry in lines {
      switch entry {
      case .row(let cells):
        output.append(line(columns.indices.map { $0 < cells.count ? Self.escaped(cells[$0].text) : "" }))
      case .section(let title):
        output.append(line(["**\(Self.escaped(title))**"] + columns.dropFirst().map { _ in "" }))
      }
    }
    return output
  }

  /// Text in which nothing is Markdown or HTML.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "*", "_", "`", "[", "]", "<", ">", "#", "~", "&": result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}

/// Colour on a terminal.
public enum TerminalColour {
  /// Whether colour may be used: only on a terminal, and not where `NO_COLOR` is set or the terminal is `dumb`.
  public static func isAllowed(isTerminal: Bool, environment: [String: String]) -> Bool {
    isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  static func paint(_ text: String, _ tone: TextTable.Tone) -> String {
    if text.isEmpty { return text }
    return switch tone {
    case .plain: text
    case .better: "\u{1B}[32m\(text)\u{1B}[0m"
    case .worse: "\u{1B}[31m\(text)\u{1B}[0m"
    case .muted: "\u{1B}[2m\(text)\u{1B}[0m"
    }
  }

  static func bold(_ text: String) -> String { "\u{1B}[1m\(text)\u{1B}[0m" }
}
