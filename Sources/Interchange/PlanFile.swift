import Indicators

/// Reads and writes a locked plan: `levekar.plan/1`.
///
/// The file is YAML with a last line `seal: <SHA-256>`. The seal covers every byte before that line, so any change to the
/// file, comments included, is found when it is read. Numbers are written so that they read back as the same doubles, and
/// nothing in the file depends on when or where it was written.
///
/// - Throws: ``InterchangeError/document(_:path:)`` with a ``ConfigurationProblem``: unknown keys, wrong types, and
///   ``ConfigurationProblem/brokenSeal(expected:found:)`` where the text is no longer what was sealed.
public enum PlanFile {
  private static let keys = [
    "programme", "treated", "donors", "estimator", "sensitivity", "scale", "baseline", "looks", "alpha",
    "spending", "data-version", "last-period", "seed", "indicators", "seal", "groups", "rules", "unbalanced",
    "placebos",
  ]

  /// Reads the file at a path.
  public static func read(_ path: String) throws(InterchangeError) -> (plan: EffectPlan, seal: String) {
    let source = try ByteSource(contentsOf: path)
    return try read(source.array, path: source.path)
  }

  /// Reads a text; `path` is what errors call it.
  public static func read(_ bytes: [UInt8], path: String = "-") throws(InterchangeError) -> (
    plan: EffectPlan, seal: String
  ) {
    let root = try ConfigurationDocument(bytes, kind: "plan", keys: keys, path: path).root
    let seal = try root.required("seal")
    let found = try seal.text()
    let expected = SHA256.digest(sealed(bytes))
    guard found == expected else { throw seal.error(.brokenSeal(expected: found, found: expected)) }
    var treated: [TreatedZone] = []
    for value in try root.required("treated").list() {
      let entry = try value.mapping(keys: ["zone", "start", "stop"])
      treated.append(
        TreatedZone(
          zone: try entry.required("zone").text(), start: try entry.required("start").year(),
          stop: try entry["stop"]?.year()))
    }
    var looks: [EffectPlan.Look] = []
    for value in try root.required("looks").list() {
      let entry = try value.mapping(keys: ["year", "name", "level"])
      looks.append(
        EffectPlan.Look(
          year: try entry.required("year").year(), name: try entry.required("name").text(),
          level: try entry.required("level").number(in: 0...1)))
    }
    var ids: Set<String> = []
    var indicators: [EffectPlan.PlannedIndicator] = []
    for value in try root.required("indicators").list() { indicators.append(try indicator(value, &ids)) }
    var groups: [EffectPlan.PlannedGroup] = []
    for value in try root["groups"]?.list() ?? [] {
      let entry = try value.mapping(keys: ["id", "zones"])
      groups.append(
        EffectPlan.PlannedGroup(
          id: try entry.required("id").text(), zones: try entry.required("zones").texts()))
    }
    var placebos = 100_000
    if let value = root["placebos"] {
      guard let number = Int(try value.text()), number > 0 else { throw value.wrongType("a whole number") }
      placebos = number
    }
    let window = try root.required("baseline")
    guard let baseline = PeriodRange(try window.text()) else { throw window.wrongType("a window of periods") }
    let seed = try root.required("seed")
    guard let number = UInt64(try seed.text()) else { throw seed.wrongType("a whole number") }
    let plan = EffectPlan(
      programme: try root["programme"]?.text() ?? "", treated: treated,
      donors: try root.required("donors").texts(), estimator: try root.required("estimator").text(),
      sensitivity: try root["sensitivity"]?.texts() ?? [], scale: try root.required("scale").text(),
      baseline: baseline, looks: looks, alpha: try root.required("alpha").number(in: 0.0001...0.5),
      spending: try root.required("spending").text(), dataVersion: try root.required("data-version").text(),
      lastPeriod: try root.required("last-period").text(), seed: number, indicators: indicators,
      groups: groups, rules: try root["rules"]?.texts() ?? [],
      unbalanced: try root["unbalanced"]?.text() ?? "drop-donors", placebos: placebos)
    return (plan, found)
  }

  private static func indicator(
    _ value: ConfigurationDocument.Value, _ ids: inout Set<String>
  ) throws(InterchangeError) -> EffectPlan.PlannedIndicator {
    let entry = try value.mapping(keys: [
      "id", "goal", "key", "direction", "smallest-effect", "treated-baseline", "donor-baseline",
      "detectable-effect", "figures", "through", "without", "refusal",
    ])
    var refusal: Reason?
    if let value = entry["refusal"] { refusal = Reason(try value.text()) }
    return EffectPlan.PlannedIndicator(
      id: try entry.id(unlike: &ids), goal: try entry["goal"]?.text(),
      isKey: try entry["key"]?.boolean() ?? false, direction: try entry["direction"]?.word(Direction.self),
      smallestEffect: try entry["smallest-effect"]?.number(),
      treatedBaseline: try entry["treated-baseline"]?.number(),
      donorBaseline: try entry["donor-baseline"]?.number(),
      detectableEffect: try entry["detectable-effect"]?.number(),
      figures: try entry.required("figures").text(), through: try entry["through"]?.text(),
      without: try entry["without"]?.texts() ?? [],
      refusal: refusal)
  }

  /// What the seal covers: everything before the last line, which holds it. A file that ends otherwise is covered as a whole,
  /// and no seal within it can fit.
  private static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return bytes[start..<end].starts(with: Array("seal:".utf8)) ? Array(bytes[..<start]) : bytes
  }

  /// The text of a plan, with its seal.
  public static func text(of plan: EffectPlan) -> (text: String, seal: String) {
    var lines = [
      "# En låst plan: det som ble bestemt før resultatene var sett. Endres ett tegn, brytes seglet nederst.",
      "schema: levekar.plan/1",
    ]
    if !plan.programme.isEmpty { lines.append("programme: \(quoted(plan.programme))") }
    lines.append("treated:")
    for zone in plan.treated {
      let stop = zone.stop.map { ", stop: \($0)" } ?? ""
      lines.append("  - {zone: \(quoted(zone.zone)), start: \(zone.start)\(stop)}")
    }
    if !plan.groups.isEmpty {
      lines.append("groups:")
      for group in plan.groups {
        lines.append(
          "  - {id: \(quoted(group.id)), zones: [\(group.zones.map(quoted).joined(separator: ", "))]}")
      }
    }
    lines += [
      "donors: [\(plan.donors.map(quoted).joined(separator: ", "))]",
      "rules: [\(plan.rules.map(quoted).joined(separator: ", "))]", "unbalanced: \(quoted(plan.unbalanced))",
      "placebos: \(plan.placebos)", "estimator: \(quoted(plan.estimator))",
      "sensitivity: [\(plan.sensitivity.map(quoted).joined(separator: ", "))]",
      "scale: \(quoted(plan.scale))", "baseline: \(quoted(plan.baseline.description))",
      "alpha: \(plan.alpha)", "spending: \(quoted(plan.spending))", "looks:",
    ]
    for look in plan.looks {
      lines.append("  - {year: \(look.year), name: \(quoted(look.name)), level: \(look.level)}")
    }
    lines += [
      "data-version: \(quoted(plan.dataVersion))", "last-period: \(quoted(plan.lastPeriod))",
      "seed: \(plan.seed)", "indicators:",
    ]
    for indicator in plan.indicators {
      lines.append("  - {\(fields(of: indicator).joined(separator: ", "))}")
    }
    let body = lines.joined(separator: "\n") + "\n"
    let seal = SHA256.digest(Array(body.utf8))
    return (body + "seal: \(quoted(seal))\n", seal)
  }

  private static func fields(of indicator: EffectPlan.PlannedIndicator) -> [String] {
    var fields = ["id: \(quoted(indicator.id))"]
    if let goal = indicator.goal { fields.append("goal: \(quoted(goal))") }
    if indicator.isKey { fields.append("key: true") }
    if let direction = indicator.direction { fields.append("direction: \(direction.rawValue)") }
    for (key, value) in [
      ("smallest-effect", indicator.smallestEffect), ("treated-baseline", indicator.treatedBaseline),
      ("donor-baseline", indicator.donorBaseline), ("detectable-effect", indicator.detectableEffect),
    ] {
      if let value, value.isFinite { fields.append("\(key): \(value)") }
    }
    if let refusal = indicator.refusal { fields.append("refusal: \(quoted(refusal.rawValue))") }
    fields.append("figures: \(quoted(indicator.figures))")
    if let through = indicator.through { fields.append("through: \(quoted(through))") }
    if !indicator.without.isEmpty {
      fields.append("without: [\(indicator.without.map(quoted).joined(separator: ", "))]")
    }
    return fields
  }

  /// A text as a double-quoted YAML scalar, so that codes keep their zeros and no word becomes a number.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + (digits.count < 2 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
