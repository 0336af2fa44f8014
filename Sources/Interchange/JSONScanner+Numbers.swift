#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension JSONScanner {
  /// Reads the elements of an array of numbers, `null`s and strings, to the closing bracket.
  ///
  /// Numbers are written to `values`; every other element is NaN there. Strings, such as the signs that FHI puts
  /// among its figures, are given to `text` with the index of their element.
  ///
  /// - Throws: ``JSONError``, also for an element that is an array, an object, `true` or `false`.
  mutating func numbers(
    into values: inout [Double], text: (_ element: Int, _ text: String) -> Void
  ) throws(JSONError) {
    try beginArray()
    guard try nextElement() else { return }
    // Few figures are shorter than three bytes and a comma; untouched capacity costs no memory, and an array of shorter
    // ones grows.
    values.reserveCapacity(values.count + bytesBeforeBracket() / 4 + 1)
    let base = values.count
    repeat {
      position = plainNumbers(into: &values)
      switch try peek() {
      case .number: values.append(try number())
      case .null:
        try null()
        values.append(.nan)
      case .string:
        text(values.count - base, try string())
        values.append(.nan)
      default: throw failure(.expected("a number, a string or null"))
      }
    } while try nextElement()
  }

  /// Reads elements that end with a comma, for as long as they are well-formed numbers or `null`, and returns the
  /// place of the first element that is not.
  ///
  /// The last element of an array ends with a bracket and so is always left to the caller, as is every error.
  private func plainNumbers(into values: inout [Double]) -> Int {
    bytes.withUnsafeBufferPointer { text in
      // Bounds: `i < count` is checked before each read of `text[i]`; `null,` is read only where five bytes are left.
      let count = text.count
      var element = position
      while true {
        var i = element
        while i < count, text[i] <= 0x20,
          text[i] == 0x20 || text[i] == 0x0A || text[i] == 0x0D || text[i] == 0x09
        {
          i += 1
        }
        guard i < count else { return element }
        let value: Double
        let byte = text[i]
        if byte == UInt8(ascii: "-") || byte &- 48 <= 9 {
          guard let scan = Self.scanNumber(text, from: i), scan.value.isFinite else { return element }
          value = scan.value
          i = scan.end
        } else if byte == UInt8(ascii: "n"), i + 4 < count, text[i + 1] == UInt8(ascii: "u"),
          text[i + 2] == UInt8(ascii: "l"), text[i + 3] == UInt8(ascii: "l")
        {
          value = .nan
          i += 4
        } else {
          return element
        }
        while i < count, text[i] <= 0x20,
          text[i] == 0x20 || text[i] == 0x0A || text[i] == 0x0D || text[i] == 0x09
        {
          i += 1
        }
        guard i < count, text[i] == UInt8(ascii: ",") else { return element }
        values.append(value)
        element = i + 1
      }
    }
  }

  /// Bytes before the next closing bracket.
  private func bytesBeforeBracket() -> Int {
    bytes[position...].withUnsafeBufferPointer { text in
      // Bounds: memchr looks at `text.count` bytes, all of the buffer.
      guard let start = text.baseAddress, let found = memchr(start, 0x5D, text.count) else {
        return text.count
      }
      return start.distance(to: found.assumingMemoryBound(to: UInt8.self))
    }
  }
}
