extension Wording {
  /// Differences in differences and inference for few treated zones and small counts, by id.
  static let differenceMethods: [String: ArticleText] = [
    "effect.did": ArticleText(
      (nb: "Forskjell i endring", en: "Difference in differences"),
      (
        nb:
          "Endringen i sonen fra før til etter start, minus endringen i de andre sonene. Tallet er virkningen bare hvis sonen ellers ville ha fulgt de andre. Det kan ikke bevises; årene før start viser om det er rimelig.",
        en:
          "The zone's change from before the start to after it, less the change of the other zones. It is the effect only if the zone would otherwise have followed the others. That cannot be proved; the years before the start show whether it is reasonable."
      )),
    "effect.event-study": ArticleText(
      (nb: "Virkning år for år", en: "Effect year by year"),
      (
        nb:
          "Avstanden mellom sonen og de andre i hvert år, målt fra avstanden før start. Tallene før start bør ligge nær null. Måles det fra det siste året før start, er tilfeldigheter i det ene året med i alle tallene; gjennomsnittet av alle år før start er tryggere når tallene er små.",
        en:
          "The gap between the zone and the others in each year, measured from the gap before the start. Figures before the start should lie near zero. Measured from the last year before the start, the chance of that one year is in every figure; the mean of all years before it is safer where numbers are small."
      )),
    "effect.twfe": ArticleText(
      (nb: "Regresjon med sone- og årseffekter", en: "Two-way fixed effects"),
      (
        nb:
          "Hver sone og hvert år får sitt eget nivå, og virkningen er det som er igjen. Usikkerheten regnes ut fra hvor mye sonene spriker. Det krever minst fem soner med tiltak: med én sone med tiltak blir tallet altfor lite, og da oppgis det ikke.",
        en:
          "Each zone and each year has a level of its own, and the effect is what is left. The uncertainty follows from how the zones differ. That takes at least five zones with the programme: with one, the error comes out far too small, and is not given."
      )),
    "effect.twfe-cr2": ArticleText(
      (nb: "Sone- og årseffekter med justert usikkerhet", en: "Two-way fixed effects with adjusted errors"),
      (
        nb:
          "Som regresjon med sone- og årseffekter, men usikkerheten tar hensyn til at få soner bærer svaret. Også denne krever minst fem soner med tiltak.",
        en:
          "As two-way fixed effects, with an uncertainty that allows for few zones carrying the answer. This too takes at least five zones with the programme."
      )),
    "effect.wild-cluster-bootstrap": ArticleText(
      (nb: "Omtrekking av hele soner", en: "Wild cluster bootstrap"),
      (
        nb:
          "Avvikene i hver sone får tilfeldig fortegn, om og om igjen, og virkningen regnes ut på nytt hver gang. Slik ser vi hvor stor den blir av seg selv. Det krever minst fem soner med tiltak og minst fem uten.",
        en:
          "The deviations of each zone get a random sign, again and again, and the effect is computed anew each time. So we see how large it gets by itself. It takes at least five zones with the programme and five without."
      )),
    "effect.conley-taber": ArticleText(
      (nb: "Sammenligning med sonene uten tiltak", en: "Comparison with the zones without it"),
      (
        nb:
          "Hver sone uten tiltak regnes som om den hadde hatt det. Svarene viser hvor store utslag tilfeldigheter gir. Sonen med tiltak må skille seg ut fra dem. Er det få soner å sammenligne med, finnes det ikke noe 95 %-intervall. Metoden passer når sonene er omtrent like store.",
        en:
          "Each zone without the programme is treated as if it had it. The answers show how large chance can be. The zone with the programme has to stand out among them. With few zones to compare with there is no 95 % interval. It fits where zones are of about the same size."
      )),
    "effect.ferman-pinto": ArticleText(
      (nb: "Sammenligning justert for størrelse, ved rangering", en: "Comparison adjusted for size, by rank"),
      (
        nb:
          "Små soner svinger mer enn store. Derfor regnes utslagene i sonene uten tiltak om til størrelsen på sonen med tiltak før de sammenlignes. Rangeringen er grov når det er få soner.",
        en:
          "Small zones swing more than large ones. So the swings of the zones without the programme are converted to the size of the zone with it before they are compared. Ranks are coarse where zones are few."
      )),
    "effect.ferman-pinto-t": ArticleText(
      (nb: "Sammenligning justert for størrelse", en: "Comparison adjusted for size"),
      (
        nb:
          "Små soner svinger mer enn store. Utslagene i sonene uten tiltak viser hvor mye en sone av denne størrelsen svinger av seg selv, og intervallet bygger på det. Et intervall som inneholder null, betyr at en virkning av den størrelsen ikke kan skilles fra tilfeldigheter, ikke at tiltaket var uten virkning.",
        en:
          "Small zones swing more than large ones. The swings of the zones without the programme show how much a zone of this size moves by itself, and the interval rests on that. An interval that holds zero means that an effect of that size cannot be told from chance, not that the programme did nothing."
      )),
    "effect.ferman-pinto-normal": ArticleText(
      (
        nb: "Sammenligning justert for størrelse, normalfordelt", en: "Comparison adjusted for size, normal"
      ),
      (
        nb:
          "Som sammenligning justert for størrelse, for mange soner. Med få soner blir intervallet litt for smalt.",
        en:
          "As the comparison adjusted for size, for many zones. With few zones the interval is a little too narrow."
      )),
    "effect.exact-rate-ratio-change": ArticleText(
      (nb: "Fire antall, nøyaktig", en: "Four counts, exactly"),
      (
        nb:
          "Antallet før og etter i sonen og i resten, når tallene er svært små. Intervallet regnes ut av alle mulige fordelinger av hendelsene og gjelder selv for tall under ti. Det tar bare med tilfeldigheter: svinger sonene av andre grunner også, er intervallet for smalt.",
        en:
          "The counts before and after, in the zone and in the rest, where numbers are tiny. The interval comes from every way the events could have fallen and holds even below ten. It knows chance alone: where zones swing for other reasons too, it is too narrow."
      )),
    "effect.rate-ratio-change": ArticleText(
      (nb: "Fire antall, tilnærmet", en: "Four counts, approximately"),
      (
        nb:
          "Endringen i sonen delt på endringen i resten, på prosentskala, når alle antall er ti eller mer. Usikkerheten kan gjøres større etter hvor mye tallene faktisk svinger.",
        en:
          "The zone's change over the rest's, on a per cent scale, where all counts are ten or more. The uncertainty can be widened by how much the figures do swing."
      )),
    "effect.poisson-did": ArticleText(
      (nb: "Forskjell i prosentvis endring av antall", en: "Difference of changes in counts"),
      (
        nb:
          "Hver sone og hvert år har sitt eget nivå på raten, og virkningen er det som er igjen, i prosent. Usikkerheten som står her, følger av hvor mye enkelttall svinger. Den fanger ikke opp at en sone kan skifte nivå for godt av andre grunner, så se også på sammenligningen med sonene uten tiltak.",
        en:
          "Each zone and each year has a rate of its own, and the effect is what is left, in per cent. The uncertainty here follows from how much single figures swing. It misses that a zone may move for good for other reasons, so look at the comparison with the zones without the programme too."
      )),
    "effect.negative-binomial-did": ArticleText(
      (
        nb: "Forskjell i endring av antall (negativ binomisk)",
        en: "Difference of changes in counts (negative binomial)"
      ),
      (
        nb:
          "Som forskjell i prosentvis endring, for antall som svinger mye mer enn sjeldne hendelser gjør av seg selv.",
        en:
          "As the difference of changes in counts, for counts that swing much more than rare events do by themselves."
      )),
    "effect.logit-did": ArticleText(
      (nb: "Forskjell i endring av andeler", en: "Difference of changes in shares"),
      (
        nb:
          "Som forskjell i endring av antall, for andeler av et kjent antall personer. Virkningen gjelder oddsen, som er andelen delt på resten.",
        en:
          "As the difference of changes in counts, for shares of a known number of persons. The effect is on the odds, the share over the rest."
      )),
    "effect.bounds": ArticleText(
      (nb: "Grenser når tall er skjult", en: "Bounds where figures are hidden"),
      (
        nb:
          "Noen tall er skjult av personvern, men kilden sier hvor små de er. Virkningen regnes ut for de verste tilfellene. Svaret er to grenser: hva de skjulte tallene enn er, ligger virkningen mellom dem. Tilfeldigheter kommer i tillegg.",
        en:
          "Some figures are hidden for privacy, but the source says how small they are. The effect is computed for the extreme cases. The answer is two bounds: whatever the hidden figures are, the effect lies between them. Chance comes on top."
      )),
  ]

  /// Diagnostics of inference for few treated zones, by id.
  static let differenceDiagnostics: [String: DiagnosticText] = [
    "few-treated-clusters": DiagnosticText(
      (nb: "for få soner med tiltak for denne usikkerheten", en: "too few treated zones for this error"),
      (
        nb:
          "Med færre enn fem soner med tiltak blir standardfeilen etter soner altfor liten. Tallet er tatt med for å kunne sammenlignes med andre programmer og skal ikke brukes.",
        en:
          "With fewer than five treated zones the standard error by zones is far too small. It is there to be compared with other programs and is not to be used."
      )),
    "few-untreated-clusters": DiagnosticText(
      (nb: "få soner uten tiltak", en: "few untreated zones"),
      (
        nb: "Færre enn fem soner uten tiltak sier lite om hvor mye soner svinger av seg selv.",
        en: "Fewer than five untreated zones say little about how much zones swing by themselves."
      )),
    "noise-extrapolated": DiagnosticText(
      (
        nb: "sonen er mindre eller større enn alle den sammenlignes med",
        en: "the zone is smaller or larger than all it is compared with"
      ),
      (
        nb:
          "Hvor mye en sone av denne størrelsen svinger, er lest av utenfor det sonene uten tiltak viser. Intervallet hviler på at sammenhengen mellom størrelse og svingninger holder også der.",
        en:
          "How much a zone of this size swings is read off beyond what the untreated zones show. The interval rests on the relation of size and swings holding there too."
      )),
    "noise-only-sampling": DiagnosticText(
      (
        nb: "sonene svinger ikke mer enn størrelsen tilsier",
        en: "zones swing no more than their size explains"
      ),
      (
        nb:
          "Svingningene følger bare av at tallene er små. Var det flere soner, kunne også andre svingninger ha vist seg.",
        en: "The swings follow from small numbers alone. With more zones, other swings might have shown."
      )),
    "noise-unrelated-to-size": DiagnosticText(
      (nb: "små soner svinger ikke mer enn store", en: "small zones swing no more than large ones"),
      (
        nb: "Størrelsen forklarer ikke svingningene her, så alle sonene teller likt.",
        en: "Size does not explain the swings here, so all zones count alike."
      )),
    "sampling-error-only": DiagnosticText(
      (nb: "usikkerheten tar bare med tilfeldigheter i tallene", en: "the uncertainty holds chance alone"),
      (
        nb:
          "Intervallet tar ikke med at hele soner kan endre seg av andre grunner, så det er trolig for smalt. Se på sammenligningen med sonene uten tiltak.",
        en:
          "The interval does not hold that whole zones may change for other reasons, so it is probably too narrow. Look at the comparison with the untreated zones."
      )),
  ]
}
