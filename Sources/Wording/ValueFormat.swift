import Indicators

/// How figures of one unit are written: how many decimals, and what stands behind the number.
///
///     let share = ValueFormat(unit: .perCent, language: .nb)
///     share.value(14.23)                    // 14,2 %
///     share.interval(10.1, 14.8)            // 10,1–14,8 %
///     share.difference(4.4)                 // +4,4 pp
///
/// Shares have one decimal, rates per 1 000 one, rates per 100 000 none, persons and other counts none. Anything else
/// has three digits that count, judged by the largest of the figures it is shown with.
public struct ValueFormat: Sendable {
  /// The language.
  public let language: Language
  /// The number of decimals.
  public let decimals: Int
  /// What stands behind a value, with its space; empty where the unit says nothing in a table.
  public let suffix: String
  /// What stands behind a difference.
  public let differenceSuffix: String
  /// The unit in words, for a header; `nil` where it is unknown.
  public let unitName: String?

  /// The format of a unit. `samples` are figures it will be used on; they decide the decimals where the unit does not.
  public init(
    unit: Unit, kind: IndicatorKind? = nil, language: Language, samples: some Sequence<Double> = [Double]()
  ) {
    self.language = language
    let known = UnitWord(unit)
    switch known {
    case .perCent:
      decimals = 1
      suffix = Sign.hardSpace + "%"
      differenceSuffix = Sign.hardSpace + language.pick("pp", "pp")
    case .per(let base):
      decimals = base >= 10_000 ? 0 : 1
      suffix = ""
      differenceSuffix = ""
    case .count: (decimals, suffix, differenceSuffix) = (0, "", "")
    case .years:
      decimals = 1
      suffix = Sign.hardSpace + language.pick("år", "years")
      differenceSuffix = suffix
    case .unknown, .other:
      decimals = kind == .count ? 0 : ValueFormat.decimals(for: samples)
      (suffix, differenceSuffix) = ("", "")
    }
    unitName = known.name(language)
  }

  private static func decimals(for samples: some Sequence<Double>) -> Int {
    var largest = 0.0
    var allWhole = true
    for sample in samples where sample.isFinite {
      largest = max(largest, abs(sample))
      if sample != sample.rounded(.towardZero) { allWhole = false }
    }
    if allWhole { return 0 }
    switch largest {
    case 100...: return 0
    case 10...: return 1
    case 1...: return 2
    case 0.1...: return 3
    default: return 4
    }
  }

  /// A value with its unit.
  public func value(_ value: Double) -> String { language.number(value, decimals: decimals) + suffix }

  /// A value without its unit.
  public func bare(_ value: Double) -> String { language.number(value, decimals: decimals) }

  /// An interval of a value, with the unit once.
  public func interval(_ lower: Double, _ upper: Double) -> String {
    language.range(lower, upper, decimals: decimals) + suffix
  }

  /// A difference with its sign and unit: shares differ by percentage points.
  public func difference(_ value: Double) -> String {
    language.signed(value, decimals: decimals) + differenceSuffix
  }

  /// The size of a difference, without a sign.
  public func size(_ value: Double) -> String {
    language.number(abs(value), decimals: decimals) + differenceSuffix
  }

  /// An interval of a difference, without unit, always spelled out: `3,1 til 5,7`, `−0,8 til 3,9`.
  public func differenceInterval(_ lower: Double, _ upper: Double) -> String {
    language.range(lower, upper, decimals: decimals, spelledOut: true)
  }

  /// A change a year with its sign; one decimal more than a value has, since yearly changes are small.
  public func slope(_ value: Double) -> String {
    language.signed(value, decimals: decimals + 1) + differenceSuffix
  }

  /// An interval of a change a year, spelled out.
  public func slopeInterval(_ lower: Double, _ upper: Double) -> String {
    language.range(lower, upper, decimals: decimals + 1, spelledOut: true)
  }
}

/// The units the engine has words for.
enum UnitWord {
  case perCent
  case per(Int)
  case count(nb: String, en: String)
  case years
  case other(String)
  case unknown

  init(_ unit: Unit) {
    let text = unit.rawValue.lowercased()
    let packed = String(text.filter { $0 != " " && $0 != "\u{A0}" && $0 != "," })
    if unit == .unknown || packed.isEmpty {
      self = .unknown
    } else if ["percent", "prosent", "%", "pct"].contains(packed) {
      self = .perCent
    } else if packed.hasPrefix("per"), let base = Int(packed.dropFirst(3)), base > 0 {
      self = .per(base)
    } else if ["persons", "personer", "people", "person"].contains(packed) {
      self = .count(nb: "personer", en: "persons")
    } else if ["households", "husholdninger"].contains(packed) {
      self = .count(nb: "husholdninger", en: "households")
    } else if ["dwellings", "boliger"].contains(packed) {
      self = .count(nb: "boliger", en: "dwellings")
    } else if ["events", "hendelser"].contains(packed) {
      self = .count(nb: "hendelser", en: "events")
    } else if ["count", "number", "antall"].contains(packed) {
      self = .count(nb: "antall", en: "number")
    } else if ["years", "år", "year"].contains(packed) {
      self = .years
    } else {
      self = .other(unit.rawValue)
    }
  }

  func name(_ language: Language) -> String? {
    switch self {
    case .perCent: language.pick("prosent", "per cent")
    case .per(let base): "per \(language.number(base))"
    case .count(let nb, let en): language.pick(nb, en)
    case .years: language.pick("år", "years")
    case .other(let name): name
    case .unknown: nil
    }
  }
}
