/// A reader of HTML, strict enough to notice what a browser would forgive: tags that do not match, attributes twice, text
/// that was not escaped.
struct HTMLLint {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// All text inside, that of children included.
    var text = ""
  }

  private(set) var elements: [Element] = []
  private(set) var problems: [String] = []

  private static let void: Set<String> = ["meta", "br", "line", "rect", "circle", "polyline", "polygon"]

  init(_ html: String) {
    var rest = Substring(html)
    var open: [Int] = []
    while !rest.isEmpty {
      guard rest.first == "<" else {
        let text = rest.prefix { $0 != "<" }
        rest = rest.dropFirst(text.count)
        if text.contains(">"), !open.contains(where: { elements[$0].name == "style" }) {
          problems.append("a bare > in text: \(text.prefix(40))")
        }
        for index in open { elements[index].text += text }
        continue
      }
      guard let end = rest.firstIndex(of: ">") else {
        problems.append("a tag that never ends")
        break
      }
      let tag = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        let name = String(tag.dropFirst())
        if let last = open.last, elements[last].name == name {
          open.removeLast()
        } else {
          problems.append("</\(name)> closes \(open.last.map { elements[$0].name } ?? "nothing")")
        }
        continue
      }
      let closesItself = tag.hasSuffix("/")
      let body = closesItself ? tag.dropLast() : tag
      let name = String(body.prefix { $0 != " " && $0 != "\n" })
      elements.append(Element(name: name, attributes: attributes(body.dropFirst(name.count))))
      if !closesItself, !Self.void.contains(name) { open.append(elements.count - 1) }
    }
    if !open.isEmpty { problems.append("never closed: \(open.map { elements[$0].name })") }
  }

  private mutating func attributes(_ text: Substring) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text.drop { $0 == " " || $0 == "\n" }
    while !rest.isEmpty {
      let name = String(rest.prefix { $0 != "=" })
      rest = rest.dropFirst(name.count + 1)
      guard rest.first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") else {
        problems.append("attribute without quotation marks: \(name)")
        return result
      }
      if result[name] != nil { problems.append("attribute twice: \(name)") }
      result[name] = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = rest[rest.index(after: end)...].drop { $0 == " " || $0 == "\n" }
    }
    return result
  }

  func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
}
