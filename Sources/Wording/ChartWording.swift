import Indicators

/// One figure of a series, in words' reach: the period, and the value where there is one.
public struct SeriesFigure: Sendable {
  /// The period's code.
  public let period: String
  /// The value; `nil` where there is none.
  public let value: Double?
  /// Why there is none.
  public let reason: Reason?

  /// A figure.
  public init(period: String, value: Double?, reason: Reason? = nil) {
    self.period = period
    self.value = value
    self.reason = value == nil ? reason : nil
  }
}

extension Wording {
  /// What a line chart shows, for those who cannot see it: first and last value, highest and lowest, the comparator at the
  /// end, and how many figures are hidden or missing.
  public static func chartDescription(
    zone: String, figures: [SeriesFigure], comparator: String?, comparatorFigures: [SeriesFigure],
    format: ValueFormat
  ) -> String {
    let language = format.language
    let shown = figures.compactMap { figure in figure.value.map { (figure.period, $0) } }
    var sentences: [String] = []
    func at(_ figure: (String, Double)) -> String {
      "\(format.value(figure.1)) \(language.pick("i", "in")) \(language.period(code: figure.0))"
    }
    if let first = shown.first, let last = shown.last {
      if shown.count == 1 {
        sentences.append("\(zone): \(at(first)).")
      } else {
        sentences.append(
          language.pick(
            "\(zone) gikk fra \(at(first)) til \(at(last)).", "\(zone) went from \(at(first)) to \(at(last))."
          ))
        if let top = shown.max(by: { $0.1 < $1.1 }), let bottom = shown.min(by: { $0.1 < $1.1 }) {
          sentences.append(
            language.pick(
              "Høyest var \(at(top)), lavest \(at(bottom)).",
              "The highest was \(at(top)), the lowest \(at(bottom))."))
        }
      }
    } else {
      sentences.append(
        language.pick(
          "Det er ingen tall som kan vises for \(zone).", "There are no figures to show for \(zone)."))
    }
    let other = comparatorFigures.compactMap { figure in figure.value.map { (figure.period, $0) } }
    if let comparator, let last = other.last {
      sentences.append(
        language.pick(
          "\(sentenceCase(comparator)) hadde \(at(last)).", "\(sentenceCase(comparator)) had \(at(last))."))
    }
    let hidden = figures.count { $0.reason == .suppressed }
    if hidden > 0 {
      sentences.append(
        language.pick(
          hidden == 1 ? "Ett tall er skjermet." : "\(language.number(hidden)) tall er skjermet.",
          hidden == 1 ? "One figure is suppressed." : "\(language.number(hidden)) figures are suppressed."))
    }
    let missing = figures.count { $0.value == nil && $0.reason != .suppressed }
    if missing > 0 {
      sentences.append(
        language.pick(
          missing == 1 ? "Ett tall mangler." : "\(language.number(missing)) tall mangler.",
          missing == 1 ? "One figure is missing." : "\(language.number(missing)) figures are missing."))
    }
    return sentences.joined(separator: " ")
  }

  /// A text with its first letter in upper case.
  public static func sentenceCase(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// How to read a line chart, in plain sentences. What a chart does not have is not explained.
  public static func chartGuide(
    zone: String, comparator: String?, hasBand: Bool, confidence: Double?, hasContext: Bool, hasGaps: Bool,
    hasBreak: Bool, start: Int?, startsAtZero: Bool, language: Language
  ) -> [String] {
    var lines: [String] = []
    lines.append(
      language.pick(
        "Den tykke, heltrukne linjen med runde punkter er \(zone).",
        "The thick solid line with round points is \(zone)."))
    if let comparator {
      lines.append(
        language.pick(
          "Den stiplede linjen med firkanter er \(comparator).",
          "The dashed line with squares is \(comparator)."))
    }
    if hasContext {
      lines.append(
        language.pick("De tynne, grå linjene er andre soner.", "The thin grey lines are other zones."))
    }
    if hasBand {
      let share = language.number((confidence ?? 0.95) * 100, upTo: 2)
      lines.append(
        language.pick(
          "Feltet rundt linjen viser usikkerheten (\(share)\(Sign.hardSpace)% konfidensintervall): jo færre personer, desto bredere felt.",
          "The field around the line shows the uncertainty (\(share)\(Sign.hardSpace)% confidence interval): the fewer persons, the wider the field."
        ))
    }
    if let start {
      lines.append(
        language.pick(
          "Den loddrette streken ved \(start) viser når områdesatsingen startet.",
          "The vertical line at \(start) shows when the programme began."))
    }
    if hasBreak {
      lines.append(
        language.pick(
          "En loddrett, prikkete strek er et brudd i tidsserien: tall før og etter kan ikke sammenlignes.",
          "A vertical dotted line is a break in the series: figures before and after cannot be compared."))
    }
    if hasGaps {
      lines.append(
        language.pick(
          "Åpninger i linjen er år uten tall som kan vises; tegnet nederst sier hvorfor.",
          "Gaps in the line are years without a figure to show; the sign at the bottom says why."))
    }
    if !startsAtZero {
      lines.append(
        language.pick(
          "Den loddrette aksen starter ikke på null.", "The vertical axis does not start at zero."))
    }
    return lines
  }
}
