import Indicators

extension TableColumn {
  /// The distinct texts in order of first appearance, and each row's; −1 for an empty cell. Whole numbers are written without
  /// decimals.
  var categories: (labels: [String], codes: [Int32]) {
    var labels: [String] = []
    var known: [String: Int32] = [:]
    func code(_ label: String) -> Int32 {
      if label.isEmpty { return -1 }
      if let found = known[label] { return found }
      let code = Int32(clamping: labels.count)
      labels.append(label)
      known[label] = code
      return code
    }
    switch cells {
    case .text(let text):
      let codes = text.codes.map { code(text.labels[Int($0)]) }
      return (labels, codes)
    case .numbers(let numbers):
      let codes = numbers.values.enumerated().map { row, value in
        value.isNaN ? code(numbers.unreadable[row] ?? "") : code(Self.text(value))
      }
      return (labels, codes)
    }
  }

  /// The numbers; NaN where there is none.
  var figures: [Double] {
    switch cells {
    case .numbers(let numbers): return numbers.values
    case .text(let text):
      let values = text.labels.map { label in Double(label).flatMap { $0.isFinite ? $0 : nil } ?? .nan }
      return text.codes.map { values[Int($0)] }
    }
  }

  /// The answers: numbers, and yes and no as 1 and 0; NaN where there is none.
  var answers: [Double] {
    guard case .text(let text) = cells else { return figures }
    let values = text.labels.map { label in
      switch label.lowercased() {
      case "ja", "yes": 1.0
      case "nei", "no": 0.0
      default: Double(label).flatMap { $0.isFinite ? $0 : nil } ?? .nan
      }
    }
    return text.codes.map { values[Int($0)] }
  }

  /// The column as a variable; `nil` for numbers that are not whole or have too many values.
  func variable(most: Int) -> Respondents.Variable? {
    if case .numbers(let numbers) = cells {
      guard numbers.values.allSatisfy({ $0.isNaN || $0 == $0.rounded(.towardZero) }) else { return nil }
      guard Set(numbers.values.filter { !$0.isNaN }).count <= most else { return nil }
    }
    let (labels, codes) = categories
    return labels.isEmpty ? nil : Respondents.Variable(name: name, categories: labels, codes: codes)
  }

  private static func text(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
