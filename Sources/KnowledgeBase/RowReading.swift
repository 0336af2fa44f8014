import Foundation
import GRDB

/// Reads columns by what they hold rather than by what they should hold: a base edited by hand, or damaged, gives an
/// error where a cast would trap.
extension Row {
  /// A whole number.
  func integer(_ column: Int) throws -> Int {
    guard let value = try optionalInteger(column) else { throw StoredValueError.unreadable }
    return value
  }

  /// A whole number, or none.
  func optionalInteger(_ column: Int) throws -> Int? {
    switch value(column) {
    case .null: return nil
    case .int64(let number): return Int(number)
    default: throw StoredValueError.unreadable
    }
  }

  /// A number.
  func real(_ column: Int) throws -> Double {
    guard let value = try optionalReal(column) else { throw StoredValueError.unreadable }
    return value
  }

  /// A number, or none.
  func optionalReal(_ column: Int) throws -> Double? {
    switch value(column) {
    case .null: return nil
    case .int64(let number): return Double(number)
    case .double(let number): return number
    default: throw StoredValueError.unreadable
    }
  }

  /// A text.
  func text(_ column: Int) throws -> String {
    guard let value = try optionalText(column) else { throw StoredValueError.unreadable }
    return value
  }

  /// A text, or none.
  func optionalText(_ column: Int) throws -> String? {
    switch value(column) {
    case .null: return nil
    case .string(let text): return text
    default: throw StoredValueError.unreadable
    }
  }

  /// True or false.
  func flag(_ column: Int) throws -> Bool { try integer(column) != 0 }

  /// Bytes. An empty blob reads as no bytes.
  func data(_ column: Int) throws -> Data {
    guard case .blob(let data) = value(column) else { throw StoredValueError.unreadable }
    return data
  }

  private func value(_ column: Int) -> DatabaseValue.Storage {
    guard column < count else { return .null }
    let value: DatabaseValue = self[column]
    return value.storage
  }
}

/// A stored value that cannot be what the schema says.
enum StoredValueError: Error {
  case unreadable
}

/// Lists and small records as JSON, through types of the base's own, with keys in order so that equal is equal bytes.
enum StoredJSON {
  /// The text of a value.
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The value of a text.
  static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(text.utf8))
    } catch {
      throw StoredValueError.unreadable
    }
  }
}
