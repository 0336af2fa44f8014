extension Wording {
  /// Methods of life tables, by id.
  static let lifeMethods: [String: ArticleText] = [
    "life.expectancy": ArticleText(
      (nb: "Forventet levealder", en: "Life expectancy"),
      (
        nb:
          "Hvor mange år en person i snitt ville leve hvis dødeligheten i hver alder holdt seg som i perioden. Regnet fra døde og folketall etter alder, med et intervall som tar høyde for at antall døde varierer tilfeldig. Ingen virkelig årgang lever hele livet med én periodes dødelighet, så tallet er et mål på perioden og ikke en spådom. I små områder trengs mange år sammen: døde og folketall summeres, levealdre tas det aldri snitt av.",
        en:
          "How many years a person would live on average if the death rate at each age stayed as in the period. Computed from deaths and population by age, with an interval that allows for deaths varying by chance. No real generation lives its whole life at one period's rates, so the number measures the period and is no forecast. Small areas need many years together: deaths and population are summed, expectancies are never averaged."
      )),
    "life.expectancy-difference": ArticleText(
      (nb: "Forskjell i forventet levealder", en: "Difference in life expectancy"),
      (
        nb:
          "Sonens forventede levealder minus den for området det sammenlignes med, i år. De to områdene må ikke ha personer felles; derfor brukes resten av kommunen og ikke hele.",
        en:
          "The zone's life expectancy minus that of the area it is compared with, in years. The two must have no person in common, which is why the rest of the municipality is used and not the whole."
      )),
    "life.sullivan": ArticleText(
      (nb: "Forventede friske leveår (Sullivan)", en: "Healthy life expectancy (Sullivan)"),
      (
        nb:
          "Forventet levealder der bare den friske delen av hvert leveår telles. Andelen syke i hver alder kommer fra en undersøkelse eller et register. Intervallet tar høyde for usikkerheten både i undersøkelsen og i antall døde.",
        en:
          "Life expectancy in which only the healthy part of each year counts. The share in ill health at each age comes from a survey or a register. The interval allows for the uncertainty of both the survey and the deaths."
      )),
    "life.sullivan-survey-only": ArticleText(
      (
        nb: "Forventede friske leveår (Sullivan, bare undersøkelsens usikkerhet)",
        en: "Healthy life expectancy (Sullivan, uncertainty of the survey only)"
      ),
      (
        nb:
          "Som forventede friske leveår, men usikkerheten i antall døde er holdt utenfor. Det passer når dødeligheten er kjent fra et mye større område.",
        en:
          "As healthy life expectancy, with the uncertainty of the deaths left out. It fits where death rates are known from a much larger area."
      )),
    "life.years-lost-before-age": ArticleText(
      (nb: "Tapte leveår før en alder", en: "Years of life lost before an age"),
      (
        nb:
          "Hvert dødsfall teller årene fram til en aldersgrense, for eksempel 75 år. Dødsfall etter grensen teller ikke. Tidlige dødsfall veier tyngst.",
        en:
          "Each death counts the years up to an age limit, 75 for instance. Deaths past the limit do not count. Early deaths weigh most."
      )),
    "life.years-lost-standard": ArticleText(
      (nb: "Tapte leveår mot en standard", en: "Years of life lost against a standard"),
      (
        nb:
          "Hvert dødsfall teller de årene en standard levealderstabell gir i den alderen, så dødsfall i alle aldre teller med.",
        en:
          "Each death counts the years a standard life table gives at that age, so deaths at all ages count."
      )),
  ]

  /// Reasons of life tables, by id.
  static let lifeReasons: [String: ReasonText] = [
    "needs-ages": ReasonText(
      (nb: "trenger døde og folketall etter alder", en: "needs deaths and population by age"),
      (
        nb:
          "Forventet levealder regnes fra døde (teller) og folketall (nevner) i hver aldersgruppe. Hent tall fordelt på alder.",
        en:
          "Life expectancy is computed from deaths (numerator) and population (denominator) of each age group. Get figures by age."
      )),
    "published-expectancy": ReasonText(
      (
        nb: "tallene er ferdig regnet, uten døde og folketall",
        en: "the figures are computed already, without deaths and population"
      ),
      (
        nb:
          "En ferdig publisert levealder kan ikke regnes på nytt, slås sammen eller tas snitt av, og den får ikke noe intervall her. Vis den som den er med `levekar level`, eller hent døde og folketall etter alder.",
        en:
          "A published life expectancy cannot be computed anew, combined or averaged, and gets no interval here. Show it as it is with `levekar level`, or get deaths and population by age."
      )),
    "needs-years": ReasonText(
      (nb: "trenger årstall", en: "needs yearly figures"),
      (
        nb:
          "Dødeligheten regnes per personår. Folketallet i en måned eller et kvartal er ikke personår. Bruk tall for hele år.",
        en:
          "Death rates are per person-year. The population of a month or quarter is no number of person-years. Use figures of whole years."
      )),
    "ages-start-above-zero": ReasonText(
      (nb: "aldersgruppene begynner ikke på 0 år", en: "the age groups do not begin at age 0"),
      (
        nb: "Levealderstabellen begynner ved fødselen. Ta med alle aldre fra 0 år.",
        en: "The life table begins at birth. Include all ages from 0."
      )),
    "age-overlap": ReasonText(
      (nb: "aldersgrupper overlapper", en: "age groups overlap"),
      (
        nb:
          "Noen aldre er med i to grupper og ville telt dobbelt. Behold én inndeling; meldingen sier hvilke grupper som overlapper.",
        en:
          "Some ages are in two groups and would count twice. Keep one division; the message says which groups overlap."
      )),
    "age-gap": ReasonText(
      (nb: "en alder mangler mellom gruppene", en: "an age is missing between the groups"),
      (
        nb:
          "Aldersgruppene henger ikke sammen, og ingen vet hvor mange som dør i alderen som mangler. Meldingen sier mellom hvilke grupper hullet er.",
        en:
          "The age groups do not touch, and nobody knows how many die at the missing age. The message says between which groups the gap is."
      )),
    "ages-end": ReasonText(
      (nb: "den eldste aldersgruppen har en øvre grense", en: "the oldest age group has an end"),
      (
        nb:
          "Den siste gruppen må være åpen, som «85 år og over». Ellers vet ingen hvor lenge de eldste lever. `--last-band open` lar gruppen gjelde alle eldre; `--last-band truncated` teller bare år før grensen.",
        en:
          "The last group must be open, such as «85 and over». Otherwise nobody knows how long the oldest live. `--last-band open` lets it stand for all older; `--last-band truncated` counts years before its end only."
      )),
    "no-such-age": ReasonText(
      (nb: "ingen aldersgruppe begynner ved denne alderen", en: "no age group begins at this age"),
      (
        nb: "Levealderen kan regnes fra den første alderen i en gruppe. Velg en av dem med `--age`.",
        en: "Life expectancy can be counted from the first age of a group. Choose one of them with `--age`."
      )),
    "age-fraction-outside-range": ReasonText(
      (
        nb: "andelen levd i aldersgruppen er ikke mellom 0 og 1",
        en: "the share lived in the age group is not within 0 and 1"
      ),
      (
        nb: "Hvor stor del av aldersgruppen de døde rakk å leve, må være mellom 0 og 1.",
        en: "How much of the age group those who died had lived must be between 0 and 1."
      )),
    "deaths-exceed-population": ReasonText(
      (nb: "flere døde enn folk i en aldersgruppe", en: "more deaths than people in an age group"),
      (
        nb:
          "I en aldersgruppe er det flere døde enn innbyggere. Da hører tallene ikke sammen, eller gruppen er for liten. Slå sammen år eller aldersgrupper.",
        en:
          "An age group has more deaths than residents. The figures do not belong together, or the group is too small. Put years or age groups together."
      )),
    "no-deaths-in-last-band": ReasonText(
      (nb: "ingen døde i den eldste aldersgruppen", en: "no deaths in the oldest age group"),
      (
        nb:
          "Uten dødsfall i den åpne gruppen sier ingenting hvor lenge de eldste lever. Bruk flere år, eller la gruppen begynne ved en lavere alder.",
        en:
          "Without deaths in the open group nothing says how long the oldest live. Use more years, or let the group begin at a lower age."
      )),
    "nobody-survives": ReasonText(
      (nb: "ingen i tabellen når denne alderen", en: "nobody of the table reaches this age"),
      (
        nb: "Dødeligheten i en yngre gruppe er så høy at ingen er igjen. Tallene er trolig for små.",
        en:
          "The death rate of a younger group is so high that nobody is left. The figures are probably too small."
      )),
    "interval-too-wide": ReasonText(
      (
        nb: "for usikkert: intervallet er over 20 år bredt",
        en: "too uncertain: the interval is over 20 years wide"
      ),
      (
        nb:
          "Et 95 %-intervall på mer enn tjue år sier nesten ingenting. Intervallet vises, men ikke et enkelt tall. Slå sammen flere år eller soner.",
        en:
          "A 95 % interval of more than twenty years says next to nothing. The interval is shown, but no single number. Put more years or zones together."
      )),
  ]

  /// Diagnostics of life tables, by id.
  static let lifeDiagnostics: [String: DiagnosticText] = [
    "small-population": DiagnosticText(
      (nb: "liten befolkning", en: "small population"),
      (
        nb:
          "Høyst 5 000 personår. Levealderen er da svært usikker, og intervallet kan være for smalt. Bruk flere år.",
        en:
          "At most 5,000 person-years. Life expectancy is then very uncertain, and the interval may be too narrow. Use more years."
      )),
    "bands-without-deaths": DiagnosticText(
      (nb: "aldersgrupper uten dødsfall", en: "age groups without deaths"),
      (
        nb:
          "Noen aldersgrupper har ingen døde. Metoden gir dem ingen usikkerhet, så intervallet er noe for smalt.",
        en:
          "Some age groups have no deaths. The method gives them no uncertainty, so the interval is somewhat too narrow."
      )),
    "no-following-year": DiagnosticText(
      (nb: "siste år mangler folketall året etter", en: "the last year has no population after it"),
      line: (
        nb: "{period} har ikke noe folketall 1. januar året etter, så personår kan ikke regnes",
        en: "{period} has no population of 1 January after it, so person-years cannot be computed"
      ),
      (
        nb:
          "Personår regnes av folketallet 1. januar før og etter året. For det siste året finnes bare det ene.",
        en:
          "Person-years are computed from the population of 1 January before and after the year. The last year has one of them only."
      )),
    "age-not-read": DiagnosticText(
      (nb: "en alder ble ikke forstått", en: "an age was not understood"),
      line: (
        nb: "«{category}» er ingen alder; tallene er utelatt",
        en: "«{category}» is no age; its figures are left out"
      ),
      (
        nb:
          "En kategori i aldersfordelingen er verken en alder eller et tall for alle. Døde med ukjent alder er utelatt, og levealderen blir litt for høy.",
        en:
          "A category of the ages is neither an age nor the total. Deaths of unknown age are left out, and life expectancy comes out slightly too high."
      )),
    "age-bands": DiagnosticText(
      (nb: "aldersgruppene gir ingen levealderstabell", en: "the age groups make no life table"),
      line: (
        nb: "aldersgruppene gir ingen levealderstabell: {reason}[ ({bands})]",
        en: "the age groups make no life table: {reason}[ ({bands})]"
      ),
      (
        nb: "Gruppene må dekke alle aldre fra 0 år uten hull og uten overlapp, og den siste må være åpen.",
        en: "The groups must cover all ages from 0 without gaps or overlaps, and the last must be open."
      )),
    "comparator-without-zone": DiagnosticText(
      (nb: "sammenlignet med området uten sonen", en: "compared with the area without the zone"),
      (
        nb:
          "Området det sammenlignes med, inneholder sonen. Bare uten sonen er de to uavhengige, så tallet som vises, er området uten sonen.",
        en:
          "The area compared with contains the zone. The two are independent only without it, so the number shown is that of the area without the zone."
      )),
  ]
}
