import Foundation

/// The files of the example that are made rather than written.
public struct ExampleFolder: Sendable {
  /// The seed of the committed files.
  public static let seed: UInt64 = 2024

  /// Paths and bytes, in the order they are written.
  public let files: [(path: String, bytes: [UInt8])]

  /// Makes the files from the zones and the population in the folder; from a folder of reference data these two as well.
  public init(folder: String, reference: String? = nil) throws(ExampleError) {
    var files: [(path: String, bytes: [UInt8])] = []
    if let reference {
      let real = try RealFigures(reference: reference)
      files.append(("zones.csv", Array(real.zones.utf8)))
      files.append(("figures/population.csv", Array(real.population.utf8)))
      for (path, bytes) in files { try Self.write(bytes, to: folder + "/" + path) }
    } else {
      for path in ["zones.csv", "figures/population.csv"] {
        guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
          throw .unreadable(path: folder + "/" + path)
        }
        files.append((path, Array(data)))
      }
    }
    let figures = try ConstructedFigures(try LarvikGeography(folder: folder), seed: Self.seed)
    files.append(("figures/constructed-yearly.csv", Array(figures.file(.yearly).utf8)))
    files.append(("figures/constructed-windows.csv", Array(figures.file(.windows).utf8)))
    files.append(("figures/constructed-counts.csv", Array(figures.file(.counts).utf8)))
    let byPath = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    files.append(("datapackage.json", Array(DataPackage.text(byPath, seed: Self.seed).utf8)))
    self.files = files
  }

  /// Writes all files into the folder.
  public func write(into folder: String) throws(ExampleError) {
    for (path, bytes) in files { try Self.write(bytes, to: folder + "/" + path) }
  }

  /// Refuses where a file of the folder has other bytes.
  public func check(against folder: String) throws(ExampleError) {
    let differing = files.filter { path, bytes in
      FileManager.default.contents(atPath: folder + "/" + path).map { Array($0) != bytes } ?? true
    }
    guard differing.isEmpty else { throw .differs(paths: differing.map(\.path)) }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(ExampleError) {
    guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else {
      throw .unwritable(path: path)
    }
  }
}
