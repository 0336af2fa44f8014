import Scheduler

/// What a piece of work is asked to do.
struct Request {
  /// The folder of inputs.
  let folder: String
  /// How many times.
  let repetitions: Int
  /// The bound on threads.
  let threads: ThreadLimit

  init(_ arguments: [String]) throws(RequestError) {
    guard arguments.count >= 2, let repetitions = Int(arguments[1]), repetitions > 0 else { throw .usage }
    folder = arguments[0]
    self.repetitions = repetitions
    if arguments.count == 4, arguments[2] == "--threads", let count = Int(arguments[3]) {
      threads = count == 1 ? .single : ThreadLimit(count)
    } else if arguments.count == 2 {
      threads = .cores
    } else {
      throw .usage
    }
  }

  /// The seconds of each repetition, and the result of the last.
  func time<Result>(_ work: () throws -> Result) throws -> (seconds: [Double], result: Result) {
    var seconds: [Double] = []
    var last: Result?
    for _ in 0..<repetitions {
      // The result before is released outside the measured time.
      last = nil
      let clock = ContinuousClock()
      let begin = clock.now
      let result = try work()
      seconds.append((clock.now - begin) / .seconds(1))
      last = result
    }
    guard let last else { throw RequestError.usage }
    return (seconds, last)
  }
}

/// A request that cannot be met.
enum RequestError: Error {
  /// The arguments are not understood.
  case usage
  /// A file cannot be read.
  case unreadable(String)
  /// A refresh of the example did not go well.
  case refreshFailed([String])
  /// SQLite's error code.
  case store(Int32)
}

/// The times of a piece of work, and sums that show it was the same work.
struct Answer {
  /// Seconds of each repetition, by the part that was timed.
  var times: [(part: String, seconds: [Double])]
  /// Sums over the result, by name.
  var digest: [(name: String, value: Double)]

  func line(work: String) -> String {
    let times = times.map { #""\#($0.part)":[\#($0.seconds.map { "\($0)" }.joined(separator: ","))]"# }
    let digest = digest.map { #""\#($0.name)":\#($0.value)"# }.joined(separator: ",")
    return #"{"work":"\#(work)",\#(times.joined(separator: ",")),"digest":{\#(digest)}}"#
  }
}
