import Indicators

/// A term in both languages, with a plain explanation where one is needed.
struct GlossaryTerm {
  let nb: String
  let en: String
  let explanation: LocalisedText?

  init(_ en: String, _ nb: String, _ explanation: (nb: String, en: String)? = nil) {
    self.nb = nb
    self.en = en
    self.explanation = explanation.map { LocalisedText(nb: $0.nb, en: $0.en) }
  }

  /// The words the term is found by: each language's label and the parts of it between slashes, commas and brackets.
  var keys: [String] {
    let labels = [nb, en].map { $0.lowercased() }
    let parts = labels.flatMap { label in
      label.split { "/,()".contains($0) }.map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
    return labels + parts
  }
}

extension Wording {
  /// A term of the glossary by its Norwegian or English name, whatever the case; `nil` where it is not there.
  static func term(_ word: String, language: Language) -> Article? {
    let wanted = word.lowercased().replacing("-", with: " ")
    func plain(_ keys: [String]) -> [String] { keys.map { $0.replacing("-", with: " ") } }
    let found =
      glossary.first { [$0.nb, $0.en].contains { $0.lowercased().replacing("-", with: " ") == wanted } }
      ?? glossary.first { plain($0.keys).contains(wanted) }
    guard let found else { return nil }
    let other = language.pick("På engelsk: \(found.en).", "In Norwegian: \(found.nb).")
    let body = [found.explanation?(language), other].compactMap { $0 }.joined(separator: " ")
    return Article(id: word, title: language.pick(found.nb, found.en), body: body)
  }

  /// All terms.
  static let glossary = fieldTerms + statisticalTerms + effectTerms + multiplicityTerms + planTerms

  /// The terms of the field and of reports.
  private static let fieldTerms: [GlossaryTerm] = [
    GlossaryTerm(
      "indicator", "indikator",
      (
        nb: "Et tall som sier noe om et forhold vi vil følge over tid, for eksempel andelen i lavinntekt.",
        en:
          "A figure that says something about a condition we want to follow over time, such as the share in low income."
      )),
    GlossaryTerm(
      "joinpoint", "knekkpunkt",
      (
        nb: "Et år der utviklingen skifter fart eller retning.",
        en: "A year in which a trend changes pace or direction."
      )),
    GlossaryTerm(
      "average annual percent change (AAPC)", "gjennomsnittlig årlig endring i prosent (AAPC)",
      (
        nb: "Endringen i prosent per år, regnet som et gjennomsnitt over flere stykker av en utvikling.",
        en: "The change in per cent per year, averaged over several parts of a trend."
      )),
    GlossaryTerm(
      "overdispersion", "overspredning",
      (
        nb: "At antall svinger mer fra år til år enn tilfeldigheter alene tilsier.",
        en: "That counts swing more from year to year than chance alone would have it."
      )),
    GlossaryTerm("outcome indicator", "effektindikator"),
    GlossaryTerm("output indicator", "resultatindikator / leveranseindikator"),
    GlossaryTerm("process indicator", "prosessindikator"),
    GlossaryTerm(
      "segregation", "segregering / oppdelt bosetting",
      (
        nb: "At grupper bor hver for seg. Små soner ser oppdelte ut av tilfeldige grunner alene.",
        en: "That groups live apart. Small zones look segregated by chance alone."
      )),
    GlossaryTerm(
      "slope index of inequality (SII)", "helningsindeks for ulikhet (SII)",
      (
        nb:
          "Forskjellen mellom dem som står øverst og nederst i en rangering, lest av på en linje gjennom alle gruppene. Det finnes flere definisjoner; her heter de `sii-ohid` og `sii-who`.",
        en:
          "The difference between those highest and lowest in a ranking, read off a line through all groups. There are several definitions; here they are called `sii-ohid` and `sii-who`."
      )),
    GlossaryTerm(
      "relative index of inequality (RII)", "relativ ulikhetsindeks (RII)",
      (
        nb:
          "Forholdet mellom dem som står øverst og nederst i en rangering. Det finnes flere definisjoner; her heter de `rii-ohid`, `rii-mean` og `rii-who`.",
        en:
          "The ratio between those highest and lowest in a ranking. There are several definitions; here they are called `rii-ohid`, `rii-mean` and `rii-who`."
      )),
    GlossaryTerm(
      "ridit", "ridit (midtrang)",
      (
        nb: "Andelen av befolkningen som står lavere i rangeringen, pluss halvparten av egen gruppe.",
        en: "The share of the population lower in the ranking plus half of the own group."
      )),
    GlossaryTerm("living conditions", "levekår"),
    GlossaryTerm(
      "living-condition zone", "levekårssone",
      (
        nb:
          "Et område på omtrent et par tusen innbyggere, satt sammen av grunnkretser, som folkehelsestatistikken vises for.",
        en:
          "An area of a few thousand residents, made of basic statistical units, that public-health figures are shown for."
      )),
    GlossaryTerm("public health", "folkehelse"),
    GlossaryTerm(
      "exclusion (from work/education)", "utenforskap",
      (
        nb: "Å stå utenfor både arbeid, utdanning og opplæring.",
        en: "Being outside work, education and training."
      )),
    GlossaryTerm("city district", "bydel"),
    GlossaryTerm("sub-district", "delbydel"),
    GlossaryTerm(
      "basic statistical unit", "grunnkrets",
      (
        nb: "Det minste området Statistisk sentralbyrå deler kommunene i.",
        en: "The smallest area Statistics Norway divides municipalities into."
      )),
    GlossaryTerm("municipality / county / country", "kommune / fylke / landet"),
    GlossaryTerm("zone, area", "område (sone)"),
    GlossaryTerm("population", "befolkning / folkemengde"),
    GlossaryTerm("household", "husholdning"),
    GlossaryTerm("persistent low income", "vedvarende lavinntekt"),
    GlossaryTerm("overcrowding", "trangboddhet"),
    GlossaryTerm(
      "share, proportion", "andel",
      (
        nb: "Hvor stor del av en gruppe som har et kjennetegn: teller delt på nevner.",
        en: "How large a part of a group has a trait: numerator over denominator."
      )),
    GlossaryTerm(
      "per cent / percentage point (pp)", "prosent / prosentpoeng (pp)",
      (
        nb:
          "Prosent er hundredeler av en helhet. Forskjellen mellom 10 % og 12 % er 2 prosentpoeng, ikke 2 prosent.",
        en:
          "Per cent are hundredths of a whole. The difference between 10 % and 12 % is 2 percentage points, not 2 per cent."
      )),
    GlossaryTerm("per mille", "promille"),
    GlossaryTerm("count, number", "antall"),
    GlossaryTerm(
      "rate", "rate (per 1 000 / 100 000)",
      (
        nb: "Antall hendelser eller personer per for eksempel 1 000 innbyggere.",
        en: "The number of events or persons per 1,000 residents, say."
      )),
    GlossaryTerm(
      "numerator / denominator", "teller / nevner",
      (
        nb: "Telleren er dem som har kjennetegnet, nevneren er alle de regnes av.",
        en: "The numerator is those with the trait, the denominator is all they are counted among."
      )),
    GlossaryTerm(
      "mean / average", "gjennomsnitt",
      (
        nb: "Summen delt på antallet. Noen få svært høye verdier kan trekke det opp.",
        en: "The sum over the number. A few very high values can pull it up."
      )),
    GlossaryTerm(
      "median", "median",
      (
        nb: "Den midterste verdien: halvparten ligger under, halvparten over.",
        en: "The middle value: half lie below, half above."
      )),
    GlossaryTerm(
      "quantile / quartile / quintile / decile", "kvantil / kvartil / kvintil (femdel) / desil (tidel)"),
    GlossaryTerm(
      "standard deviation", "standardavvik",
      (
        nb: "Hvor mye enkeltverdier vanligvis avviker fra gjennomsnittet.",
        en: "How far single values usually lie from the mean."
      )),
    GlossaryTerm(
      "standard error", "standardfeil",
      (
        nb: "Hvor mye et beregnet tall vanligvis ville variere av tilfeldighet.",
        en: "How far a computed figure would usually vary by chance."
      )),
    GlossaryTerm("variance", "varians"),
    GlossaryTerm(
      "estimate", "estimat (beregnet verdi)",
      (
        nb: "En verdi som er beregnet av tallene vi har, og som derfor har en usikkerhet.",
        en: "A value computed from the figures we have, which therefore is uncertain."
      )),
    GlossaryTerm(
      "confidence interval", "konfidensintervall (KI)",
      (
        nb:
          "Et intervall som viser hvilke verdier som passer med tallene når vi tar høyde for tilfeldig variasjon. Av 100 slike 95 %-intervaller vil om lag 95 inneholde den sanne verdien.",
        en:
          "An interval of the values that fit the figures once random variation is allowed for. Of 100 such 95 % intervals about 95 contain the true value."
      )),
    GlossaryTerm("confidence level", "konfidensnivå"),
    GlossaryTerm("credible interval", "troverdighetsintervall"),
    GlossaryTerm("uncertainty", "usikkerhet"),
    GlossaryTerm("margin of error", "feilmargin"),
    GlossaryTerm(
      "random variation", "tilfeldig variasjon",
      (
        nb:
          "Det at tall svinger fra år til år uten at noe har endret seg. Jo færre personer, desto større svingninger.",
        en:
          "That figures go up and down from year to year without anything having changed. The fewer persons, the larger the swings."
      )),
    GlossaryTerm(
      "statistically significant", "statistisk signifikant",
      (
        nb:
          "At en forskjell er større enn tilfeldig variasjon skulle tilsi. Det sier ikke at forskjellen er stor eller viktig.",
        en:
          "That a difference is larger than random variation would give. It does not say that the difference is large or matters."
      )),
    GlossaryTerm(
      "no clear difference", "ingen sikker forskjell",
      (
        nb: "Tilfeldig variasjon kan forklare forskjellen vi ser. Det betyr ikke at de to er like.",
        en: "Random variation could explain the difference we see. It does not mean that the two are equal."
      )),
    GlossaryTerm(
      "p (adjusted)", "p (justert)",
      (
        nb:
          "p-verdien etter justering for at mange ting er testet på én gang, slik at tilfeldige funn ikke hoper seg opp. `--adjust` velger måten.",
        en:
          "The p-value after adjustment for testing many things at once, so that chance findings do not pile up. `--adjust` chooses how."
      )),
    GlossaryTerm(
      "p-value", "p-verdi",
      (
        nb:
          "Hvor ofte tilfeldig variasjon alene ville gitt en minst like stor forskjell. Den bør leses sammen med intervallet.",
        en:
          "How often random variation alone would give at least as large a difference. Read it together with the interval."
      )),
    GlossaryTerm("sample / sample size", "utvalg / utvalgsstørrelse"),
    GlossaryTerm("survey", "(spørre)undersøkelse"),
    GlossaryTerm("response rate / non-response", "svarprosent / frafall"),
    GlossaryTerm("weight, weighting", "vekt, vekting"),
    GlossaryTerm("comparison", "sammenligning"),
    GlossaryTerm(
      "comparator, reference", "sammenligningsgrunnlag / referanse",
      (
        nb: "Det området eller den verdien sonen sammenlignes med.",
        en: "The area or value the zone is compared with."
      )),
    GlossaryTerm("benchmark", "referanseverdi"),
    GlossaryTerm(
      "better / similar / worse", "bedre / omtrent likt / dårligere",
      (
        nb:
          "Sier om sonen ligger bedre eller dårligere an enn sammenligningsgrunnlaget. Bare indikatorer med en ønsket retning får en slik dom.",
        en:
          "Says whether the zone does better or worse than the comparator. Only indicators with a better direction are judged so."
      )),
    GlossaryTerm(
      "polarity", "ønsket retning",
      (
        nb: "Om det er bedre at tallet er høyt eller lavt. Noen indikatorer har ingen ønsket retning.",
        en: "Whether a high or a low figure is better. Some indicators have no better direction."
      )),
    GlossaryTerm(
      "trend", "utvikling (trend)",
      (
        nb: "Om tallene over flere år går i én retning.",
        en: "Whether figures over several years go one way."
      )),
    GlossaryTerm("increasing / decreasing / no clear change", "øker / går ned / ingen sikker endring"),
    GlossaryTerm("change point, joinpoint", "knekkpunkt"),
    GlossaryTerm(
      "autocorrelation", "autokorrelasjon",
      (
        nb: "Hvor mye et år ligner på året før når utviklingen er trukket fra. Like år er ikke uavhengige.",
        en:
          "How much a year resembles the year before once the trend is taken out. Like years are not independent."
      )),
    GlossaryTerm(
      "minimum detectable change", "minste synlige endring",
      (
        nb:
          "Den minste virkelige endringen per år som testen ville funnet i 8 av 10 tilfeller. Er den stor, sier «ingen sikker endring» lite.",
        en:
          "The smallest true change per year that the test would find 8 times out of 10. Where it is large, «no clear change» says little."
      )),
    GlossaryTerm(
      "series break", "brudd i serien",
      (
        nb: "Et tidspunkt der det som måles, ble et annet. Tall før og etter kan ikke sammenlignes.",
        en:
          "A time at which what is measured became something else. Figures before and after cannot be compared."
      )),
    GlossaryTerm("slope", "stigning (endring per år)"),
    GlossaryTerm("annual percentage change", "årlig prosentvis endring"),
    GlossaryTerm(
      "moving average", "glidende gjennomsnitt",
      (
        nb:
          "Tall fra flere år slått sammen, som flyttes ett år om gangen. Det jevner ut svingninger, men naboverdier deler år.",
        en:
          "Several years put together and moved one year at a time. It evens out swings, but neighbouring values share years."
      )),
    GlossaryTerm("time series", "tidsserie"),
    GlossaryTerm(
      "break in series", "brudd i tidsserien",
      (
        nb: "Definisjonen, kilden eller grensene er endret, slik at tall før og etter ikke kan sammenlignes.",
        en: "Definition, source or borders changed, so figures before and after cannot be compared."
      )),
    GlossaryTerm("seasonal adjustment", "sesongjustering"),
    GlossaryTerm(
      "baseline", "utgangspunkt (nullpunkt)",
      (
        nb: "Tallene før tiltaket startet, som senere tall måles mot.",
        en: "The figures before the programme began, which later figures are measured against."
      )),
    GlossaryTerm("baseline measurement", "nullpunktsmåling"),
    GlossaryTerm("before/after", "før og etter"),
    GlossaryTerm(
      "intervention, measure", "tiltak",
      (
        nb: "Det som gjøres for å endre noe.",
        en: "What is done to change something."
      )),
    GlossaryTerm("treatment group / control group", "tiltaksgruppe / sammenligningsgruppe"),
    GlossaryTerm(
      "effect", "effekt (virkning)",
      (
        nb: "Endringen som skyldes tiltaket, og ikke ville kommet uten det.",
        en: "The change that is due to the programme and would not have come without it."
      )),
    GlossaryTerm("effect size", "effektstørrelse"),
    GlossaryTerm(
      "counterfactual", "kontrafaktisk utvikling",
      (
        nb: "Hva som trolig hadde skjedd uten tiltaket. Det kan aldri ses direkte og må anslås.",
        en:
          "What would probably have happened without the programme. It can never be seen and must be estimated."
      )),
    GlossaryTerm(
      "difference-in-differences", "forskjell-i-forskjeller",
      (
        nb: "Endringen i tiltaksområdet minus endringen i sammenligningsområdene i samme tid.",
        en: "The change in the treated area minus the change in the comparison areas over the same time."
      )),
    GlossaryTerm("interrupted time series", "avbrutt tidsserie"),
    GlossaryTerm(
      "synthetic control", "syntetisk kontrollgruppe",
      (
        nb:
          "En vektet blanding av andre områder som fulgte tiltaksområdet før start, og som viser hva som ellers kunne skjedd.",
        en:
          "A weighted mixture of other areas that followed the treated area before the start and shows what might have happened otherwise."
      )),
    GlossaryTerm("parallel trends", "parallelle trender"),
    GlossaryTerm("confounder", "bakenforliggende faktor (konfunder)"),
    GlossaryTerm("selection bias", "seleksjonsskjevhet"),
    GlossaryTerm("bias", "skjevhet"),
    GlossaryTerm("causal effect", "årsakseffekt"),
    GlossaryTerm("correlation / association", "korrelasjon / sammenheng"),
    GlossaryTerm("regression", "regresjon"),
    GlossaryTerm("residual", "restledd / avvik"),
    GlossaryTerm("outlier", "ekstremverdi"),
    GlossaryTerm(
      "age-standardised / standardisation", "aldersstandardisert / standardisering",
      (
        nb: "Justert slik at områder med ulik alderssammensetning kan sammenlignes.",
        en: "Adjusted so that areas of unlike age composition can be compared."
      )),
    GlossaryTerm("direct / indirect standardisation", "direkte / indirekte standardisering"),
    GlossaryTerm("standardised mortality ratio", "standardisert ratio (SMR; landet = 100)"),
    GlossaryTerm("life expectancy", "forventet levealder / levealder"),
    GlossaryTerm("prevalence / incidence", "forekomst / nye tilfeller"),
    GlossaryTerm("social inequality in health", "sosiale helseforskjeller"),
    GlossaryTerm("inequality", "ulikhet"),
    GlossaryTerm("slope index of inequality", "absolutt ulikhetsindeks"),
    GlossaryTerm("relative index of inequality", "relativ ulikhetsindeks"),
    GlossaryTerm("concentration index / Gini", "konsentrasjonsindeks / Gini-koeffisient"),
    GlossaryTerm("deprivation index", "levekårsindeks / samleindeks"),
    GlossaryTerm("segregation", "segregasjon (bosegregasjon)"),
    GlossaryTerm("spatial autocorrelation", "romlig samvariasjon"),
    GlossaryTerm("cluster / hot spot", "opphopning"),
    GlossaryTerm("smoothing (small area)", "utjevning (småområdeestimering)"),
    GlossaryTerm(
      "suppressed value", "skjermet (prikket) tall",
      (
        nb:
          "Et tall som ikke vises fordi det bygger på så få at noen kunne kjennes igjen. Tegnet er «:». Det betyr ikke null.",
        en:
          "A figure not shown because it rests on so few that somebody could be recognised. The sign is «:». It does not mean zero."
      )),
    GlossaryTerm(
      "primary / secondary suppression", "primærprikking / naboprikking",
      (
        nb:
          "Primærprikking skjuler tall som selv er for små. Naboprikking skjuler tall som ellers ville røpet dem.",
        en:
          "Primary suppression hides figures that are too small themselves. Secondary suppression hides those that would give them away."
      )),
    GlossaryTerm(
      "series suppression", "serieprikking",
      (
        nb: "Hele serien skjules fordi for mye av den er skjult eller svak.",
        en: "The whole series is hidden because too much of it is hidden or weak."
      )),
    GlossaryTerm("disclosure control", "avsløringskontroll / konfidensialitet"),
    GlossaryTerm("rounding", "avrunding"),
    GlossaryTerm(
      "missing value", "manglende verdi",
      (
        nb: "Kilden har ikke oppgitt noe tall. Tegnet er «..». Det betyr ikke null.",
        en: "The source gives no figure. The sign is «..». It does not mean zero."
      )),
    GlossaryTerm(
      "not applicable", "ikke aktuelt",
      (
        nb: "Tall kan ikke forekomme her. Tegnet er «.».",
        en: "A figure cannot exist here. The sign is «.»."
      )),
    GlossaryTerm(
      "provisional figure", "foreløpig tall",
      (
        nb: "Tallet kan fortsatt endres av kilden. Tegnet er «*».",
        en: "The source may still change the figure. The sign is «*»."
      )),
    GlossaryTerm("revised figure", "revidert tall"),
    GlossaryTerm("source / updated / published", "kilde / oppdatert / publisert"),
    GlossaryTerm("metadata / about the statistics", "om tallene (om statistikken)"),
    GlossaryTerm("method", "metode"),
    GlossaryTerm("assumption / limitation", "forutsetning / begrensning"),
    GlossaryTerm("data quality / coverage", "datakvalitet / dekningsgrad"),
    GlossaryTerm(
      "target / target attainment", "mål / måloppnåelse",
      (
        nb: "Verdien en indikator skal nå, og hvor langt den er kommet.",
        en: "The value an indicator should reach, and how far it has come."
      )),
    GlossaryTerm("results chain", "resultatkjede (effektkjede)"),
    GlossaryTerm(
      "funnel plot / funnel limits", "traktdiagram / traktgrenser",
      (
        nb: "Et diagram der grensene for tilfeldig variasjon blir smalere jo flere personer en sone har.",
        en: "A chart where the limits of random variation narrow the more persons a zone has."
      )),
    GlossaryTerm("bar / line / box / scatter chart", "stolpe- / linje- / boks- / spredningsdiagram"),
    GlossaryTerm("spine chart", "sammenligningsdiagram (barometer)"),
    GlossaryTerm("population pyramid", "befolkningspyramide"),
    GlossaryTerm("choropleth map", "temakart"),
    GlossaryTerm("legend", "tegnforklaring"),
    GlossaryTerm("download", "last ned"),
    GlossaryTerm("how to read this figure", "slik leser du figuren"),
    GlossaryTerm(
      "too few to conclude", "for små tall til å konkludere",
      (
        nb: "Tallene er så små at nesten enhver forskjell kan være tilfeldig.",
        en: "The figures are so small that almost any difference may be chance."
      )),
  ]
}
