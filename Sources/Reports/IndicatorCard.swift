import Indicators
import Wording

/// The fields of one indicator on the page: its row in the goal's table, and its card with chart and figures.
struct IndicatorCard {
  let digest: IndicatorDigest
  let anchor: String
  let severalZones: Bool
  let sources: [DataSource]
  let language: Language

  init(
    _ digest: IndicatorDigest, anchor: String, index: DigestIndex, severalZones: Bool, language: Language
  ) {
    self.digest = digest
    self.anchor = anchor
    self.severalZones = severalZones
    self.sources = index.sources(of: digest.indicator)
    self.language = language
  }

  private var words: PageWords { PageWords(language) }
  private func plain(_ text: String) -> String { DisplayWidth.printable(text) }

  func fields() -> [String: Any] {
    let text = DigestWords(digest: digest, language: language)
    let name = digest.indicator.name(language)
    let chart = chart()
    var fields: [String: Any] = [
      "anchor": anchor, "name": plain(name), "period": text.period,
      "heading": plain(severalZones ? "\(name), \(digest.zoneName)" : name),
      "cells": [
        cell(text.value, "n"), cell(text.comparatorValue, "n"), cell(text.difference, "n"),
        cell(text.verdict, "w"), cell(text.trend, "w"),
      ],
      "finding": plain(finding(text)), "chart": chart.svg() ?? "<p>\(Markup.escaped(words.noChart))</p>",
      "showFigures": words.showFigures, "data": data(),
      "remarks": remarks(text).map(plain),
      "breaks": digest.indicator.breaks.map { plain(breakText($0)) },
    ]
    if severalZones { fields["zone"] = plain(digest.zoneName) }
    if digest.isConstructed {
      fields["mark"] = words.constructed
      fields["bigMark"] = Wording.constructedMark(language)
    }
    if let unit = digest.format.unitName { fields["unit"] = plain(unit) }
    if chart.ticks != nil { fields["guide"] = ["title": words.howToRead, "lines": guide(chart).map(plain)] }
    if let about = digest.indicator.about { fields["description"] = plain(about(language)) }
    if let row = digest.baseline, let window = row.text("window"), let value = row.number("estimate") {
      var sentence = words.baseline(language.window(window), digest.format.value(value))
      if let frozen = row.number("frozen_estimate") {
        sentence += " (\(Wording.frozenBaseline(digest.format.value(frozen), language: language)))"
      }
      fields["baseline"] = sentence
    }
    let names = sources.map { source in
      source.attribution.map { $0.hasPrefix("Kilde: ") ? String($0.dropFirst(7)) : $0 } ?? source.id
    }
    if !names.isEmpty { fields["source"] = plain("\(words.source): \(names.joined(separator: "; "))") }
    return fields
  }

  private func cell(_ phrase: DigestWords.Phrase, _ css: String) -> [String: Any] {
    let tone =
      switch phrase.tone {
      case .better: " better"
      case .worse: " worse"
      default: ""
      }
    var fields: [String: Any] = ["text": plain(phrase.text), "css": css + tone]
    if let spoken = phrase.spoken { fields["spoken"] = spoken }
    return fields
  }

  /// What the chart says, in one line.
  private func finding(_ text: DigestWords) -> String {
    guard digest.latest != nil else { return "\(digest.zoneName): \(text.value.words) (\(text.period))" }
    return words.finding(
      zone: digest.zoneName, value: text.value.words, comparator: digest.comparatorName ?? "",
      comparatorValue: text.comparatorValue.words, period: text.period)
  }

  /// The difference with its verdict and the trend, or why they do not exist; the goal's table has them too, but on a
  /// narrow screen out of sight.
  private func remarks(_ text: DigestWords) -> [String] {
    let verdict = text.verdict.text == words.nothing ? "" : ", \(text.verdict.text)"
    var lines: [String] = []
    if digest.latest != nil, !text.isOfUnlikeSize {
      lines.append(
        "\(words.difference(digest.confidence)): \(text.differenceReason ?? text.difference.text + verdict)")
    }
    if digest.trend != nil { lines.append("\(words.trend): \(text.trendReason ?? text.trend.text)") }
    return lines
  }

  private func breakText(_ seriesBreak: SeriesBreak) -> String {
    words.breakAt(language.period(seriesBreak.period), seriesBreak.reason.map { $0(language) })
  }

  /// Numbers of persons or events in areas of unlike size share no axis.
  private var drawnComparator: [IndicatorDigest.Point] {
    DigestWords(digest: digest, language: language).isOfUnlikeSize ? [] : digest.comparator
  }

  private func chart() -> LineChart {
    func points(_ series: [IndicatorDigest.Point]) -> [LineChart.Point] {
      series.map { point in
        LineChart.Point(
          x: point.period.time, value: point.value, lower: point.lower, upper: point.upper,
          sign: point.reason.map { Wording.sign(of: $0, language: language).sign } ?? "")
      }
    }
    let periods = Set((digest.zone + digest.comparator).map(\.period)).sorted()
    // Labels of windows are long, so the axis has the last year of each, and the guide says so.
    let times = periods.map { period in
      (x: period.time, label: period.isWindow ? "\(period.lastYear)" : language.shortPeriod(period))
    }
    // A period's figures stand at its middle; a mark at a year's beginning is half a year before its figure.
    let unit = periods.first.map { $0.unit == .year || $0.unit == .schoolYear } ?? true
    let halfStep = unit ? 0.5 : 0
    var marks = [
      LineChart.Mark(
        x: Double(digest.treated.start) - halfStep, label: words.start(digest.treated.start), isStart: true)
    ]
    marks += digest.indicator.breaks.map {
      LineChart.Mark(x: $0.period.time - halfStep, label: words.seriesBreak, isStart: false)
    }
    return LineChart(
      id: anchor, title: finding(DigestWords(digest: digest, language: language)),
      description: digest.indicator.name(language) + ". "
        + Wording.chartDescription(
          zone: digest.zoneName, figures: digest.zone.map(\.figure), comparator: digest.comparatorName,
          comparatorFigures: drawnComparator.map(\.figure), format: digest.format),
      focus: points(digest.zone), focusLabel: digest.zoneName, comparator: points(drawnComparator),
      comparatorLabel: Wording.sentenceCase(digest.comparatorName ?? ""), context: digest.context.map(points),
      marks: marks, times: times, format: digest.format)
  }

  private func guide(_ chart: LineChart) -> [String] {
    let first = chart.times.first?.x ?? 0
    let last = chart.times.last?.x ?? 0
    let startMark = chart.marks.contains { $0.isStart && $0.x >= first && $0.x <= last }
    let windows = digest.zone.first { $0.period.isWindow }?.period.length
    var lines = Wording.chartGuide(
      zone: digest.zoneName, comparator: drawnComparator.isEmpty ? nil : digest.comparatorName,
      hasBand: digest.zone.contains { $0.lower != nil }, confidence: digest.confidence,
      hasContext: !digest.context.isEmpty, hasGaps: digest.zone.contains { $0.value == nil },
      hasBreak: !digest.indicator.breaks.isEmpty, start: startMark ? digest.treated.start : nil,
      startsAtZero: chart.startsAtZero, language: language)
    if let windows { lines.append(words.windows(years: windows)) }
    lines.append(
      Wording.sentenceCase(Wording.direction(digest.indicator.direction, language: language)) + ".")
    return lines
  }

  /// The figures behind the chart.
  private func data() -> [String: Any] {
    let hasZoneBand = digest.zone.contains { $0.lower != nil }
    let hasComparatorBand = digest.comparator.contains { $0.lower != nil }
    let hasComparator = !digest.comparator.isEmpty
    let interval = Wording.intervalHeader(digest.confidence, language: language)
    var heads = [["text": words.period, "css": ""], ["text": plain(digest.zoneName), "css": "n"]]
    if hasZoneBand { heads.append(["text": interval, "css": "n"]) }
    if hasComparator {
      heads.append(["text": plain(Wording.sentenceCase(digest.comparatorName ?? "")), "css": "n"])
      if hasComparatorBand { heads.append(["text": interval, "css": "n"]) }
    }
    let zone = Dictionary(digest.zone.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    let other = Dictionary(digest.comparator.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = Set(zone.keys).union(other.keys).sorted().map { period -> [String: Any] in
      var cells = [value(zone[period])]
      if hasZoneBand { cells.append(self.interval(zone[period])) }
      if hasComparator {
        cells.append(value(other[period]))
        if hasComparatorBand { cells.append(self.interval(other[period])) }
      }
      return ["period": language.shortPeriod(period), "cells": cells]
    }
    return [
      "caption": plain(
        words.dataCaption(digest.indicator.name(language), unit: digest.format.unitName)), "heads": heads,
      "rows": rows,
    ]
  }

  private func value(_ point: IndicatorDigest.Point?) -> [String: Any] {
    guard let point else { return sign(.missing) }
    guard let value = point.value else { return sign(point.reason ?? .missing) }
    let status = Wording.sign(ofStatus: point.status, language: language)
    let text = digest.format.value(value)
    if status.spoken.isEmpty { return ["text": text] }
    return ["text": text + status.sign, "spoken": "\(text), \(status.spoken)"]
  }

  private func sign(_ reason: Reason) -> [String: Any] {
    let word = Wording.sign(of: reason, language: language)
    return ["text": word.sign, "spoken": word.spoken]
  }

  private func interval(_ point: IndicatorDigest.Point?) -> [String: Any] {
    guard let point, let lower = point.lower, let upper = point.upper else { return ["text": ""] }
    return ["text": digest.format.interval(lower, upper)]
  }
}
