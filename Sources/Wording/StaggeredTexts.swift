extension Wording {
  /// Methods for starts that differ between zones, by id.
  static let staggeredMethods: [String: ArticleText] = [
    "effect.callaway-santanna": ArticleText(
      (nb: "effekt når sonene starter i ulike år", en: "effect where zones start in different years"),
      (
        nb:
          "Hver gruppe av soner som starter samme år, sammenlignes med soner som ikke har hatt tiltaket, år for år. Svarene slås så sammen: alle under ett, etter startår, etter år siden start, eller etter kalenderår. Soner som var i gang før tallene begynner, kan ikke brukes. År etter at et tiltak er avsluttet, holdes utenfor, fordi virkningen kan vare. Standardfeil oppgis ikke for grupper med få soner; da svarer ombytting av startårene.",
        en:
          "Each group of zones that starts in the same year is compared with zones that have not had the programme, year by year. The answers are then put together: all as one, by year of start, by years since the start, or by calendar year. Zones that had begun before the figures do cannot be used. Years after a programme has ended are left out, because its effect may last. Groups of few zones have no standard error; there, permuting the starts answers."
      )),
    "effect.staggered-placebos": ArticleText(
      (nb: "ombytting av hvem som startet når", en: "permuting who started when"),
      (
        nb:
          "Startårene deles ut til andre soner, på alle mulige måter eller et utvalg av dem, og effekten regnes ut på nytt hver gang. p-verdien er andelen av utdelingene som gir minst like stor effekt som den virkelige. Den kan aldri bli lavere enn én delt på antallet utdelinger. Intervallet er alle effekter som utdelingene ikke taler imot. Sonene må ligne hverandre i hvor mye tallene deres svinger.",
        en:
          "The starts are handed to other zones, in all possible ways or a sample of them, and the effect is computed anew each time. The p-value is the share of the ways that give at least as large an effect as the true one. It can never be lower than one over the number of ways. The interval is all effects that the ways do not speak against. The zones must be alike in how much their figures swing."
      )),
    "effect.interaction-weighted": ArticleText(
      (nb: "vektet regresjon med gruppe og år", en: "interaction-weighted regression"),
      (
        nb:
          "En regresjon med én virkning for hver startgruppe og hvert år, vektet sammen etter hvor mange soner de gjelder. Gir samme tall som sammenligningen gruppe for gruppe, men tar vektene for gitt, så feilen blir litt mindre.",
        en:
          "A regression with one effect for each group of starts and each year, weighted by how many zones they are about. It gives the number of the comparison group by group, but takes the weights for given, so its error is a little smaller."
      )),
    "effect.multiplier-bootstrap": ArticleText(
      (nb: "bånd som holder alle år samtidig", en: "bands that hold all years at once"),
      (
        nb:
          "Tilfeldige vekter på sonene viser hvor mye alle årenes virkninger svinger sammen. Båndet er så bredt at det holder alle samtidig, ikke bare hvert år for seg. Krever mange soner på begge sider.",
        en:
          "Random weights on the zones show how much the effects of all years swing together. The band is wide enough to hold all at once, not only each year by itself. It needs many zones on both sides."
      )),
    "effect.pooled": ArticleText(
      (nb: "samlet effekt for flere kommuner", en: "pooled effect for several municipalities"),
      (
        nb:
          "Hvert områdes effekt regnes mot sonene i egen kommune, og effektene slås sammen med oppgitte vekter. Usikkerheten kommer av alle måter å velge en sone i hver kommune på. Se også hvor ulike områdene er: er forskjellene store, er den samlede effekten ingens.",
        en:
          "Each district's effect is computed against the zones of its own municipality, and the effects are pooled with stated weights. The uncertainty comes from all ways to pick a zone in each municipality. See also how different the districts are: where they differ much, the pooled effect is nobody's."
      )),
  ]

  /// Why a number does not exist where starts differ, by id.
  static let staggeredReasons: [String: ReasonText] = [
    "variance-not-estimable": ReasonText(
      (
        nb: "én sone alene har ingen spredning å anslå feilen av",
        en: "one zone alone has no spread to learn an error from"
      ),
      (
        nb:
          "Standardfeilen må leses av hvor ulike sonene i en gruppe er, og her er det bare én (eller bare én å sammenligne med). Mange programmer oppgir et tall likevel; det er ikke til å stole på. Bruk ombytting av startårene.",
        en:
          "A standard error is read from how different the zones of a group are, and here there is only one (or only one to compare with). Many programs print a number all the same; it is not to be trusted. Permute the starts."
      )),
    "reference-period": ReasonText(
      (nb: "de andre periodene er målt herfra", en: "the other periods are measured from here"),
      (
        nb: "Effekten er 0 i denne perioden fordi de andre er målt fra den. Det er ikke et funn.",
        en: "The effect is 0 in this period because the others are measured from it. It is not a finding."
      )),
    "collinear-covariates": ReasonText(
      (
        nb: "forklaringstallene kan ikke skilles fra hverandre",
        en: "the covariates cannot be told from each other"
      ),
      (
        nb:
          "Blant sonene det sammenlignes med, er et av forklaringstallene likt overalt, følger av de andre, eller så er det flere av dem enn sonene rekker til. Ta bort noen.",
        en:
          "Among the zones compared with, one of the covariates is the same everywhere, follows from the others, or there are more of them than the zones suffice for. Leave some out."
      )),
    "no-overlap": ReasonText(
      (nb: "ingen soner ligner nok til å sammenlignes med", en: "no zones are alike enough to compare with"),
      (
        nb:
          "Forklaringstallene skiller sonene med og uten tiltaket helt, så det finnes ingen vekter som gjør dem like. Ta bort forklaringstall, eller sammenlign med flere soner.",
        en:
          "The covariates tell zones with and without the programme apart without fail, so no weights make them alike. Leave out covariates, or compare with more zones."
      )),
    "group-not-observed": ReasonText(
      (
        nb: "ingen i gruppen har tall for begge periodene",
        en: "nobody in the group has figures for both periods"
      ),
      (
        nb:
          "Effekten måles som endring fra en periode til en annen, og ingen sone i gruppen har synlige tall for begge.",
        en:
          "The effect is measured as a change between two periods, and no zone of the group has visible figures for both."
      )),
    "compared-not-observed": ReasonText(
      (
        nb: "ingen å sammenligne med har tall for begge periodene",
        en: "nobody to compare with has figures for both periods"
      ),
      (
        nb:
          "Det er ingen sone uten tiltaket med synlige tall for begge periodene. Med `not-yet-treated` kan soner som ikke har startet ennå, brukes.",
        en:
          "There is no zone without the programme with visible figures for both periods. With `not-yet-treated`, zones that have not started yet can be used."
      )),
    "dependent-effects": ReasonText(
      (nb: "feilene følger helt av hverandre", en: "the errors follow from each other wholly"),
      (
        nb:
          "Det er flere sammenligninger før start enn sonene gir uavhengig kunnskap om, så de kan ikke prøves samlet.",
        en:
          "There are more comparisons before the start than the zones tell of independently, so they cannot be tested as one."
      )),
    "too-few-assignments": ReasonText(
      (nb: "det er for få måter å dele ut starten på", en: "there are too few ways to hand out the start"),
      (
        nb:
          "Den minste p-verdien som kan fås, er høyere enn nivået krever. Da kan ingen effekt utelukkes, stor eller liten. Flere soner, eller et lavere nivå, trengs.",
        en:
          "The smallest p-value that can be had is above what the level asks for. So no effect can be ruled out, large or small. More zones, or a lower level, are needed."
      )),
  ]

  /// What is worth knowing where starts differ, by id.
  static let staggeredDiagnostics: [String: DiagnosticText] = [
    "started-too-early": DiagnosticText(
      (
        nb: "soner som var i gang før tallene begynner, er holdt utenfor",
        en: "zones that had begun before the figures do are left out"
      ),
      (
        nb:
          "De har ingen periode før start å måle endringen fra, og er heller ikke uten tiltak, så de sammenlignes ikke med.",
        en:
          "They have no period before the start to measure a change from, nor are they without the programme, so they are not compared with."
      )),
    "incomplete-units-left-out": DiagnosticText(
      (nb: "soner som mangler tall, er holdt utenfor", en: "zones that lack figures are left out"),
      (
        nb:
          "Bare soner med synlige tall i alle perioder er med. Er det de små som mangler, gjelder svaret de store.",
        en:
          "Only zones with visible figures in all periods take part. If it is the small ones that lack them, the answer is about the large."
      )),
    "compared-pairwise": DiagnosticText(
      (nb: "sonene skifter mellom periodene", en: "the zones differ between periods"),
      (
        nb:
          "Noen tall mangler. Hver sammenligning bruker sonene som har tall i begge periodene, så ikke alle år gjelder de samme sonene.",
        en:
          "Some figures are missing. Each comparison uses the zones that have figures in both periods, so not all years are about the same zones."
      )),
    "cells-after-end-left-out": DiagnosticText(
      (nb: "årene etter avslutning er holdt utenfor", en: "the years after an end are left out"),
      (
        nb:
          "Når et tiltak er avsluttet, kan virkningen vare. Årene etter regnes derfor verken som med eller uten tiltak. Effekten etter avslutning vises for seg.",
        en:
          "When a programme has ended its effect may last. So the years after it count neither as with nor as without the programme. The effect after the end is shown by itself."
      )),
    "cells-after-end-compared": DiagnosticText(
      (
        nb: "årene etter avslutning regnes som uten tiltak",
        en: "the years after an end count as without the programme"
      ),
      (
        nb:
          "Det er sagt at virkningen opphører med tiltaket. Varer den, trekker det effekten for de andre ned.",
        en:
          "It was said that the effect ends with the programme. If it lasts, it pulls down the effect of the others."
      )),
    "comparisons-without-answer": DiagnosticText(
      (nb: "noen sammenligninger kunne ikke gjøres", en: "some comparisons could not be made"),
      (
        nb:
          "For noen grupper og perioder finnes det ikke tall nok. De er ikke med i de samlede effektene; årsaken står ved hver av dem.",
        en:
          "For some groups and periods there are not enough figures. They are in no aggregate; the reason stands with each."
      )),
    "needs-placebos": DiagnosticText(
      (
        nb: "bare ombytting kan si hvor sikker effekten er",
        en: "only permutation can say how sure the effect is"
      ),
      (
        nb:
          "Noen grupper har én sone. Da finnes ingen standardfeil, men å dele ut startårene til andre soner gir p-verdi og intervall.",
        en:
          "Some groups have one zone. There is no standard error then, but handing the starts to other zones gives a p-value and an interval."
      )),
  ]

  /// Errors of starts, ends and rows, by code.
  static let staggeredErrors: [String: ErrorEntry] = [
    "duplicate-cell": ErrorEntry(
      (nb: "en sone har to tall for samme periode", en: "a zone has two figures for the same period"),
      because: (
        nb: "sone nummer {unit}, periode nummer {period} (talt fra 0)",
        en: "zone number {unit}, period number {period} (counted from 0)"
      ),
      hint: (
        nb: "se om rader er gjentatt, eller om flere grupper av folk er blandet",
        en: "see whether rows are repeated, or several groups of people mixed"
      )),
    "start-varies": ErrorEntry(
      (
        nb: "radene til en sone har ulik start eller slutt",
        en: "the rows of a zone have different starts or ends"
      ),
      because: (nb: "sone nummer {unit} (talt fra 0)", en: "zone number {unit} (counted from 0)"),
      hint: (
        nb: "gi sonen én start og høyst én slutt, like i alle rader",
        en: "give the zone one start and at most one end, the same in all rows"
      )),
    "stop-before-start": ErrorEntry(
      (nb: "et tiltak slutter før det har startet", en: "a programme ends before it has started"),
      because: (nb: "sone nummer {unit} (talt fra 0)", en: "zone number {unit} (counted from 0)"),
      hint: (
        nb: "slutten er den første perioden uten tiltaket, og må komme etter starten",
        en: "the end is the first period without the programme, and comes after the start"
      )),
    "bad-covariate": ErrorEntry(
      (nb: "et forklaringstall er ikke et tall", en: "a covariate is not a number"),
      because: (
        nb: "sone nummer {unit}, kolonne nummer {column} (talt fra 0)",
        en: "zone number {unit}, column number {column} (counted from 0)"
      ),
      hint: (nb: "ta bort sonen eller forklaringstallet", en: "leave out the zone or the covariate")),
    "period-span": ErrorEntry(
      (nb: "periodene ligger for langt fra hverandre", en: "the periods lie too far apart"),
      because: (nb: "den første er {first}, den siste {last}", en: "the first is {first}, the last {last}"),
      hint: (
        nb: "se om kolonnen med perioder er riktig", en: "see whether the column of periods is the right one"
      )),
  ]
}
