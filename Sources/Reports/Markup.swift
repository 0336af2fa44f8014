/// Text inside HTML and SVG that is written by code rather than by a template.
enum Markup {
  /// The text with everything that could end it replaced, scalar by scalar: a quotation mark stays one even with a
  /// combining mark behind it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default:
        // Control characters are not allowed in HTML.
        if scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" {
          result.unicodeScalars.append(scalar)
        } else {
          result += "\u{FFFD}"
        }
      }
    }
    return result
  }

  /// A coordinate: at most one decimal, a point whatever the language.
  static func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = (min(max(value, -1e6), 1e6) * 10).rounded()
    let whole = Int(tenths)
    let rest = abs(whole % 10)
    let sign = whole < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(abs(whole) / 10)" : "\(sign)\(abs(whole) / 10).\(rest)"
  }
}
