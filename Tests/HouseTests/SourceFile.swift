import Foundation
import TestSupport

/// A Swift file of the package.
struct SourceFile: Sendable {
  /// The path below the package.
  let path: String
  /// `Sources` or `Tests`.
  let area: String
  /// The folder below it: the target.
  let target: String
  /// The file's name without `.swift`.
  let stem: String
  let text: String

  /// Every Swift file below `Sources` and `Tests`, by path.
  static func all() throws -> [SourceFile] {
    var files: [SourceFile] = []
    for area in ["Sources", "Tests"] {
      let folder = ReferenceData.packageRoot.appendingPathComponent(area)
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
        // Files inside a folder of data or templates are not compiled.
        path.hasSuffix(".swift") && !path.contains("/.") && !path.contains("Templates/")
      }
      for path in paths.sorted() {
        let parts = path.split(separator: "/")
        guard parts.count >= 2, let name = parts.last else { continue }
        files.append(
          SourceFile(
            path: "\(area)/\(path)", area: area, target: String(parts[0]), stem: String(name.dropLast(6)),
            text: try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)))
      }
    }
    return files
  }

  var lineCount: Int { text.utf8.count { $0 == 10 } }

  /// The modules the file imports, without submodules.
  var imports: [String] { SourceFile.imports(in: text) }

  static func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ")
      let prefixes: Set<Substring> = [
        "public", "package", "internal", "fileprivate", "private", "@testable", "@_exported",
        "@preconcurrency",
        "@_implementationOnly",
      ]
      while let first = words.first, prefixes.contains(first) || first.hasPrefix("@_spi") {
        words.removeFirst()
      }
      guard words.count >= 2, words[0] == "import" else { return nil }
      let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor",
      ]
      let name = kinds.contains(words[1]) && words.count >= 3 ? words[2] : words[1]
      return name.split(separator: ".").first.map { String($0.prefix { $0 != ";" }) }
    }
  }
}
