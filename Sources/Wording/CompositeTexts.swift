extension Wording {
  /// Methods of shrinkage, composite indices and many tests, by id.
  static let compositeMethods: [String: ArticleText] = [
    "p-value.benjamini-yekutieli": ArticleText(
      (nb: "p-verdi justert etter Benjamini og Yekutieli", en: "p-value adjusted by Benjamini and Yekutieli"),
      (
        nb:
          "Når mange tester gjøres samtidig, vil noen slå ut ved en tilfeldighet. Denne justeringen holder andelen falske utslag nede uansett hvordan testene henger sammen. Den er strengere enn Benjamini og Hochberg.",
        en:
          "Where many tests are made at once, some come out by chance. This adjustment keeps the share of false findings down however the tests depend on each other. It is stricter than Benjamini and Hochberg."
      )),
    "p-value.holm": ArticleText(
      (nb: "p-verdi justert etter Holm", en: "p-value adjusted by Holm"),
      (
        nb:
          "Justeringen holder sannsynligheten for at selv ett eneste utslag er falskt, under grensen. Den passer når få tester gjøres og et feil utslag koster mye.",
        en:
          "The adjustment keeps the probability that even one finding is false below the limit. It suits few tests, where a wrong finding is costly."
      )),
    "p-value.hochberg": ArticleText(
      (nb: "p-verdi justert etter Hochberg", en: "p-value adjusted by Hochberg"),
      (
        nb:
          "Som Holm, men litt mindre streng. Den forutsetter at testene er uavhengige eller trekker i samme retning.",
        en:
          "As Holm, and a little less strict. It takes the tests for independent, or for pulling the same way."
      )),
    "p-value.bonferroni": ArticleText(
      (nb: "p-verdi justert etter Bonferroni", en: "p-value adjusted by Bonferroni"),
      (
        nb: "Hver p-verdi ganges med antall tester. Holm gir det samme vernet og finner mer.",
        en: "Each p-value is multiplied by the number of tests. Holm protects as well and finds more."
      )),
    "p-value.selective-families": ArticleText(
      (nb: "p-verdi justert tema for tema", en: "p-value adjusted theme by theme"),
      (
        nb:
          "Indikatorene deles i temaer. Først velges temaene der noe skjer, så indikatorene i dem. Det som holdes nede, er andelen falske utslag i gjennomsnitt over temaene som velges.",
        en:
          "Indicators are put into themes. First the themes in which something happens are selected, then the indicators within them. What is kept down is the share of false findings on average over the selected themes."
      )),
    "shrinkage.gamma-poisson": ArticleText(
      (nb: "Glattet rate (gamma–Poisson)", en: "Smoothed rate (gamma–Poisson)"),
      (
        nb:
          "Raten i en liten sone svinger mye ved tilfeldigheter. Den glattede raten er et veid gjennomsnitt av sonens egen rate og nivået i sonene ellers. Jo færre hendelser sonen har, desto mer veier de andre. Hvor mye sonene virkelig er ulike, anslås av tallene selv. Den glattede raten står alltid ved siden av den egne.",
        en:
          "The rate of a small zone moves a lot by chance. The smoothed rate is a weighted mean of the zone's own rate and the level of the other zones. The fewer events the zone has, the more the others weigh. How much zones truly differ is estimated from the figures. The smoothed rate always stands beside the zone's own."
      )),
    "shrinkage.beta-binomial": ArticleText(
      (nb: "Glattet andel (beta–binomial)", en: "Smoothed share (beta–binomial)"),
      (
        nb:
          "Andelen i en liten sone svinger mye ved tilfeldigheter. Den glattede andelen er et veid gjennomsnitt av sonens egen andel og nivået i sonene ellers. Jo færre personer sonen har, desto mer veier de andre. Hvor mye sonene virkelig er ulike, anslås av tallene selv. Den glattede andelen står alltid ved siden av den egne.",
        en:
          "The share of a small zone moves a lot by chance. The smoothed share is a weighted mean of the zone's own share and the level of the other zones. The fewer persons the zone has, the more the others weigh. How much zones truly differ is estimated from the figures. The smoothed share always stands beside the zone's own."
      )),
    "shrinkage.marshall": ArticleText(
      (nb: "Glattet rate (Marshall)", en: "Smoothed rate (Marshall)"),
      (
        nb:
          "Raten glattes mot gjennomsnittet av alle soner, med en enklere regnemåte enn gamma–Poisson. Den er mye brukt i eldre kart.",
        en:
          "The rate is smoothed towards the mean of all zones, in a simpler way than gamma–Poisson. It is common in older maps."
      )),
    "shrinkage.marshall-local": ArticleText(
      (nb: "Glattet rate mot naboene (Marshall)", en: "Rate smoothed towards its neighbours (Marshall)"),
      (
        nb: "Raten glattes mot sonen og naboene rundt den, og ikke mot alle soner.",
        en: "The rate is smoothed towards the zone and its neighbours rather than towards all zones."
      )),
    "composite.weighted-scores": ArticleText(
      (nb: "Sammensatt indeks", en: "Composite index"),
      (
        nb:
          "Indikatorene gjøres om til poeng som alle peker samme vei: høyt er dårlig. Poengene veies og legges sammen. Rang 1 er den dårligste sonen. Indeksen avhenger av valg som andre kunne gjort annerledes, derfor står rangen med et intervall over både tilfeldigheter og valg. Indeksen er ikke en måling.",
        en:
          "Indicators become scores that all point the same way: high is bad. Scores are weighted and added. Rank 1 is the worst zone. The index depends on choices that others could make otherwise, so the rank has an interval over both chance and choices. The index is not a measurement."
      )),
  ]

  /// Reasons of shrinkage, composite indices and many tests, by id.
  static let compositeReasons: [String: ReasonText] = [
    "no-difference-between-zones": ReasonText(
      (nb: "ingen påvist forskjell mellom sonene", en: "no difference between the zones was found"),
      (
        nb:
          "Sonene varierer ikke mer enn tilfeldigheter alene ville gitt. Da får alle samme verdi, og den har ikke noe intervall for den enkelte sonen.",
        en:
          "The zones vary no more than chance alone would give. Then all get the same value, which has no interval for a single zone."
      )),
    "nothing-to-shrink-towards": ReasonText(
      (nb: "ingen hendelser å regne ut fra", en: "there are no events to learn from"),
      (
        nb:
          "Ingen sone har en eneste hendelse, eller alle personer er med i telleren. Da kan ingenting læres om forskjeller.",
        en:
          "No zone has a single event, or everybody is in the numerator. Then nothing can be learnt about differences."
      )),
    "not-one-zone": ReasonText(
      (nb: "gruppe av flere soner", en: "a group of several zones"),
      (
        nb:
          "En gruppe av flere soner er ikke sammenlignbar med enkeltsoner. Velg én sone.",
        en: "A group of several zones is not comparable with single zones. Choose one zone."
      )),
    "unusable-weights": ReasonText(
      (nb: "vektene kan ikke brukes", en: "the weights cannot be used"),
      (
        nb:
          "Vektene passer ikke til indikatorene, er negative, eller opphever hverandre. En faktormodell trenger minst tre indikatorer.",
        en:
          "The weights do not fit the indicators, are negative, or cancel each other. A factor model needs at least three indicators."
      )),
    "component-without-spread": ReasonText(
      (nb: "en indikator er lik i alle soner", en: "an indicator is the same in all zones"),
      (
        nb:
          "En indikator som er lik i alle soner, skiller dem ikke, og vekter kan ikke regnes ut av tallene.",
        en:
          "An indicator that is the same in all zones tells them not apart, and weights cannot be had from the figures."
      )),
    "scores-not-positive": ReasonText(
      (nb: "poengene er ikke over null", en: "scores are not above zero"),
      (
        nb: "Et geometrisk gjennomsnitt trenger poeng over null: velg rang eller eksponentielle poeng.",
        en: "A geometric mean needs scores above zero: choose rank or exponential scores."
      )),
    "interval-is-of-the-rank": ReasonText(
      (nb: "intervallet gjelder rangen", en: "the interval is that of the rank"),
      (
        nb: "Selve indeksen har ingen enhet og ikke noe intervall. Usikkerheten vises for rangen.",
        en: "The index itself has no unit and no interval. Uncertainty is shown for the rank."
      )),
  ]

  /// Diagnostics of shrinkage, composite indices and many tests, by id.
  static let compositeDiagnostics: [String: DiagnosticText] = [
    "no-heterogeneity": DiagnosticText(
      (nb: "ingen påvist forskjell mellom sonene", en: "no difference between the zones was found"),
      (
        nb: "Sonene varierer ikke mer enn tilfeldigheter alene ville gitt, så alle får felles verdi.",
        en: "The zones vary no more than chance alone would give, so all get the common value."
      )),
    "value-outside-interval": DiagnosticText(
      (nb: "verdien ligger utenfor intervallet", en: "the value lies outside its interval"),
      (
        nb:
          "Fordelingen er så skjev at verdien ligger utenfor intervallet. Det skjer ved svært små tall og lave nivåer, og når et mål trekker til én side i små utvalg.",
        en:
          "The distribution is so skew that the value lies outside the interval. This happens with very small numbers and low levels, and where a measure is biased in small samples."
      )),
    "prior-taken-as-known": DiagnosticText(
      (nb: "usikkerheten i fellesnivået er ikke med", en: "the doubt about the common level is left out"),
      (
        nb:
          "Intervallet regner nivået og forskjellene mellom sonene som kjent. Med få soner er det for smalt.",
        en:
          "The interval takes the level of the zones and their differences for known. With few zones it is too narrow."
      )),
    "widened-for-prior": DiagnosticText(
      (nb: "usikkerheten i fellesnivået er med", en: "the doubt about the common level is included"),
      (
        nb:
          "Intervallet er utvidet fordi nivået og forskjellene mellom sonene selv er anslått. Med få soner kan det likevel dekke noe for sjelden.",
        en:
          "The interval is widened because the level of the zones and their differences are estimates themselves. With few zones it may still cover a little too seldom."
      )),
    "negative-weight": DiagnosticText(
      (nb: "negativ vekt", en: "negative weight"),
      (
        nb:
          "En indikator går motsatt vei av de andre, så vekten tallene gir den, er negativ. Vurder om den hører hjemme i indeksen.",
        en:
          "An indicator runs against the others, so the weight that the figures give it is negative. Ask whether it belongs in the index."
      )),
    "factor-at-bound": DiagnosticText(
      (nb: "faktormodellen ligger på grensen", en: "the factor model is at its bound"),
      (
        nb:
          "Faktormodellen forklarer en indikator helt, noe få soner eller indikatorer ofte gir skinn av. Bruk like vekter.",
        en:
          "The factor model explains an indicator altogether, which few zones or indicators often pretend. Use equal weights."
      )),
    "reweighted": DiagnosticText(
      (nb: "vektet om fordi noe mangler", en: "reweighted because something is missing"),
      (
        nb: "Minst én indikator mangler for sonen, og vektene til de andre er skalert opp.",
        en: "At least one indicator is missing for the zone, and the weights of the others are scaled up."
      )),
    "sampling-error-unknown": DiagnosticText(
      (
        nb: "tilfeldig variasjon er ikke med for alle indikatorer",
        en: "chance is not included for all indicators"
      ),
      (
        nb: "Minst én indikator har ikke teller og nevner, så rangintervallet er for smalt.",
        en: "At least one indicator has no numerator and denominator, so the rank interval is too narrow."
      )),
    "mixed-periods": DiagnosticText(
      (nb: "indikatorene er fra ulike perioder", en: "the indicators are of different periods"),
      (
        nb:
          "Indikatorene har ingen felles periode. Siste tall for hver er satt sammen; tabellen over komponenter viser periodene.",
        en:
          "The indicators have no period in common. The latest figures of each are combined; the table of components shows the periods."
      )),
  ]
}
