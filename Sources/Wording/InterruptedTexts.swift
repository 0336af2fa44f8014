extension Wording {
  /// Methods of interrupted time series, by id.
  static let interruptedMethods: [String: ArticleText] = [
    "effect.interrupted-series": ArticleText(
      (nb: "Avbrutt tidsserie", en: "Interrupted time series"),
      (
        nb:
          "Vi legger en linje gjennom sonens egne tall fra før satsingen og spør hvor langt tallene etterpå ligger fra linjen. Ingen andre soner brukes. Skjedde noe annet samme år, kan metoden ikke se forskjell. Derfor gjøres det samme med soner uten satsing: ofte bryter tallene deres også.",
        en:
          "A line is laid through the zone's own figures from before the programme, and we ask how far the later figures lie from it. No other zone is used. If something else happened in the same year, the method cannot tell. So the same is done to zones without a programme: often their figures break as well."
      )),
    "effect.controlled-interrupted-series": ArticleText(
      (nb: "Avbrutt tidsserie mot sammenligningssoner", en: "Controlled interrupted time series"),
      (
        nb:
          "Som avbrutt tidsserie, men det er forskjellen mellom sonen og gjennomsnittet av sammenligningssonene som følges. Det som rammer alle likt, faller bort. Metoden tar for gitt at forskjellen ville fulgt en rett linje videre.",
        en:
          "As interrupted time series, but what is followed is the difference between the zone and the mean of the comparison zones. What strikes all alike falls out. The method takes for granted that the difference would have gone on along its line."
      )),
    "effect.segmented-ols": ArticleText(
      (nb: "Knekt linje, uavhengige år", en: "Segmented line, independent years"),
      (
        nb:
          "En linje før og en etter start. Intervallet tar årene som uavhengige av hverandre. Ligner naboår på hverandre, er det for smalt: i prøver traff det da 69 til 89 av 100 ganger i stedet for 95.",
        en:
          "One line before and one after the start. The interval takes years for independent. Where neighbouring years are alike it is too narrow: in trials it then held the truth 69 to 89 times in 100 instead of 95."
      )),
    "effect.segmented-newey-west": ArticleText(
      (nb: "Knekt linje, robust usikkerhet (Newey–West)", en: "Segmented line, Newey–West errors"),
      (
        nb:
          "En linje før og en etter start. Usikkerheten regnes ut fra hvordan avvikene henger sammen i tid. Det krever lange serier: med 13 til 50 år traff intervallet i prøver bare 67 til 88 av 100 ganger i stedet for 95.",
        en:
          "One line before and one after the start. The uncertainty is computed from how the deviations hang together in time. That takes long series: with 13 to 50 years the interval held the truth in trials only 67 to 88 times in 100 instead of 95."
      )),
    "effect.segmented-prais-winsten": ArticleText(
      (nb: "Knekt linje, naboår ligner (Prais–Winsten)", en: "Segmented line, alike years (Prais–Winsten)"),
      (
        nb:
          "En linje før og en etter start, der hvert avvik får ligne på det forrige. Likheten anslås fra tallene og tas så for kjent. I korte serier blir den anslått for lav, og intervallet for smalt.",
        en:
          "One line before and one after the start, with each deviation allowed to resemble the one before. The likeness is estimated and then taken as known. In short series it is estimated too low, and the interval is too narrow."
      )),
    "effect.segmented-ar1": ArticleText(
      (nb: "Knekt linje, naboår ligner (REML)", en: "Segmented line, alike years (REML)"),
      (
        nb:
          "En linje før og en etter start, der hvert avvik får ligne på det forrige. Likheten anslås på en måte som tåler korte serier, og intervallet tar med at den er usikker. I prøver traff det 93 til 96 av 100 ganger, også med 13 år.",
        en:
          "One line before and one after the start, with each deviation allowed to resemble the one before. The likeness is estimated in a way that stands short series, and the interval allows for not knowing it. In trials it held the truth 93 to 96 times in 100, with 13 years too."
      )),
    "effect.segmented-quasi-poisson": ArticleText(
      (nb: "Knekt linje for antall og rater", en: "Segmented line of counts and rates"),
      (
        nb:
          "Antallet tilfeller i forhold til folketallet følges på prosentskala, før og etter start. Svinger antallet mer enn tilfeldighet tilsier, blir intervallet bredere. Svaret er hvor mange prosent raten ligger over eller under det linjen fra før tilsa.",
        en:
          "Cases relative to population are followed on a percentage scale, before and after the start. Where counts vary more than chance, the interval is widened. The answer is by how many per cent the rate lies above or below what the earlier line foretold."
      )),
    "effect.segmented-quasi-binomial": ArticleText(
      (nb: "Knekt linje for andeler", en: "Segmented line of shares"),
      (
        nb:
          "Andelen følges på en skala der den aldri kan bli under 0 eller over 100 prosent, før og etter start. Svinger den mer enn tilfeldighet tilsier, blir intervallet bredere.",
        en:
          "The share is followed on a scale where it cannot fall below 0 or above 100 per cent, before and after the start. Where it varies more than chance, the interval is widened."
      )),
  ]

  /// Reasons of interrupted time series, by id.
  static let interruptedReasons: [String: ReasonText] = [
    "exact-fit": ReasonText(
      (nb: "modellen går gjennom alle tallene", en: "the model passes through every figure"),
      (
        nb:
          "Når ingenting er til overs, finnes det ikke noe å bedømme usikkerheten fra. Det betyr ikke at tallet er sikkert.",
        en:
          "Where nothing is left over there is nothing to judge the uncertainty from. That does not make the figure certain."
      ))
  ]

  /// Diagnostics of interrupted time series, by id.
  static let interruptedDiagnostics: [String: DiagnosticText] = [
    "residual-autocorrelation": DiagnosticText(
      (nb: "avvikene henger sammen i tid", en: "deviations are correlated in time"),
      (
        nb:
          "Det modellen ikke forklarer, ligner fra ett år til det neste. Intervallet tar ikke hensyn til det og er for smalt.",
        en:
          "What the model leaves unexplained is alike from one year to the next. The interval does not allow for it and is too narrow."
      )),
    "hac-unreliable": DiagnosticText(
      (nb: "for kort serie til robust usikkerhet", en: "series too short for robust errors"),
      (
        nb:
          "Newey–Wests usikkerhet er for liten i korte serier. Bruk heller REML, som er standardvalget.",
        en: "Newey and West's errors are too small in short series. Use REML, the default."
      )),
    "autocorrelation-at-boundary": DiagnosticText(
      (nb: "nivå og tilfeldighet kan ikke skilles", en: "level and noise cannot be told apart"),
      (
        nb:
          "Likheten mellom naboår er anslått så høy eller lav som den kan bli. Serien kan være en som vandrer uten fast nivå. Intervallet bygger da på at dette anslaget er riktig.",
        en:
          "The likeness of neighbouring years is estimated as high or as low as it can be. The series may be one that wanders without a level. The interval then rests on that estimate being right."
      )),
    "periods-without-figures": DiagnosticText(
      (nb: "perioder uten tall er holdt utenfor", en: "periods without figures are left out"),
      (
        nb:
          "Noen perioder i serien mangler tall. De er holdt utenfor, og avstanden mellom de andre er beholdt.",
        en:
          "Some periods of the series have no figure. They are left out, and the distance between the others is kept."
      )),
  ]
}
