import ExampleData
import Foundation

/// Makes the constructed figures of `Data/larvik`, or national panels.
@main
struct Command {
  static let usage = """
    usage: generate-example [--folder DIR] [--check] [--reference DIR]
           generate-example --national DIR [--indicators N] [--zones N] [--years N]

      --folder DIR      the example (default ../Data/larvik)
      --check           write nothing; exit 1 where a committed file differs from what would be written
      --reference DIR   make zones.csv and figures/population.csv anew from a folder of reference data
      --national DIR    write constructed panels of national size, one CSV file an indicator
    """

  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      FileHandle.standardError.write(Data("generate-example: \(error)\n".utf8))
      exit(1)
    }
  }

  static func run(_ arguments: [String]) throws(ExampleError) {
    var values: [String: String] = [:]
    var rest = arguments[...]
    while let name = rest.popFirst() {
      switch name {
      case "--check": values[name] = ""
      case "--folder", "--reference", "--national", "--indicators", "--zones", "--years":
        guard let value = rest.popFirst() else { fail() }
        values[name] = value
      default: fail()
      }
    }
    func number(_ name: String, _ standard: Int) -> Int {
      guard let text = values[name] else { return standard }
      guard let value = Int(text), value > 0 else { fail() }
      return value
    }
    if let target = values["--national"] {
      let plan = NationalPanel(zones: number("--zones", 14_000), years: number("--years", 25))
      return try plan.write(indicators: number("--indicators", 300), into: target)
    }
    let folder = values["--folder"] ?? "../Data/larvik"
    let made = try ExampleFolder(folder: folder, reference: values["--reference"])
    if values["--check"] != nil {
      try made.check(against: folder)
      print("\(made.files.count) files are as the generator makes them")
    } else {
      try made.write(into: folder)
    }
  }

  static func fail() -> Never {
    FileHandle.standardError.write(Data((usage + "\n").utf8))
    exit(64)
  }
}
