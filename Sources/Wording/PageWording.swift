import Indicators

/// The fixed words of a page.
public struct PageWords: Sendable {
  private let language: Language

  /// The words in a language.
  public init(_ language: Language) { self.language = language }

  /// The link that jumps over the head of the page.
  public var skip: String { language.pick("Hopp til hovedinnhold", "Skip to main content") }
  /// The heading of the findings.
  public var inShort: String { language.pick("Kort fortalt", "In short") }
  /// The heading of the list of goals.
  public var contents: String { language.pick("Innhold", "Contents") }
  /// The heading of indicators that hang on no goal.
  public var otherIndicators: String { language.pick("Andre indikatorer", "Other indicators") }
  /// The heading of the explanations.
  public var aboutFigures: String { language.pick("Om tallene", "About the figures") }
  /// The heading of how to read a figure.
  public var howToRead: String { language.pick("Slik leser du figuren", "How to read this figure") }
  /// The heading of a data table.
  public var showFigures: String { language.pick("Vis tallene i tabell", "Show the figures in a table") }
  /// Before the name of a source.
  public var source: String { language.pick("Kilde", "Source") }
  /// Column header.
  public var indicator: String { language.pick("Indikator", "Indicator") }
  /// Column header.
  public var period: String { language.pick("Periode", "Period") }
  /// Column header.
  public var trend: String { language.pick("Utvikling", "Trend") }
  /// Column header.
  public var verdict: String { language.pick("Vurdering", "Verdict") }
  /// Column header.
  public var zone: String { language.pick("Sone", "Zone") }
  /// What the comparison gives.
  public var difference: String { language.pick("Forskjell", "Difference") }
  /// Column header, with the level of the interval.
  public func difference(_ confidence: Double?) -> String {
    difference + " (\(Wording.intervalHeader(confidence, language: language)))"
  }
  /// The label of a programme's start in a chart.
  public func start(_ year: Int) -> String { language.pick("start \(year)", "start \(year)") }
  /// The label of a break in a chart.
  public var seriesBreak: String { language.pick("brudd", "break") }
  /// Where a cell has nothing to say.
  public var nothing: String { Sign.dash }
  /// What a hidden comparison says.
  public var cannotBeShown: String { language.pick("kan ikke vises", "cannot be shown") }
  /// Behind the sign of a hidden value.
  public var hidden: String { language.pick("skjermet", "suppressed") }
  /// Behind the name of an indicator with constructed figures, where there is little room.
  public var constructed: String { language.pick("konstruert", "constructed") }
  /// The baseline in a card.
  public func baseline(_ window: String, _ value: String) -> String {
    language.pick("Utgangspunkt \(window): \(value)", "Baseline \(window): \(value)")
  }
  /// The caption of a goal's table.
  public func caption(goal: String, zone: String, comparator: String) -> String {
    language.pick(
      "\(goal): \(zone) sammenlignet med \(comparator), siste tall",
      "\(goal): \(zone) compared with \(comparator), latest figures")
  }
  /// The caption of an indicator's data table.
  public func dataCaption(_ indicator: String, unit: String?) -> String {
    indicator + (unit.map { " (\($0))" } ?? "")
  }
  /// When the figures were updated.
  public func updated(_ date: String) -> String { language.pick("oppdatert \(date)", "updated \(date)") }
  /// The treated zones, where there are several.
  public var treatedZones: String { language.pick("tiltakssonene", "the treated zones") }
  /// In place of a chart.
  public var noChart: String {
    language.pick("Det er ingen tall som kan vises.", "There are no figures that can be shown.")
  }
  /// What a chart says, in one line.
  public func finding(
    zone: String, value: String, comparator: String, comparatorValue: String, period: String
  ) -> String {
    "\(zone) \(value), \(comparator) \(comparatorValue) (\(period))"
  }
  /// A break in the series, with why where somebody wrote it.
  public func breakAt(_ period: String, _ reason: String?) -> String {
    language.pick("Brudd i tidsserien fra \(period)", "Break in the series from \(period)")
      + (reason.map { ": \($0)" } ?? "") + "."
  }
  /// That figures are for several years together.
  public func windows(years: Int) -> String {
    language.pick(
      "Hvert punkt gjelder \(years) år samlet og står midt i dem; året under er det siste.",
      "Each point is for \(years) years together and stands in their middle; the year below is the last.")
  }
  /// A source that did not answer.
  public func failedSource(_ source: String) -> String {
    language.pick(
      "Kilden «\(source)» svarte ikke; siste gode tall er brukt.",
      "The source «\(source)» did not answer; its last good figures are used.")
  }
  /// What the constructed mark means.
  public var constructedNote: String {
    language.pick(
      "Tall med dette merket er laget for å vise hvordan verktøyet virker. De sier ingenting om virkeligheten.",
      "Figures with this mark were made to show how the tool works. They say nothing about the real world.")
  }
  /// Labels of what a refresh wrote.
  public func output(_ kind: String) -> String {
    switch kind {
    case "report": language.pick("rapport", "report")
    case "figures": language.pick("tall", "figures")
    case "base": "base"
    default: kind
    }
  }
  /// What the confidence interval means, for the page.
  public var intervalNote: String {
    language.pick(
      "Konfidensintervallet (KI) viser hvilke verdier som passer med tallene når vi tar høyde for tilfeldig variasjon. Ligger null utenfor intervallet for en forskjell, er forskjellen større enn tilfeldig variasjon skulle tilsi.",
      "The confidence interval (CI) shows which values fit the figures once random variation is allowed for. Where zero lies outside the interval of a difference, the difference is larger than random variation would give."
    )
  }
  /// What the absence of a clear difference means.
  public var similarNote: String {
    language.pick(
      "«Ingen sikker forskjell» og «ingen sikker endring» betyr at tilfeldig variasjon kan forklare det vi ser. Det betyr ikke at alt er likt.",
      "«No clear difference» and «no clear change» mean that random variation could explain what we see. They do not mean that nothing differs."
    )
  }
  /// What the verdict does not say.
  public var effectNote: String {
    language.pick(
      "Siden viser hvordan det står til. Den sier ikke om områdesatsingen er årsaken.",
      "The page shows how things are. It does not say whether the programme is the cause.")
  }
  /// The standard signs, each with what it means.
  public var signs: [(sign: String, meaning: String)] {
    [
      (
        ":",
        language.pick(
          "skjermet tall: bygger på for få til å vises", "suppressed: rests on too few to be shown")
      ),
      ("..", language.pick("tallet mangler", "no figure")),
      (
        ".",
        language.pick("tall kan ikke forekomme eller ikke beregnes", "figure not possible or not computable")
      ),
      ("*", language.pick("foreløpig tall", "provisional figure")),
    ]
  }
  /// The findings of one zone: how many indicators it does worse, better and alike on.
  public func findings(
    zone: String, comparator: String, worse: [String], better: [String], different: [String],
    similar: [String],
    notCompared: [String]
  ) -> [String] {
    var lines: [String] = []
    func line(_ nb: String, _ en: String, _ names: [String]) {
      if !names.isEmpty { lines.append(language.pick(nb, en) + ": " + language.list(names) + ".") }
    }
    line("\(zone) ligger dårligere an enn \(comparator)", "\(zone) does worse than \(comparator)", worse)
    line("\(zone) ligger bedre an enn \(comparator)", "\(zone) does better than \(comparator)", better)
    line(
      "\(zone) skiller seg fra \(comparator)", "\(zone) differs from \(comparator)", different)
    line("Ingen sikker forskjell", "No clear difference", similar)
    line("Kan ikke sammenlignes eller vises", "Cannot be compared or shown", notCompared)
    return lines
  }
}
