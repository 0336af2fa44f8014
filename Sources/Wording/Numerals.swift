/// Signs that text editors and keyboards get wrong.
public enum Sign {
  /// The space that keeps a number and its unit on one line, U+00A0.
  public static let hardSpace = "\u{A0}"
  /// The minus of text, U+2212. Data files have the hyphen instead.
  public static let minus = "\u{2212}"
  /// The dash of ranges, U+2013.
  public static let dash = "\u{2013}"
}

extension Language {
  /// The sign between whole number and decimals.
  var decimalSign: String { pick(",", ".") }

  /// What groups thousands.
  var groupSign: String { pick(Sign.hardSpace, ",") }

  /// A number with so many decimals, half away from zero, as people round: `12,3`, `1 234,5`, `−3,2`.
  ///
  /// Rounding works on the shortest decimal digits that give the number, so that 1.15 becomes 1,2. A number that is not
  /// finite is no number and comes out as `–`.
  public func number(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return Sign.dash }
    let places = max(0, min(decimals, 15))
    let (whole, fraction) = DecimalDigits.rounded(value, decimals: places)
    var text = grouped(whole)
    if places > 0 { text += decimalSign + fraction }
    let isZero = whole == "0" && fraction.allSatisfy { $0 == "0" }
    return value < 0 && !isZero ? Sign.minus + text : text
  }

  /// A number with as many decimals as it has, at most `limit`.
  public func number(_ value: Double, upTo limit: Int = 4) -> String {
    guard value.isFinite else { return Sign.dash }
    let (_, fraction) = DecimalDigits.rounded(value, decimals: limit)
    let used = fraction.lastIndex { $0 != "0" }.map {
      fraction.distance(from: fraction.startIndex, to: $0) + 1
    }
    return number(value, decimals: used ?? 0)
  }

  /// A whole number: `1 234`.
  public func number(_ value: Int) -> String {
    let text = grouped(String(value.magnitude))
    return value < 0 ? Sign.minus + text : text
  }

  /// A number that always has its sign: `+4,4`, `−0,8`, `0,0`.
  public func signed(_ value: Double, decimals: Int) -> String {
    let text = number(value, decimals: decimals)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return value > 0 && value.isFinite && !isZero ? "+" + text : text
  }

  /// A range: `10,1–14,8`, and `−2,1 til 0,4` where a dash could be taken for a minus.
  public func range(_ lower: Double, _ upper: Double, decimals: Int, spelledOut: Bool = false) -> String {
    let ends = [number(lower, decimals: decimals), number(upper, decimals: decimals)]
    let needsWord = spelledOut || ends.contains { $0.hasPrefix(Sign.minus) || $0 == Sign.dash }
    return ends.joined(separator: needsWord ? pick(" til ", " to ") : Sign.dash)
  }

  private func grouped(_ digits: String) -> String {
    guard digits.count > 3 else { return digits }
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.append(rest.suffix(3))
      rest = rest.dropLast(3)
    }
    groups.append(rest)
    return groups.reversed().joined(separator: groupSign)
  }
}

/// Decimal digits of binary numbers.
enum DecimalDigits {
  /// The digits before and after the decimal sign of |value|, rounded half away from zero to so many decimals.
  static func rounded(_ value: Double, decimals: Int) -> (whole: String, fraction: String) {
    // `description` is the shortest text that reads back as the same number: digits, point, exponent.
    let parts = value.magnitude.description.split(separator: "e")
    let mantissa = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    var digits = mantissa.joined().utf8.map { Int($0) - 48 }
    var point = (mantissa.first?.count ?? 0) + exponent
    if point < 0 {
      digits.insert(contentsOf: [Int](repeating: 0, count: -point), at: 0)
      point = 0
    }
    let kept = point + decimals
    if digits.count > kept {
      let up = digits[kept] >= 5
      digits.removeSubrange(kept...)
      var position = kept - 1
      var carry = up
      while carry, position >= 0 {
        digits[position] += 1
        carry = digits[position] == 10
        if carry { digits[position] = 0 }
        position -= 1
      }
      if carry {
        digits.insert(1, at: 0)
        point += 1
      }
    } else {
      digits.append(contentsOf: [Int](repeating: 0, count: kept - digits.count))
    }
    let whole = digits.prefix(point).drop { $0 == 0 }.map(String.init).joined()
    return (whole.isEmpty ? "0" : whole, digits.dropFirst(point).map(String.init).joined())
  }
}
