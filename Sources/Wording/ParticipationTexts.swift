extension Wording {
  /// Methods of participation and surveys, by id.
  static let participationMethods: [String: ArticleText] = [
    "participation.sum": ArticleText(
      (nb: "Antall talt", en: "Number counted"),
      (
        nb:
          "Antall deltakere eller innspill, lagt sammen over aktiviteter. En som kom på to aktiviteter, er talt to ganger: det er besøk, ikke forskjellige personer. Tallet sier hva som ble gjort, ikke hva det førte til, og det har ikke noe å sammenlignes med.",
        en:
          "Participants or inputs, added over activities. One who came to two activities is counted twice: they are visits, not different people. The number says what was done, not what came of it, and has nothing to be compared with."
      )),
    "survey.weighted-proportion": ArticleText(
      (nb: "Vektet andel i en undersøkelse", en: "Weighted share of a survey"),
      (
        nb:
          "Andelen blant dem som svarte, der hver teller med sin vekt. Ulike vekter gjør svarene mindre verdt enn antallet tilsier; intervallet bygger på det effektive antallet. De som ikke svarte, er ikke med.",
        en:
          "The share among those who answered, each counting with a weight. Unequal weights make the answers worth less than their number; the interval rests on the effective number. Those who did not answer are not in it."
      )),
    "survey.weighted-mean": ArticleText(
      (nb: "Vektet gjennomsnitt i en undersøkelse", en: "Weighted mean of a survey"),
      (
        nb:
          "Gjennomsnittet blant dem som svarte, der hver teller med sin vekt. Intervallet bygger på det effektive antallet svar.",
        en:
          "The mean among those who answered, each counting with a weight. The interval rests on the effective number of answers."
      )),
    "survey.raking": ArticleText(
      (nb: "Vekting mot flere kjente fordelinger (raking)", en: "Raking to known margins"),
      (
        nb:
          "Vektene justeres om og om igjen til svarerne fordeler seg som befolkningen, for eksempel på kjønn og på alder. Det retter skjevhet mellom gruppene, men ikke innad: innen en gruppe antas de som ikke svarte å ligne dem som svarte.",
        en:
          "Weights are adjusted in turns until respondents are distributed as the population, by sex and by age for instance. It repairs imbalance between groups but not within them: within a group those who did not answer are taken to be like those who did."
      )),
    "survey.post-stratification": ArticleText(
      (nb: "Etterstratifisering", en: "Post-stratification"),
      (
        nb:
          "Vektene i hver gruppe justeres slik at gruppen teller like mye som i befolkningen. Innen en gruppe antas de som ikke svarte å ligne dem som svarte.",
        en:
          "The weights of each group are adjusted so that it counts for as much as in the population. Within a group those who did not answer are taken to be like those who did."
      )),
  ]

  /// Reasons of participation and surveys, by id.
  static let participationReasons: [String: ReasonText] = [
    "age-straddles-limit": ReasonText(
      (
        nb: "en aldersgruppe ligger på begge sider av aldersgrensen",
        en: "an age group lies on both sides of the limit"
      ),
      (
        nb:
          "Andelen unge kan ikke regnes når en gruppe har både yngre og eldre. Velg en grense mellom to grupper med `--young-below`.",
        en:
          "The share of young cannot be computed where a group has both. Choose a limit between two groups with `--young-below`."
      )),
    "group-too-small": ReasonText(
      (nb: "for få svar til å vises", en: "too few answers to be shown"),
      (
        nb:
          "Gruppen har færre svar enn minstegrensen. Tallet vises ikke, både fordi det er svært usikkert og fordi det kan røpe hva enkeltpersoner svarte.",
        en:
          "The group has fewer answers than the smallest that is shown. It is not shown, both because it is very uncertain and because it might reveal what single persons answered."
      )),
    "no-margins-of-zone": ReasonText(
      (nb: "befolkningsfordelingen mangler for sonen", en: "the margins have no figures of the zone"),
      (
        nb: "Filen med fordelinger har soner, men ikke denne. Uten fordeling kan svarene ikke vektes.",
        en: "The file of margins has zones, but not this one. Without margins the answers cannot be weighted."
      )),
    "empty-margin-cell": ReasonText(
      (
        nb: "ingen har svart i en gruppe som finnes i befolkningen",
        en: "nobody answered in a group the population has"
      ),
      (
        nb: "Ingen vekt kan få ingen svarere til å telle for noen. Slå gruppen sammen med en annen.",
        en: "No weight can make nobody count for somebody. Put the group together with another."
      )),
    "unknown-margin-category": ReasonText(
      (
        nb: "en svarer er i en gruppe som fordelingen ikke har",
        en: "a respondent is in a group the margin does not have"
      ),
      (
        nb:
          "Gruppene i undersøkelsen og i befolkningen må være de samme, skrevet likt, og alle som har svart må ha en gruppe.",
        en:
          "The groups of the survey and the population must be the same, written alike, and every respondent must have one."
      )),
    "bad-margin": ReasonText(
      (nb: "befolkningsfordelingen kan ikke brukes", en: "the margin cannot be used"),
      (
        nb:
          "En fordeling må gjelde en kolonne i undersøkelsen, ha hver gruppe én gang og antall som ikke er negative.",
        en:
          "A margin must be of a column of the survey, have each group once, and totals that are not negative."
      )),
    "bad-weights": ReasonText(
      (nb: "vektene kan ikke brukes", en: "the weights cannot be used"),
      (
        nb: "Vekter må være tall som ikke er negative, og noen må være over null. Taket må være over 1.",
        en:
          "Weights must be numbers that are not negative, and some must be above zero. A cap must be above 1."
      )),
    "raking-not-converged": ReasonText(
      (nb: "fordelingene kan ikke oppfylles samtidig", en: "the margins cannot all hold"),
      (
        nb:
          "Med disse svarene finnes det ingen vekter som gir alle fordelingene. Slå sammen grupper eller bruk færre fordelinger.",
        en: "With these answers no weights give all the margins. Put groups together or use fewer margins."
      )),
  ]

  /// Diagnostics of participation and surveys, by id.
  static let participationDiagnostics: [String: DiagnosticText] = [
    "visits-not-unique-people": DiagnosticText(
      (nb: "besøk, ikke forskjellige personer", en: "visits, not unique people"),
      (
        nb:
          "Den som deltok på to aktiviteter, er talt to ganger. Hvor mange forskjellige personer det var, vet ingen.",
        en:
          "One who took part in two activities is counted twice. How many different people there were nobody knows."
      )),
    "incomplete-sum": DiagnosticText(
      (nb: "noen aktiviteter mangler tall", en: "some activities have no figure"),
      (
        nb: "Summen gjelder dem som har tall. Aktiviteter uten tall er ikke regnet som null.",
        en: "The sum is of those that have a figure. Activities without one are not taken for zero."
      )),
    "respondents-read": DiagnosticText(
      (nb: "slik ble undersøkelsen lest", en: "how the survey was read"),
      line: (
        nb:
          "leste {rows} svarere; svar i {answers}; sone i {zone}, periode i {period}, vekt i {weight}[; kjennetegn: {variables}]",
        en:
          "read {rows} respondents; answers in {answers}; zone in {zone}, period in {period}, weight in {weight}[; variables: {variables}]"
      ),
      (
        nb: "Hvilke kolonner som ble brukt til hva.",
        en: "Which columns were used for what."
      )),
    "respondents-unplaced": DiagnosticText(
      (nb: "svarere uten sone eller periode", en: "respondents without a zone or a period"),
      (
        nb: "De er ikke med i noen rad.",
        en: "They are in no row."
      )),
    "margins-refused": DiagnosticText(
      (
        nb: "svarene kunne ikke vektes mot befolkningen",
        en: "the answers could not be weighted to the population"
      ),
      line: (
        nb:
          "svarene kunne ikke vektes mot befolkningen: {reason}[ (variabel {variable}[, kategori «{category}»])]",
        en:
          "the answers could not be weighted to the population: {reason}[ (variable {variable}[, category «{category}»])]"
      ),
      (
        nb: "Radene det gjelder, har ingen tall. Uvektede tall settes ikke inn i stedet.",
        en: "The rows concerned have no numbers. Unweighted ones are not put in their place."
      )),
    "margins-disagree": DiagnosticText(
      (nb: "fordelingene har ulik sum", en: "the margins have different sums"),
      line: (
        nb: "fordelingene har ulik sum ({difference} %); de er skalert til den første",
        en: "the margins have different sums ({difference} %); they were scaled to the first"
      ),
      (
        nb: "Fordelinger av samme befolkning skal ha samme sum. De er fra ulike kilder eller år.",
        en: "Margins of one population should have one sum. They are from different sources or years."
      )),
    "weights-capped": DiagnosticText(
      (nb: "de største vektene er begrenset", en: "the largest weights are capped"),
      (
        nb: "Ingen svarer teller for mer enn taket. Fordelingene stemmer da bare omtrent.",
        en: "No respondent counts for more than the cap. The margins then hold only nearly."
      )),
    "few-answered": DiagnosticText(
      (nb: "under halvparten svarte", en: "fewer than half answered"),
      (
        nb:
          "De fleste i gruppen har ikke svart på spørsmålet. De som svarte, kan være annerledes enn de andre.",
        en: "Most of the group did not answer the question. Those who did may be unlike the others."
      )),
  ]
}
