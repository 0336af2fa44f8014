import Indicators
import Interchange

/// A JSON-stat file of a million cells to a panel, from the file.
func jsonStat(_ request: Request) throws -> Answer {
  let (seconds, panels) = try request.time {
    let source = try ByteSource(contentsOf: request.folder + "/stat.json", threads: request.threads)
    guard case .cube(let cube) = try JSONReader.read(source) else {
      throw RequestError.unreadable("stat.json")
    }
    return try cube.panels()
  }
  let values = panels.flatMap(\.values)
  return Answer(
    times: [("seconds", seconds)], digest: [("cells", Double(values.count)), ("sum", values.reduce(0, +))])
}
