extension Wording {
  /// Methods of effects that belong to the verb rather than to an estimator, by id.
  static let effectMethods: [String: ArticleText] = [
    "effect-interval.placebo-t": ArticleText(
      (nb: "Intervall fra placebosoner (Student t)", en: "Interval from placebo zones (Student's t)"),
      (
        nb:
          "Den samme beregningen gjøres for hver sone uten tiltak, som om den hadde hatt det. Hvor mye disse svarene spriker, sier hvor mye et svar kan bomme når ingenting er gjort. Intervallet er svaret pluss og minus så mye, med et tillegg fordi sonene er få. Det forutsetter at sonen med tiltak svinger like mye som de andre; er den mye mindre, er intervallet for smalt.",
        en:
          "The same computation is made for every zone without the programme as if it had had it. How far those answers lie apart says how far an answer may miss where nothing was done. The interval is the answer plus and minus so much, with an allowance for the zones being few. It takes for granted that the treated zone swings as much as the others; where it is much smaller the interval is too narrow."
      ))
  ]

  /// Reasons of effects, by id.
  static let effectReasons: [String: ReasonText] = [
    "needs-positive-figures": ReasonText(
      (nb: "skalaen trenger tall over null", en: "the scale needs figures above zero"),
      (
        nb:
          "Logaritmer og røtter finnes ikke av negative tall, og logaritmen ikke av null. Bruk `--scale natural`, eller tall med teller og nevner: da legges en halv til alle tellere.",
        en:
          "Negative figures have neither logarithm nor root, and zero has no logarithm. Use `--scale natural`, or figures with numerator and denominator: then a half is added to every numerator."
      )),
    "treated-incomplete": ReasonText(
      (
        nb: "sonen med tiltak mangler tall i en periode", en: "the treated zone lacks a figure in some period"
      ),
      (
        nb:
          "Sonen med tiltak må ha tall i alle periodene som brukes. Velg perioder med `--from` og `--to`, eller si `--unbalanced drop-periods`, som utelater perioden for alle soner. Tall settes aldri inn.",
        en:
          "The treated zone must have a figure in every period used. Choose periods with `--from` and `--to`, or say `--unbalanced drop-periods`, which leaves the period out for all zones. Figures are never filled in."
      )),
    "incomplete-series": ReasonText(
      (nb: "mangler tall i noen perioder", en: "lacks figures in some periods"),
      (
        nb:
          "Sonen har ikke tall i alle periodene og brukes ikke til sammenligning. `--unbalanced drop-periods` utelater i stedet periodene.",
        en:
          "The zone has not a figure in every period and is not compared with. `--unbalanced drop-periods` leaves out the periods instead."
      )),
    "overlaps-treated": ReasonText(
      (
        nb: "er, inneholder eller er del av sonen med tiltak",
        en: "is, contains or is part of the treated zone"
      ),
      (
        nb:
          "Et område som deler grunn med sonen med tiltak, er selv delvis berørt og viser ikke hva som ville skjedd uten.",
        en:
          "An area that shares ground with the treated zone is touched itself and does not show what would have happened without."
      )),
    "treated-too": ReasonText(
      (nb: "har også tiltak", en: "is treated too"),
      (
        nb: "Programmet omfatter også denne sonen, så den viser ikke hva som ville skjedd uten.",
        en: "The programme covers this zone too, so it does not show what would have happened without."
      )),
    "unplaced-persons": ReasonText(
      (nb: "uoppgitt sone", en: "no stated zone"),
      (
        nb: "Personer uten kjent sone er ikke et sted, og brukes aldri til sammenligning.",
        en: "Persons without a known zone are no place, and are never compared with."
      )),
    "excluded-by-rule": ReasonText(
      (nb: "tatt ut av programmet eller med `--exclude`", en: "taken out by the programme or `--exclude`"),
      (
        nb: "Sonen står på listen over soner som ikke skal brukes til sammenligning.",
        en: "The zone is on the list of zones that are not to be compared with."
      )),
    "other-level": ReasonText(
      (nb: "et annet nivå enn sonen med tiltak", en: "another level than the treated zone"),
      (
        nb:
          "Bare soner av samme slag sammenlignes: en kommune eller en grunnkrets svinger ikke som en levekårssone.",
        en:
          "Only zones of one kind are compared: a municipality or a basic unit does not swing as a living-conditions zone does."
      )),
    "whole-of-zones": ReasonText(
      (nb: "summen av de andre sonene", en: "the sum of the other zones"),
      (
        nb:
          "Sonen er like stor som alle de andre til sammen, eller heter «i alt», og inneholder da sonen med tiltak.",
        en:
          "The zone is as large as all others together, or is named a total, and then contains the treated zone."
      )),
    "other-municipality": ReasonText(
      (nb: "en annen kommune", en: "another municipality"),
      (
        nb: "Regelen er å sammenligne innenfor kommunen. `--donors all` tar med alle.",
        en: "The rule is to compare within the municipality. `--donors all` takes in all."
      )),
    "neighbour-of-treated": ReasonText(
      (nb: "nabo til sonen med tiltak", en: "a neighbour of the treated zone"),
      (
        nb:
          "Tiltak kan virke over grensen til nabosonene. De er tatt ut slik at en slik virkning ikke skjuler den som måles.",
        en:
          "A programme may reach across the border. Neighbours are taken out so that such reach does not hide what is measured."
      )),
    "outside-size-band": ReasonText(
      (
        nb: "mye større eller mindre enn sonen med tiltak", en: "much larger or smaller than the treated zone"
      ),
      (
        nb: "Store soner svinger mindre enn små. `--size-band` sier hvor ulik størrelsen kan være.",
        en: "Large zones swing less than small ones. `--size-band` says how unlike in size they may be."
      )),
    "too-few-placebos": ReasonText(
      (
        nb: "for få placebosoner til å si hvor usikkert tallet er",
        en: "too few placebo zones to say how uncertain it is"
      ),
      (
        nb:
          "Usikkerheten regnes av hva metoden finner i soner uten tiltak. Her er de for få, eller alle gir samme svar.",
        en:
          "The uncertainty is found from what the method finds in zones without the programme. Here they are too few, or all give the same answer."
      )),
    "needs-denominators": ReasonText(
      (nb: "trenger nevner for å regnes i personer", en: "needs denominators to be counted in people"),
      (
        nb: "En andel kan bare gjøres om til personer når det er kjent hvor mange den er en andel av.",
        en: "A share can be turned into people only where it is known how many it is a share of."
      )),
  ]

  /// Diagnostics of effects, by id.
  static let effectDiagnostics: [String: DiagnosticText] = [
    "effect-refused": DiagnosticText(
      (nb: "effekten kan ikke beregnes", en: "the effect cannot be computed"),
      line: (
        nb:
          "{indicator}[ ({estimator})]: effekten kan ikke beregnes: {reason}[ – {zone}][, {period}][; trenger minst {needed#}][, har {found#}]",
        en:
          "{indicator}[ ({estimator})]: the effect cannot be computed: {reason}[ – {zone}][, {period}][; at least {needed#} are needed][, there are {found#}]"
      ),
      (
        nb: "Indikatoren, eller metoden for den, mangler det som trengs. Raden står med grunnen.",
        en: "The indicator, or the method for it, lacks what is needed. The row stays with the reason."
      )),
    "period-across-start": DiagnosticText(
      (nb: "en periode på tvers av start er utelatt", en: "a period across the start is left out"),
      (
        nb: "Perioden ligger dels før og dels etter start, og kan ikke være noen av delene.",
        en: "The period lies partly before and partly after the start, and can be neither."
      )),
    "after-stop": DiagnosticText(
      (
        nb: "perioder etter at tiltaket sluttet, er utelatt",
        en: "periods after the programme's end are left out"
      ),
      (
        nb: "Effekten gjelder mens tiltaket varte. Tall fra tiden etter er ikke med.",
        en: "The effect is that while the programme lasted. Figures from afterwards are not in it."
      )),
    "periods-left-out": DiagnosticText(
      (
        nb: "perioder der en sone mangler tall, er utelatt",
        en: "periods in which some zone lacks a figure are left out"
      ),
      (
        nb: "Slik ble det bedt om med `--unbalanced drop-periods`. Periodene er utelatt for alle soner.",
        en: "That was asked for with `--unbalanced drop-periods`. The periods are left out for all zones."
      )),
    "donors-left-out": DiagnosticText(
      (
        nb: "soner uten tall i alle perioder er utelatt",
        en: "zones without figures in every period are left out"
      ),
      (
        nb:
          "Soner med skjulte tall eller hull i serien er ikke brukt til sammenligning. De som er igjen, er ofte de største, og kan ha utviklet seg annerledes. Tabellen `excluded` har dem alle.",
        en:
          "Zones with hidden figures or gaps are not compared with. Those that remain are often the largest, and may have moved otherwise. The table `excluded` has them all."
      )),
    "placebos-off-zero": DiagnosticText(
      (
        nb: "metoden finner i snitt noe også der ingenting er gjort",
        en: "the method finds something on average where nothing was done"
      ),
      (
        nb:
          "Gjennomsnittet av placebosonene er langt fra null. Metoden er da skjev for disse tallene, og svaret kan være forskjøvet like mye.",
        en:
          "The mean of the placebo zones is far from zero. The method is then biased for these figures, and the answer may be shifted as much."
      )),
    "placebos-sampled": DiagnosticText(
      (nb: "et utvalg av placebosettene er brukt", en: "a sample of the placebo sets is used"),
      (
        nb:
          "Det finnes for mange måter å velge like mange soner på til å prøve alle. Et utvalg er trukket; samme frø gir samme svar.",
        en:
          "There are too many ways of choosing as many zones to try them all. Some were drawn; the same seed gives the same answer."
      )),
    "poor-fit-before": DiagnosticText(
      (
        nb: "sonen følger ikke de andre før start", en: "the zone does not follow the others before the start"
      ),
      (
        nb:
          "Avviket før start er mer enn dobbelt så stort som det vanlige for placebosonene. Da er det usikkert om de andre viser hva som ville skjedd.",
        en:
          "The gap before the start is more than twice what is usual among the placebo zones. It is then uncertain whether the others show what would have happened."
      )),
    "few-periods-before": DiagnosticText(
      (nb: "færre enn fem perioder før start", en: "fewer than five periods before the start"),
      (
        nb:
          "Med så få perioder kan ingen se om sonene gikk i takt, og en tilfeldig topp eller bunn like før start slår ut.",
        en:
          "With so few nobody can see whether zones moved together, and a chance peak or trough just before the start shows."
      )),
    "sizes-differ": DiagnosticText(
      (
        nb: "sonen er mye større eller mindre enn de fleste andre",
        en: "the zone is much larger or smaller than most others"
      ),
      (
        nb:
          "Små soner svinger mer enn store. Placebosonene sier da for lite eller for mye om hvor usikkert svaret er. Bruk `--size-band`, eller et intervall som regner med størrelsen.",
        en:
          "Small zones swing more than large ones. The placebo zones then say too little or too much about how uncertain the answer is. Use `--size-band`, or an interval that allows for size."
      )),
    "small-counts": DiagnosticText(
      (nb: "færre enn ti hendelser ventet per periode", en: "fewer than ten events expected in a period"),
      (
        nb:
          "Med så små tall svinger serien mye av tilfeldighet alene, og bare svært store endringer kan ses. `--estimator counts` regner med hendelsene selv.",
        en:
          "With counts so small the series swings much by chance alone, and only very large changes can be seen. `--estimator counts` reckons with the events themselves."
      )),
    "one-donor-decides": DiagnosticText(
      (nb: "én sone har mer enn halve vekten", en: "one donor has more than half of the weight"),
      (
        nb: "Sammenligningen hviler på én sone. Skjedde det noe der, ser det ut som en effekt her.",
        en:
          "The comparison rests on one zone. Had something happened there, it would look like an effect here."
      )),
    "rank-cannot-reach-level": DiagnosticText(
      (
        nb: "for få placebosoner til at rangtesten kan slå ut",
        en: "too few placebo zones for the rank test to reach the level"
      ),
      (
        nb:
          "Med J placebosoner er den minste mulige p-verdien 1/(J + 1). Her er den over nivået for testen, samme hva som har skjedd.",
        en:
          "With J placebo zones the smallest possible p-value is 1/(J + 1). Here it is above the level of the test, whatever happened."
      )),
    "rank-disagrees": DiagnosticText(
      (
        nb: "intervallet utelukker null, men rangtesten gjør det ikke",
        en: "the interval leaves out zero, the rank test does not"
      ),
      (
        nb: "Flere placebosoner endret seg like mye uten tiltak. Les svaret med forbehold.",
        en: "Several placebo zones moved as much without the programme. Read the answer with reserve."
      )),
    "likely-exaggerated": DiagnosticText(
      (nb: "størrelsen er trolig overdrevet", en: "the size is likely exaggerated"),
      (
        nb:
          "Svaret er mindre enn det designet pålitelig kan se. Når et slikt svar likevel skiller seg ut, er det ofte fordi tilfeldigheten dro i samme retning, og den virkelige endringen er trolig mindre.",
        en:
          "The answer is smaller than what the design can see reliably. Where such an answer stands out nevertheless, chance has often pulled the same way, and the true change is likely smaller."
      )),
  ]

  /// The words of effects that people ask for.
  static let effectTerms: [GlossaryTerm] = [
    GlossaryTerm(
      "donor", "donor / sammenligningssone",
      (
        nb: "En sone uten tiltaket som brukes til å vise hva som ville skjedd uten.",
        en: "A zone without the programme, used to show what would have happened without it."
      )),
    GlossaryTerm(
      "placebo", "placebo / placebosone",
      (
        nb:
          "En sone uten tiltak der beregningen gjøres som om den hadde hatt det. Svarene der viser hva metoden finner når ingenting er gjort.",
        en:
          "A zone without the programme on which the computation is made as if it had had it. The answers show what the method finds where nothing was done."
      )),
    GlossaryTerm(
      "minimum detectable effect", "minste påvisbare endring",
      (
        nb:
          "Den minste virkelige endringen som ville gitt utslag fire ganger av fem. Mindre endringer kan ha skjedd uten at tallene viser det.",
        en:
          "The smallest true change that would have shown four times in five. Smaller ones may have happened without the figures showing it."
      )),
    GlossaryTerm(
      "uninformative", "uinformativ",
      (
        nb:
          "Tallene er for få eller svinger for mye til at en endring som betyr noe, ville vist seg. Det sier ikke at ingenting har skjedd.",
        en:
          "The figures are too few or swing too much for a change that matters to have shown. That does not say that nothing happened."
      )),
  ]
}
