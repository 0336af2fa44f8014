import Indicators
import Testing
import Wording

@testable import Reports

@Suite struct OverviewTests {
  private func page(_ sample: SampleContent = SampleContent()) throws -> String {
    Overview(try sample.content()).html()
  }

  @Test(arguments: Language.allCases)
  func isWellFormedWithUniqueIDsAndNoDeadLinks(language: Language) throws {
    let lint = HTMLLint(try page(SampleContent(language: language)))
    #expect(lint.problems.isEmpty, "\(lint.problems)")
    let ids = lint.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "ids twice")
    for link in lint.all("a") {
      let target = try #require(link.attributes["href"])
      #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())), "\(target)")
    }
    for element in lint.elements {
      for id in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(ids.contains(String(id)), "\(element.name) names \(id)")
      }
    }
    #expect(lint.all("html").first?.attributes["lang"] == language.rawValue)
    #expect(lint.all("title").first?.text.isEmpty == false)
    #expect(lint.all("h1").count == 1)
  }

  @Test func headingsHaveNoGaps() throws {
    let levels = HTMLLint(try page()).elements.compactMap { element -> Int? in
      element.name.count == 2 && element.name.hasPrefix("h") ? Int(element.name.dropFirst()) : nil
    }
    #expect(levels.first == 1)
    for (one, next) in zip(levels, levels.dropFirst()) { #expect(next <= one + 1) }
  }

  @Test func everyChartIsAnImageWithTitleAndDescriptionFromTheFigures() throws {
    let html = try page()
    let lint = HTMLLint(html)
    let charts = lint.all("svg")
    #expect(charts.count == 5)
    for chart in charts {
      #expect(chart.attributes["role"] == "img")
      let names = (chart.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
      #expect(names.count == 2)
      for (name, kind) in zip(names, ["title", "desc"]) {
        let text = lint.elements.first { $0.attributes["id"] == name }
        #expect(text?.name == kind && text?.text.isEmpty == false)
      }
    }
    #expect(html.contains("4 tall er skjermet."))
    #expect(lint.all("figure").count == charts.count && lint.all("figcaption").count == charts.count)
  }

  @Test func everyTableHasACaptionAndScopedHeaders() throws {
    let lint = HTMLLint(try page())
    #expect(lint.all("table").count == lint.all("caption").count)
    #expect(lint.all("caption").allSatisfy { !$0.text.isEmpty })
    for header in lint.all("th") { #expect(["col", "row"].contains(header.attributes["scope"])) }
  }

  @Test func nothingIsFetchedAndNothingRuns() throws {
    let html = try page()
    let lint = HTMLLint(html)
    #expect(lint.all("script").isEmpty && lint.all("link").isEmpty && lint.all("img").isEmpty)
    #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("url("))
    #expect(!lint.elements.contains { $0.attributes.keys.contains { $0.hasPrefix("on") } })
  }

  @Test func hostileNamesStayText() throws {
    for name in [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{title}}{{{style}}}",
      "a\"\u{301} onload=x",
      "\u{0}\u{1B}[31m", "</title></svg>", "]]>&amp;",
    ] {
      let html = try page(SampleContent(name: name, indicatorName: name))
      let lint = HTMLLint(html)
      #expect(lint.problems.isEmpty, "\(name): \(lint.problems)")
      #expect(lint.all("script").isEmpty && lint.all("img").isEmpty)
      #expect(lint.all("svg").count == 5)
      #expect(!html.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }

  @Test func hiddenFiguresAreSignsAndNeverNumbers() throws {
    let html = try page()
    #expect(
      html.contains("<span aria-hidden=\"true\">: (skjermet)</span><span class=\"sr\">skjermet tall</span>"))
    #expect(html.contains("kan ikke vises"))
    let signs = HTMLLint(html).all("text").filter { $0.attributes["class"] == "sign" }
    #expect(signs.count == 4 && signs.allSatisfy { $0.text == ":" })
    #expect(!html.lowercased().contains("nan") || !html.contains(">nan<"))
  }

  @Test func constructedFiguresSaySoOnThePageAndTheCard() throws {
    let html = try page()
    let marks = HTMLLint(html).all("strong").filter { $0.text == "EKSEMPELTALL – konstruert" }
    #expect(marks.count == 4)  // The head, and the three indicators that are constructed.
    var content = try SampleContent().content()
    content.catalogue = IndicatorCatalogue(content.catalogue.indicators.filter { !$0.isConstructed })
    #expect(!Overview(content).html().contains("EKSEMPELTALL"))
  }

  @Test func isTheSameEveryTimeAndNamesNoMachine() throws {
    #expect(try page() == page())
  }

  @Test func aProgrammeWithoutFiguresIsStillAPage() throws {
    var content = try SampleContent().content()
    content.catalogue = IndicatorCatalogue()
    let lint = HTMLLint(Overview(content).html())
    #expect(lint.problems.isEmpty)
    #expect(lint.all("svg").isEmpty)
  }

  @Test func severalTreatedZonesGetARowEach() throws {
    var content = try SampleContent().content()
    content.programme.treated.append(TreatedZone(zone: "3909000012", start: 2020))
    let lint = HTMLLint(Overview(content).html())
    #expect(lint.problems.isEmpty)
    #expect(lint.all("svg").count == 8)  // Five of Torstrand, three of the zone that has figures for three.
  }
}
