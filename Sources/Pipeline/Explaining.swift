import Analyses
import Estimates
import Indicators
import Interchange
import Wording

/// `explain`: the article behind a word, a method id or an error code.
public enum Explaining {
  /// The article of the method whose id ends in the term, as `wilson` ends `proportion.wilson`, where there is only one.
  private static func byLastPart(_ term: String, _ language: Language) -> Article? {
    let wanted = "." + term.lowercased().map { $0 == " " || $0 == "–" ? "-" : String($0) }.joined()
    let found = Wording.articleIDs.filter { $0.hasSuffix(wanted) }
    return found.count == 1 ? Wording.article(found[0], language: language) : nil
  }

  /// The article, with formula and reference where it is a method's.
  ///
  /// - Throws: ``PipelineError/unknownTerm(_:known:)``.
  public static func explain(_ term: String, format: OutputFormat, language: Language) throws -> [UInt8] {
    guard let article = Wording.article(term, language: language) ?? byLastPart(term, language) else {
      throw PipelineError.unknownTerm(term, known: Wording.articleIDs)
    }
    let card = MethodCards.all.first { $0.method.rawValue == article.id }
    guard case .machine(let machine) = format else {
      var lines = [article.title, "", article.body]
      if let card {
        lines += [
          "", "\(Wording.columnHeader("formula", language: language)): \(card.formula)",
          "\(Wording.columnHeader("reference", language: language)): \(card.reference)",
        ]
      }
      return Rendering.text(lines)
    }
    var table = ResultTable(
      ResultSchema(
        verb: "explain",
        columns: [
          ResultColumn("term", .text, "The id."), ResultColumn("title", .text, "The title."),
          ResultColumn("text", .text, "The article."),
          ResultColumn("formula", .text, "The formula of a method."),
          ResultColumn("reference", .text, "The publication of a method."),
        ]))
    table.append([
      "term": .text(article.id), "title": .text(article.title), "text": .text(article.body),
      "formula": card.map { .text($0.formula) } ?? .none(.notApplicable),
      "reference": card.map { .text($0.reference) } ?? .none(.notApplicable),
    ])
    return try ResultWriter.bytes(of: ResultSet(verb: "explain", tables: [table]), as: machine)
  }
}
