extension Wording {
  /// Methods of comparisons, ranks and targets, by id.
  static let comparisonMethods: [String: ArticleText] = [
    "gap.two-windows": ArticleText(
      (nb: "Endring i forskjell mellom to perioder", en: "Change of a gap between two windows"),
      (
        nb:
          "Forskjellen mellom sonen og det den sammenlignes med regnes ut for to perioder, og endringen er den ene minus den andre. Intervallet tar med usikkerheten i alle fire tallene. Bare når det ikke inneholder null, sier vi at forskjellen er blitt mindre eller større.",
        en:
          "The gap between the zone and its comparator is computed for two windows, and the change is one minus the other. The interval holds the uncertainty of all four figures. Only where it leaves out zero is the gap said to have narrowed or widened."
      )),
    "gap.line": ArticleText(
      (nb: "Linje gjennom forskjellene", en: "Line through the gaps"),
      (
        nb:
          "Forskjellen i hver periode vektes etter hvor sikker den er, og en rett linje legges gjennom dem. Stigningen er endringen i forskjell per år. Svinger forskjellene mer enn tilfeldighet forklarer, blir intervallet gjort bredere.",
        en:
          "The gap of each period is weighted by how certain it is, and a straight line is laid through them. Its slope is the change of the gap a year. Where the gaps wobble more than chance explains, the interval is widened."
      )),
    "gap.score-test": ArticleText(
      (nb: "Test av om forholdet endrer seg", en: "Test of a changing ratio"),
      (
        nb:
          "Testen spør om forholdet mellom sonen og sammenligningen er det samme i alle perioder. Den sammenligner antallet i sonen med det ventede antallet under ett felles forhold, og ser om avviket følger tiden.",
        en:
          "The test asks whether the ratio of zone to comparator is the same in all periods. It sets the zone's counts beside those expected under one common ratio, and sees whether the deviation follows time."
      )),
    "line.known-variance": ArticleText(
      (nb: "Linje gjennom tall med kjent usikkerhet", en: "Line through figures of known precision"),
      (
        nb:
          "En rett linje der sikre tall teller mer enn usikre. Svinger tallene mer enn usikkerheten deres forklarer, gjøres intervallet bredere.",
        en:
          "A straight line in which certain figures count more than uncertain ones. Where the figures wobble more than their uncertainty explains, the interval is widened."
      )),
    "rank.funnel": ArticleText(
      (nb: "Traktgrenser rundt gjennomsnittet", en: "Funnel limits around the average"),
      (
        nb:
          "Grensene viser hvor en sone av denne størrelsen ventes å ligge om den bare skilte seg fra gjennomsnittet ved tilfeldighet. Små soner har vide grenser. En sone utenfor de ytre grensene (99,8 %) skiller seg klart ut.",
        en:
          "The limits show where a zone of this size is expected if it differed from the average by chance alone. Small zones have wide limits. A zone outside the outer limits (99.8 %) clearly stands out."
      )),
    "rank.pairwise": ArticleText(
      (nb: "Rangering med usikkerhet, fra forskjeller", en: "Ranks with uncertainty, from differences"),
      (
        nb:
          "Sonen sammenlignes med alle de andre. Beste mulige plass er én mer enn antallet soner som sikkert ligger foran, dårligste er antallet soner minus dem som sikkert ligger bak. Mange soner kan ikke skilles, og da blir intervallet bredt.",
        en:
          "The zone is compared with all others. Its best possible place is one more than the number of zones surely ahead, its worst the number of zones less those surely behind. Many zones cannot be told apart, and then the interval is wide."
      )),
    "rank.as-reported": ArticleText(
      (nb: "Plass etter tallet alene", en: "Place by the figure alone"),
      (
        nb:
          "Sonene er satt i rekkefølge etter tallene slik de er publisert. Uten teller og nevner kan ingen si hvor sikker rekkefølgen er.",
        en:
          "Zones are put in order by the figures as published. Without numerator and denominator nobody can say how sure the order is."
      )),
    "rank.simulated": ArticleText(
      (nb: "Rangering trukket på nytt", en: "Ranks drawn anew"),
      (
        nb:
          "Tallene trekkes på nytt mange ganger slik de kunne ha blitt, og sonene rangeres hver gang. Andelen trekninger der sonen er blant de dårligste, er sannsynligheten som vises. Samme frø gir samme svar.",
        en:
          "The figures are drawn anew many times as they might have been, and the zones ranked each time. The share of draws in which the zone is among the worst is the probability shown. The same seed gives the same answer."
      )),
    "target.line": ArticleText(
      (nb: "Framskriving til målet", en: "Projection to the target"),
      (
        nb:
          "En linje gjennom tallene så langt forlenges til målåret. Intervallet viser hvor tallet ventes å havne om utviklingen fortsetter jevnt. Vi sier «i rute» eller «etter» bare når hele intervallet ligger på én side av målet.",
        en:
          "A line through the figures so far is drawn on to the target's year. The interval shows where the figure is expected if the change goes on evenly. We say on track or behind only where the whole interval lies on one side of the target."
      )),
    "difference.standardised": ArticleText(
      (nb: "Forskjell mellom standardiserte rater", en: "Difference of standardised rates"),
      (
        nb:
          "Forskjellen mellom to rater som er standardisert mot samme befolkning, med usikkerheten i begge.",
        en: "The difference of two rates standardised to the same population, with the uncertainty of both."
      )),
    "ratio.standardised": ArticleText(
      (nb: "Forhold mellom standardiserte rater", en: "Ratio of standardised rates"),
      (
        nb: "Forholdet mellom to rater som er standardisert mot samme befolkning, med usikkerheten i begge.",
        en: "The ratio of two rates standardised to the same population, with the uncertainty of both."
      )),
    "detectable.enumerated": ArticleText(
      (nb: "Minste forskjell som kan ses, regnet eksakt", en: "Smallest detectable difference, enumerated"),
      (
        nb:
          "Hvor stor må forskjellen være for at testen skal finne den fire ganger av fem? For små tall regnes sannsynligheten ut ved å gå gjennom alle mulige antall. En forskjell som er mindre enn dette, kan finnes uten at vi ser den.",
        en:
          "How large must the difference be for the test to find it four times in five? For small numbers the probability is summed over all possible counts. A difference smaller than this may be there without being seen."
      )),
    "detectable.normal": ArticleText(
      (nb: "Minste forskjell som kan ses", en: "Smallest detectable difference"),
      (
        nb:
          "Hvor stor må forskjellen være for at testen skal finne den fire ganger av fem? Med 20 eller flere ventede tilfeller brukes normaltilnærmingen. En forskjell som er mindre enn dette, kan finnes uten at vi ser den.",
        en:
          "How large must the difference be for the test to find it four times in five? From 20 expected cases up the normal approximation is used. A difference smaller than this may be there without being seen."
      )),
  ]

  /// Reasons of comparisons, ranks and targets, by id.
  static let comparisonReasons: [String: ReasonText] = [
    "no-ratio-at-zero": ReasonText(
      (
        nb: "et forhold der den ene er null, kan ikke følges over tid",
        en: "a ratio of zero cannot be followed over time"
      ),
      (
        nb:
          "Er andelen eller raten null i en periode, finnes ikke forholdet på skalaen der endringer måles. Se på forskjellen i stedet.",
        en:
          "Where a share or rate is zero in a period, its ratio does not exist on the scale changes are measured on. Look at the difference instead."
      )),
    "not-detectable": ReasonText(
      (
        nb: "ingen forskjell ville vært stor nok til å ses",
        en: "no difference would be large enough to be seen"
      ),
      (
        nb:
          "Selv den største mulige forskjellen ville ikke blitt funnet fire ganger av fem. Slå sammen soner eller år.",
        en:
          "Even the largest possible difference would not be found four times in five. Put zones or years together."
      )),
    "target-year-passed": ReasonText(
      (nb: "målåret er nådd", en: "the target's year has come"),
      (
        nb: "Det er ingen tid igjen til målet. Da er det siste tallet alt som kan vurderes.",
        en: "No time is left until the target. The latest figure is all there is to judge."
      )),
    "no-direction": ReasonText(
      (nb: "ønsket retning er ukjent", en: "the wanted direction is unknown"),
      (
        nb:
          "Målet er lik utgangspunktet, og indikatoren har ingen ønsket retning. Oppgi den med `--direction`.",
        en:
          "The target equals the starting point and the indicator has no better direction. Give one with `--direction`."
      )),
    "no-target": ReasonText(
      (nb: "det er ikke satt noe mål", en: "no target is set"),
      (
        nb: "Programmet har ikke noe mål for indikatoren i denne sonen. Oppgi `--target` og `--by-period`.",
        en: "The programme has no target for the indicator in this zone. Give `--target` and `--by-period`."
      )),
    "windows-overlap": ReasonText(
      (nb: "de to periodene overlapper", en: "the two windows overlap"),
      (
        nb: "En endring mellom to perioder trenger perioder som ikke har år til felles.",
        en: "A change between two windows needs windows that share no year."
      )),
  ]

  /// Diagnostics of comparisons, ranks and targets, by id.
  static let comparisonDiagnostics: [String: DiagnosticText] = [
    "heterogeneous-series": DiagnosticText(
      (
        nb: "tallene svinger mer enn tilfeldighet forklarer",
        en: "the figures wobble more than chance explains"
      ),
      (
        nb:
          "Avstanden fra linjen er større enn usikkerheten i tallene tilsier. Intervallet er gjort bredere. Med få perioder kan det likevel være for smalt.",
        en:
          "The distance from the line is larger than the figures' uncertainty explains. The interval is widened. With few periods it may still be too narrow."
      )),
    "gap-crossed-zero": DiagnosticText(
      (nb: "forskjellen har skiftet fortegn", en: "the gap has changed sign"),
      (
        nb:
          "Sonen lå først på den ene siden av sammenligningen og så på den andre. «Mindre» og «større» handler da om avstanden, ikke om retningen.",
        en:
          "The zone first lay on one side of its comparator and then on the other. Narrowed and widened are then about the distance, not the direction."
      )),
    "indirect-ratios-compared": DiagnosticText(
      (
        nb: "indirekte standardiserte tall er sammenlignet", en: "indirectly standardised ratios are compared"
      ),
      (
        nb:
          "Indirekte standardiserte forhold bruker hver sones egen aldersfordeling som vekt. To soner med ulik aldersfordeling kan derfor ikke sammenlignes rett fram.",
        en:
          "Indirectly standardised ratios weigh by each zone's own ages. Two zones of unlike age structure can therefore not be compared outright."
      )),
    "few-standardised-events": DiagnosticText(
      (nb: "standardisert rate på færre enn ti hendelser", en: "standardised rate on fewer than ten events"),
      (
        nb: "Med så få hendelser er intervallet fra grensene å stole på, og det fra variansen for smalt.",
        en:
          "With so few events the interval from limits is the one to trust, and that from the variance is too narrow."
      )),
    "tied-values": DiagnosticText(
      (nb: "like verdier på grensen mellom grupper", en: "equal values at a border between groups"),
      (
        nb:
          "Flere soner har samme verdi der en gruppe slutter. De er holdt sammen, så gruppene er ikke like store.",
        en:
          "Several zones have the same value where a group ends. They are kept together, so groups are of unequal size."
      )),
    "zones-overdispersed": DiagnosticText(
      (nb: "sonene er mer ulike enn tilfeldighet forklarer", en: "zones differ by more than chance explains"),
      (
        nb:
          "Forskjellene mellom sonene er større enn tilfeldig variasjon. Vanlige traktgrenser peker da ut svært mange soner; de justerte grensene tar hensyn til det.",
        en:
          "Differences between zones are larger than chance. Plain funnel limits then point out very many zones; the adjusted limits allow for it."
      )),
    "zones-not-ranked": DiagnosticText(
      (nb: "noen soner er ikke rangert", en: "some zones are not ranked"),
      (
        nb:
          "Noen soner på samme nivå mangler tall eller er skjermet. De kunne stått hvor som helst i rekkefølgen.",
        en: "Some zones of the level have no figure, or a hidden one. They could stand anywhere in the order."
      )),
    "target-within-uncertainty": DiagnosticText(
      (nb: "målet er nådd, men ikke sikkert", en: "the target is met, but not surely"),
      (
        nb: "Det siste tallet har passert målet, men usikkerheten er så stor at det kan være tilfeldig.",
        en: "The latest figure has passed the target, but is uncertain enough for that to be chance."
      )),
    "baseline-window-changed": DiagnosticText(
      (nb: "det fryste utgangspunktet gjelder andre år", en: "the frozen baseline is of other years"),
      (
        nb:
          "Det er fryst et utgangspunkt for sonen, men for et annet vindu enn det som vises. De to kan ikke sammenlignes.",
        en:
          "There is a frozen baseline of the zone, but of another window than the one shown. The two cannot be compared."
      )),
  ]
}
