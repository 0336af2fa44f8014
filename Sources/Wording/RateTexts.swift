extension Wording {
  /// Methods of rates, standardisation and shares, by id.
  static let rateMethods: [String: ArticleText] = [
    "proportion.clopper-pearson": ArticleText(
      (nb: "Andel med eksakt intervall", en: "Share with exact interval"),
      (
        nb:
          "Andelen er teller delt på nevner. Intervallet regnes eksakt fra binomialfordelingen (Clopper og Pearson). Det dekker alltid minst det nivået som er oppgitt, og er derfor gjerne bredere enn Wilson-intervallet.",
        en:
          "The share is numerator over denominator. The interval is computed exactly from the binomial distribution (Clopper and Pearson). It always covers at least its level, and so is often wider than Wilson's interval."
      )),
    "proportion.wilson-finite": ArticleText(
      (nb: "Andel i en endelig befolkning (Wilson)", en: "Share of a finite population (Wilson)"),
      (
        nb:
          "Når en stor del av alle er spurt, er det lite igjen å være usikker på. Intervallet er Wilsons, men gjort smalere etter hvor stor del av befolkningen utvalget er. Er alle spurt, er det ikke noe intervall.",
        en:
          "Where a large part of everybody was asked, little is left to be uncertain about. The interval is Wilson's, made narrower by how large a part of the population the sample is. Where everybody was asked there is no interval."
      )),
    "proportion.clopper-pearson-finite": ArticleText(
      (nb: "Andel i en endelig befolkning (eksakt)", en: "Share of a finite population (exact)"),
      (
        nb:
          "Som det eksakte intervallet for en andel, men gjort smalere etter hvor stor del av befolkningen utvalget er.",
        en:
          "As the exact interval of a share, made narrower by how large a part of the population the sample is."
      )),
    "median.order-statistics": ArticleText(
      (nb: "Median med intervall", en: "Median with interval"),
      (
        nb:
          "Medianen er den midterste målingen. Intervallet går mellom to av målingene selv, valgt slik at det dekker medianen med minst det oppgitte nivået, uansett hvordan tallene er fordelt. Det trengs minst seks målinger for 95 %.",
        en:
          "The median is the middle measurement. The interval runs between two of the measurements themselves, chosen so that it covers the median with at least its level however the figures are distributed. At least six measurements are needed for 95 %."
      )),
    "direct-rate.dobson": ArticleText(
      (nb: "Direkte standardisert rate (Dobson)", en: "Directly standardised rate (Dobson)"),
      (
        nb:
          "Raten sonen ville hatt om aldersfordelingen var som i en standardbefolkning. Slik kan soner med mange eldre sammenlignes med soner med mange unge. Intervallet er Dobsons, bygget på Byars grenser for antall hendelser. Tallet er laget for sammenligning; hvor mange det faktisk gjelder, viser antallet og den vanlige raten.",
        en:
          "The rate the zone would have if its ages were those of a standard population. Zones with many old and zones with many young residents can be compared that way. The interval is Dobson's, on Byar's limits of the number of events. The figure is made for comparison; how many people it is about is said by the count and the crude rate."
      )),
    "direct-rate.dobson-exact": ArticleText(
      (nb: "Direkte standardisert rate (Dobson, eksakt)", en: "Directly standardised rate (Dobson, exact)"),
      (
        nb:
          "Som Dobsons intervall, men med eksakte grenser for antall hendelser. Brukes når det er færre enn ti hendelser. Andre systemer viser ikke noe tall da; her vises det med det brede intervallet som hører til.",
        en:
          "As Dobson's interval, with exact limits of the number of events. It is used below ten events. Other systems show no figure there; here it is shown with the wide interval that belongs to it."
      )),
    "direct-rate.gamma": ArticleText(
      (nb: "Direkte standardisert rate (gamma)", en: "Directly standardised rate (gamma)"),
      (
        nb:
          "Fay og Feuers intervall. Det er det mest forsiktige: det blir bredt når noen aldersgrupper teller mye og har få personer.",
        en:
          "Fay and Feuer's interval. It is the most cautious: it becomes wide where some ages count for much and have few persons."
      )),
    "direct-rate.tiwari": ArticleText(
      (nb: "Direkte standardisert rate (Tiwari)", en: "Directly standardised rate (Tiwari)"),
      (
        nb: "Som gamma-intervallet, med en mindre forsiktig øvre grense. Fra Tiwari, Clegg og Zou.",
        en: "As the gamma interval, with a less cautious upper end. From Tiwari, Clegg and Zou."
      )),
    "indirect-ratio.byar": ArticleText(
      (nb: "Indirekte standardisert rate", en: "Indirectly standardised rate"),
      (
        nb:
          "Antall hendelser i sonen sammenlignes med hvor mange det ville vært om hver aldersgruppe hadde samme rate som referansen, for eksempel landet. 100 betyr som referansen, 120 betyr 20 prosent flere. Intervallet bruker Byars grenser. To soner bør ikke sammenlignes direkte med hverandre, for hver har sin egen aldersfordeling.",
        en:
          "The number of events in the zone is compared with how many there would be if every age had the rate of the reference, such as the country. 100 means as the reference, 120 means 20 per cent more. The interval uses Byar's limits. Two zones should not be compared with each other in this way, since each has its own ages."
      )),
    "indirect-ratio.exact-poisson": ArticleText(
      (nb: "Indirekte standardisert rate (eksakt)", en: "Indirectly standardised rate (exact)"),
      (
        nb:
          "Som den indirekte standardiserte raten, med eksakt intervall. Brukes når det er færre enn ti hendelser.",
        en: "As the indirectly standardised rate, with an exact interval. It is used below ten events."
      )),
  ]

  /// Reasons of rates and standardisation, by id.
  static let rateReasons: [String: ReasonText] = [
    "no-age-dimension": ReasonText(
      (nb: "tallene er ikke delt etter alder", en: "the figures are not split by age"),
      (
        nb:
          "Standardisering trenger hendelser og folketall for hvert aldersbånd. Hent tallene delt etter alder, eller oppgi alderskolonnen med `--columns age=…`.",
        en:
          "Standardisation needs events and persons of each age band. Get the figures split by age, or name the age column with `--columns age=…`."
      )),
    "missing-age-band": ReasonText(
      (nb: "et aldersbånd mangler", en: "an age band is missing"),
      (
        nb:
          "Alder som trengs, står ikke i noe aldersbånd, enten i tallene eller i standarden. Den settes aldri til null. Legg til båndet, eller bruk en standard som har de samme alderne.",
        en:
          "Ages that are needed are in no band, of the figures or of the standard. They are never taken for zero. Add the band, or use a standard that has the same ages."
      )),
    "age-band-crosses-standard": ReasonText(
      (nb: "aldersbåndene passer ikke med standarden", en: "the age bands do not fit the standard"),
      (
        nb:
          "Et aldersbånd går over en grense i standarden, for eksempel 0–17 mot 15–19. Ingen vet hvordan personene fordeler seg på hver side. Hent tall med bånd som går opp i standardens, eller bruk en standard med egne bånd.",
        en:
          "An age band crosses a border of the standard, such as 0–17 against 15–19. Nobody knows how its persons are spread on either side. Get figures in bands that nest with the standard's, or use a standard with bands of your own."
      )),
    "overlapping-ages": ReasonText(
      (nb: "aldersbånd overlapper", en: "age bands overlap"),
      (
        nb: "To aldersbånd har en alder felles, så noen ville telle to ganger. Ta ut det ene båndet.",
        en: "Two age bands share an age, so that some persons would count twice. Take one of the bands out."
      )),
    "sample-exceeds-population": ReasonText(
      (nb: "utvalget er større enn befolkningen", en: "the sample is larger than the population"),
      (
        nb:
          "`--finite-population` er antall personer utvalget er trukket fra. Det kan ikke være færre enn dem som er spurt.",
        en:
          "`--finite-population` is the number of persons the sample was drawn from. It cannot be smaller than the number asked."
      )),
    "no-country": ReasonText(
      (nb: "tallene har ikke noe land å sette til 100", en: "the figures have no country to set to 100"),
      (
        nb:
          "`--country-100` deler på landets eget forholdstall. Det trengs tall for landet i de samme dataene, og en soneliste som sier hvilken sone det er, eller `--reference` med landets kode.",
        en:
          "`--country-100` divides by the country's own ratio. It needs figures of the country in the same data, and a zone list that says which zone it is, or `--reference` with the country's code."
      )),
  ]

  /// Diagnostics of rates and standardisation, by id.
  static let rateDiagnostics: [String: DiagnosticText] = [
    "missing-age-band": DiagnosticText(
      (nb: "et aldersbånd mangler", en: "an age band is missing"),
      line: (
        nb: "{indicator}: alder {band} står ikke i noe aldersbånd, så raten kan ikke standardiseres",
        en: "{indicator}: ages {band} are in no age band, so that the rate cannot be standardised"
      ),
      (
        nb: "Alder som trengs, står ikke i noe aldersbånd. Den settes aldri til null.",
        en: "Ages that are needed are in no band. They are never taken for zero."
      )),
    "age-band-crosses-standard": DiagnosticText(
      (nb: "aldersbåndene passer ikke med standarden", en: "the age bands do not fit the standard"),
      line: (
        nb: "{indicator}: aldersbåndet {band} går over grensen til {other} i standarden",
        en: "{indicator}: the age band {band} crosses the border of the standard's {other}"
      ),
      (
        nb: "Ingen vet hvordan personene i båndet fordeler seg på hver side av grensen.",
        en: "Nobody knows how the persons of the band are spread on either side of the border."
      )),
    "overlapping-ages": DiagnosticText(
      (nb: "aldersbånd overlapper", en: "age bands overlap"),
      line: (
        nb: "{indicator}: aldersbåndene {band} og {other} overlapper, så noen ville telle to ganger",
        en: "{indicator}: the age bands {band} and {other} overlap, so that some persons would count twice"
      ),
      (
        nb: "To aldersbånd har en alder felles. Ta ut det ene båndet.",
        en: "Two age bands share an age. Take one of the bands out."
      )),
    "truncated-standard": DiagnosticText(
      (nb: "raten gjelder bare en del av alderne", en: "the rate is about a part of the ages only"),
      (
        nb:
          "Tallene dekker ikke alle alderne i standarden. Raten er standardisert med den delen av standarden som er dekket, og kan bare sammenlignes med rater for de samme alderne.",
        en:
          "The figures do not cover all ages of the standard. The rate is standardised with the part that is covered, and compares only with rates of the same ages."
      )),
    "empty-stratum": DiagnosticText(
      (nb: "et aldersbånd har ingen personer", en: "an age band has no persons"),
      (
        nb:
          "Ingen bor i et av aldersbåndene, så raten der er ukjent. Båndet er utelatt, og vektene til de andre er økt tilsvarende.",
        en:
          "Nobody lives in one of the age bands, so its rate is not known. The band is left out, and the weights of the others are increased accordingly."
      )),
    "unreadable-age": DiagnosticText(
      (nb: "alder som ikke kan leses", en: "an age that cannot be read"),
      line: (
        nb: "{indicator}: «{label}» er ikke et aldersbånd og er ikke med i standardiserte rater",
        en: "{indicator}: «{label}» is no age band and is in no standardised rate"
      ),
      (
        nb: "Hendelser med ukjent alder kan ikke standardiseres. De mangler i raten, som da er litt for lav.",
        en:
          "Events of unknown age cannot be standardised. They are missing from the rate, which is a little too low."
      )),
    "observed-total": DiagnosticText(
      (nb: "antall hendelser er det oppgitte totaltallet", en: "the number of events is the published total"),
      (
        nb:
          "Antallet er tatt fra totalen for alle aldre, ikke lagt sammen av aldersbåndene. Det trengs bare totalen for indirekte standardisering, så skjulte aldersbånd gjør ikke noe.",
        en:
          "The number is taken from the total of all ages, not added up from the bands. Indirect standardisation needs the total only, so hidden age bands do no harm."
      )),
    "country-is-100": DiagnosticText(
      (nb: "landet er satt til 100", en: "the country is set to 100"),
      (
        nb: "Forholdstallet er delt på landets eget, slik at landet blir nøyaktig 100.",
        en: "The ratio is divided by the country's own, so that the country is exactly 100."
      )),
  ]
}
