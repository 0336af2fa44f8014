import Indicators

/// What the signs beside or instead of a figure mean.
///
/// The standard signs of Statistics Norway (`.`, `..`, `...`, `:`, `-`, `*`), which FHI uses too; the observation codes
/// of SDMX (`e` estimated, `p` provisional, `a` normal, …); and otherwise what the file's own legend says in words.
struct StandardSigns {
  /// What a sign says about its cell.
  struct Meaning: Equatable {
    /// What the cell is when it has no figure, and, for hidden cells, also when it has.
    var status: CellStatus
    /// Marks for a cell that has a figure.
    var flags: CellStatus.Flags
    /// Whether the sign was understood.
    var isKnown: Bool
  }

  private let legend: [String: String]
  private var known: [String: Meaning] = [:]

  init(legend: [String: String] = [:]) {
    self.legend = legend
  }

  /// The meaning of a sign.
  mutating func meaning(of sign: String) -> Meaning {
    if let meaning = known[sign] { return meaning }
    let meaning = Self.standard(sign) ?? Self.described(legend[sign])
    let result = meaning ?? Meaning(status: .missing, flags: [], isKnown: false)
    known[sign] = result
    return result
  }

  private static func standard(_ sign: String) -> Meaning? {
    switch sign {
    case ".": Meaning(status: .notApplicable, flags: [], isKnown: true)
    case "..", "...", "…": Meaning(status: .missing, flags: [], isKnown: true)
    case ":": Meaning(status: .suppressed, flags: [], isKnown: true)
    case "-", "–", "": Meaning(status: .missing, flags: [], isKnown: true)
    case "*": Meaning(status: .missing, flags: .provisional, isKnown: true)
    case "a", "A": Meaning(status: .missing, flags: [], isKnown: true)
    case "p", "P": Meaning(status: .missing, flags: .provisional, isKnown: true)
    case "e", "E": Meaning(status: .missing, flags: .estimated, isKnown: true)
    case "c", "C": Meaning(status: .suppressed, flags: [], isKnown: true)
    default: nil
    }
  }

  /// The meaning that a legend's words give.
  private static func described(_ words: String?) -> Meaning? {
    guard let words = words?.lowercased() else { return nil }
    func says(_ stems: String...) -> Bool { stems.contains { words.contains($0) } }
    if says("anonym", "konfid", "confid", "skjult", "skjerm", "prikket", "suppress") {
      return Meaning(status: .suppressed, flags: [], isKnown: true)
    }
    if says("ikke beregne", "ikke aktuel", "not applicable", "not computable", "cannot be calculated") {
      return Meaning(status: .notApplicable, flags: [], isKnown: true)
    }
    if says("provisional", "preliminary", "foreløpig") {
      return Meaning(status: .missing, flags: .provisional, isKnown: true)
    }
    if says("estimat") { return Meaning(status: .missing, flags: .estimated, isKnown: true) }
    if says("mangl", "missing", "not available") {
      return Meaning(status: .missing, flags: [], isKnown: true)
    }
    return nil
  }
}
