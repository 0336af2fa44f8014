import Foundation
import TestSupport

/// What `swift package describe --type json` says.
struct PackageDescription: Decodable {
  struct Target: Decodable {
    var name: String
    var type: String
    var path: String
    var targetDependencies: [String]?
    var productDependencies: [String]?

    enum CodingKeys: String, CodingKey {
      case name, type, path
      case targetDependencies = "target_dependencies"
      case productDependencies = "product_dependencies"
    }

    /// Whether it is a test target, or what test targets share.
    var isOfTests: Bool { type == "test" || path.hasPrefix("Tests/") }
  }

  var targets: [Target]

  /// What went wrong when asking.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Asks the package manager. It gets a scratch folder of its own, so that it does not wait for the build that runs the
  /// tests, and it needs no network: a description is made from the manifest alone.
  static func ofThisPackage() throws -> PackageDescription {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("levekar-describe-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", ReferenceData.packageRoot.path, "--scratch-path", scratch.path,
      "describe", "--type", "json",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "`swift package describe` ended with \(process.terminationStatus)")
    }
    // Notes of the package manager may precede the object.
    guard let start = data.firstIndex(of: UInt8(ascii: "{")) else {
      throw Failure(description: "`swift package describe` printed no object")
    }
    return try JSONDecoder().decode(PackageDescription.self, from: data[start...])
  }
}
