extension Wording {
  /// Words for plans that cannot be made, or may not be used as asked.
  static let planErrors: [String: ErrorEntry] = [
    "needs-looks": ErrorEntry(
      (
        nb: "det er ikke sagt når tiltaket skal vurderes",
        en: "it is not said when the programme is to be judged"
      ),
      because: (
        nb:
          "en låst plan sier på forhånd i hvilke år det skal konkluderes, fordi hver ekstra titt gir tilfeldigheten en sjanse til",
        en:
          "a locked plan says beforehand in which years conclusions are drawn, because every further look gives chance another go"
      ),
      hint: (
        nb: "oppgi `--looks 2026 2028`, eller `midterm` og `final` under `evaluation` i `programme.yml`",
        en: "give `--looks 2026 2028`, or `midterm` and `final` under `evaluation` in `programme.yml`"
      )),
    "look-before-start": ErrorEntry(
      (nb: "en vurdering er satt før start", en: "a look lies before the start"),
      because: (
        nb: "vurderingen gjelder {look}, og tiltaket begynner {start}",
        en: "the look is of {look}, and the programme begins in {start}"
      ),
      hint: (nb: "rett `--looks` eller `--start`", en: "correct `--looks` or `--start`")),
    "start-is-no-year": ErrorEntry(
      (nb: "en plan regner i hele år", en: "a plan counts in whole years"),
      because: (nb: "starten er {start}", en: "the start is {start}"),
      hint: (
        nb: "oppgi året tiltaket begynner, for eksempel `--start 2024`",
        en: "give the year the programme begins, such as `--start 2024`"
      )),
    "plan-of-strata": ErrorEntry(
      (
        nb: "en plan har én serie per indikator",
        en: "a plan has one series an indicator"
      ),
      because: (
        nb: "tallene er delt etter {dimensions}, og ingen gruppe er summen av de andre",
        en: "the figures are split by {dimensions}, and no category is the total of the others"
      ),
      hint: (
        nb: "ta bort `--by`, eller gi en fil med tallene for alle samlet",
        en: "leave out `--by`, or give a file with the figures of everybody"
      )),
    "contradicts-plan": ErrorEntry(
      (
        nb: "{option} er noe annet enn planen sier",
        en: "{option} is not what the plan says"
      ),
      because: (
        nb: "du oppga {given}, og den låste planen har {planned}",
        en: "you gave {given}, and the locked plan has {planned}"
      ),
      hint: (
        nb:
          "ta bort {option} for å følge planen, eller ta bort `--lock` for å se på tallene uten den; det som ikke var bestemt på forhånd, er bare en pekepinn",
        en:
          "leave out {option} to follow the plan, or leave out `--lock` to look without it; what was not planned is only a hint"
      )),
    "calibrates-too-early": ErrorEntry(
      (
        nb: "en plan låses før noe etter start er sett",
        en: "a plan is locked before anything after the start is seen"
      ),
      because: (
        nb: "`--calibrate` ser på årene etter start, også for sonene uten tiltak",
        en: "`--calibrate` looks at the years after the start, of the zones without the programme too"
      ),
      hint: (
        nb: "lås planen først, uten `--calibrate`; kjør så kommandoen en gang til med",
        en: "lock the plan first, without `--calibrate`; then run the command again with it"
      )),
  ]

  /// Diagnostics of plans, by id.
  static let planDiagnostics: [String: DiagnosticText] = [
    "plan-locked": DiagnosticText(
      (nb: "planen er låst", en: "the plan is locked"),
      line: (
        nb:
          "planen er låst i {file} med segl {seal}; legg seglet i saken, og kjør kommandoen på nytt når tallene etter start kommer",
        en:
          "the plan is locked in {file} with the seal {seal}; put the seal on file, and run the command again when figures from after the start come"
      ),
      (
        nb:
          "Filen sier hva som skal regnes ut, for hvem, mot hvem og når, og hva som kan ventes å bli sett. Seglet er et fingeravtrykk av hele teksten: endres ett tegn, går det i stykker. Er seglet lagt i en sak, kan ingen bytte planen ut senere. Filen skrives aldri over.",
        en:
          "The file says what will be computed, of whom, against whom and when, and what can be expected to be seen. The seal is a fingerprint of the whole text: change one character and it breaks. Once the seal is on file nobody can exchange the plan later. The file is never written over."
      )),
    "figures-after-start": DiagnosticText(
      (
        nb: "tall fra etter start fantes da planen ble låst",
        en: "figures from after the start were there when the plan was locked"
      ),
      line: (
        nb:
          "planen er laget etter at {periods#} perioder fra {start} og senere alt var kommet; den er ikke regnet av dem, men den kan ha vært laget av noen som hadde sett dem",
        en:
          "the plan was made after {periods#} periods from {start} on had already come; it is not computed from them, but may have been made by somebody who had seen them"
      ),
      (
        nb:
          "En plan er mest verdt når ingen kunne vite hvordan det gikk. Alt i planen er regnet av årene før start, men programmet kan ikke vite hva den som låste den, hadde sett. Si det i rapporten.",
        en:
          "A plan is worth most where nobody could know how it went. Everything in it is computed from the years before the start, but the engine cannot know what whoever locked it had seen. Say so in the report."
      )),
    "plan-followed": DiagnosticText(
      (nb: "regnet etter en låst plan", en: "computed by a locked plan"),
      line: (
        nb:
          "regnet etter den låste planen (segl {seal}…): vurdering {number#} av {looks#}, tall til og med {year}; nivået for en konklusjon er {level#} %",
        en:
          "computed by the locked plan (seal {seal}…): look {number#} of {looks#}, figures up to {year}; the level of a conclusion is {level#} %"
      ),
      (
        nb:
          "Soner, sammenligning, metode, skala og vindu er planens. Nivået er delt mellom vurderingene: tidlig skal det mye til, så alle sammen har planens nivå.",
        en:
          "Zones, comparison, method, scale and window are the plan's. The level is shared between the looks: early it takes much, so that all of them together have the plan's level."
      )),
    "not-a-look": DiagnosticText(
      (
        nb: "tallene slutter ikke ved en vurdering planen har",
        en: "the figures do not end at a look of the plan"
      ),
      line: (
        nb:
          "tallene går til {last}, og den låste planen (segl {seal}…) skal vurderes i {years}: det som vises her, er ikke forhåndsbestemt",
        en:
          "the figures end in {last}, and the locked plan (seal {seal}…) is judged in {years}: what is shown here is not pre-specified"
      ),
      (
        nb:
          "Hver titt gir tilfeldigheten en sjanse til, og planen har bare satt av nivå til de årene den nevner. Bruk `--to` for å gjenta en vurdering som var planlagt.",
        en:
          "Every look gives chance another go, and the plan has set level aside only for the years it names. Use `--to` to repeat a look that was planned."
      )),
    "figures-behind-look": DiagnosticText(
      (
        nb: "tallene når ikke fram til vurderingen", en: "the figures do not reach the look"
      ),
      (
        nb:
          "Andre indikatorer har tall for vurderingsåret, denne ikke ennå. Raden regner med det som finnes, og bør leses på nytt når tallene kommer.",
        en:
          "Other indicators have figures of the year of the look, this one not yet. The row uses what there is, and should be read again when the figures come."
      )),
    "planned-donors-gone": DiagnosticText(
      (
        nb: "soner planen skulle sammenligne med, kan ikke brukes lenger",
        en: "donors of the plan cannot be used any more"
      ),
      line: (
        nb: "planen skulle sammenligne med {zones}, som ikke finnes lenger eller selv har fått tiltaket",
        en: "the plan would have compared with {zones}, which are gone or have got the programme themselves"
      ),
      (
        nb:
          "Sammenligningen er gjort med dem som er igjen. Tabellen `plan` har dem for hver indikator, også dem som mangler tall nå.",
        en:
          "The comparison is with those that remain. The table `plan` has them for each indicator, those that lack figures now among them."
      )),
    "planned-donors-incomplete": DiagnosticText(
      (
        nb: "soner planen skulle sammenligne med, mangler tall nå",
        en: "donors of the plan lack figures now"
      ),
      line: (
        nb: "{indicator}: planen skulle sammenligne med {zones}, som mangler tall nå og er utelatt",
        en: "{indicator}: the plan would have compared with {zones}, which lack figures now and are left out"
      ),
      (
        nb: "Tallene er skjult eller ikke kommet. Sammenligningen er gjort med dem som er igjen.",
        en: "The figures are hidden or have not come. The comparison is with those that remain."
      )),
    "planned-indicator-gone": DiagnosticText(
      (
        nb: "en indikator i planen finnes ikke i tallene",
        en: "an indicator of the plan is not in the figures"
      ),
      line: (
        nb: "planen har {indicator}, og tallene har den ikke",
        en: "the plan has {indicator}, and the figures do not"
      ),
      (
        nb: "Det som var lovet og ikke kan vises, skal nevnes i rapporten.",
        en: "What was promised and cannot be shown belongs in the report."
      )),
    "plan-baseline-revised": DiagnosticText(
      (
        nb: "tallene fra før start er endret siden planen ble låst",
        en: "the figures from before the start were revised since the plan was locked"
      ),
      line: (
        nb:
          "{indicator}: tallene fra før start er endret siden planen ble låst[; nivået var {before#}][ og er nå {now#}]",
        en:
          "{indicator}: the figures from before the start were revised since the plan was locked[; the level was {before#}][ and is now {now#}]"
      ),
      (
        nb:
          "Kilden har rettet tall, eller en sone er borte. Effekten er regnet av tallene slik de er nå; tabellen `plan` viser begge nivåene side om side.",
        en:
          "The source has corrected figures, or a zone is gone. The effect is computed from the figures as they are now; the table `plan` has both levels side by side."
      )),
  ]

  /// The words of plans that people ask for.
  static let planTerms: [GlossaryTerm] = [
    GlossaryTerm(
      "locked plan", "låst plan",
      (
        nb:
          "En fil som sier hva som skal undersøkes, hvordan og når, skrevet før resultatene er sett og forseglet så den ikke kan endres. `levekar effect --lock plan.yml` lager den, og følger den når den finnes.",
        en:
          "A file that says what will be examined, how and when, written before results are seen and sealed so that it cannot be changed. `levekar effect --lock plan.yml` makes it, and keeps to it once it is there."
      )),
    GlossaryTerm(
      "seal", "segl",
      (
        nb:
          "Et fingeravtrykk (SHA-256) av hele planen. Endres ett tegn, stemmer det ikke lenger. Et segl viser at ingenting er endret, ikke når planen ble laget; legg det derfor i en sak med dato.",
        en:
          "A fingerprint (SHA-256) of the whole plan. Change one character and it no longer fits. A seal shows that nothing was changed, not when the plan was made; so put it on file with a date."
      )),
    GlossaryTerm(
      "pre-specified", "forhåndsbestemt",
      (
        nb:
          "Bestemt før resultatene var sett. Bare da sier p-verdier og intervaller det de skal; det som ble valgt etterpå, er en pekepinn.",
        en:
          "Decided before results were seen. Only then do p-values and intervals say what they should; what was chosen afterwards is a hint."
      )),
    GlossaryTerm(
      "calibration", "kalibrering",
      (
        nb:
          "En prøve av hele framgangsmåten på soner uten tiltak: hvor ofte melder den om en endring der ingenting er gjort? Er nivået 5 %, bør det være omtrent i én av tjue.",
        en:
          "A trial of the whole way of working on zones without the programme: how often does it report a change where nothing was done? At a level of 5 % it should be about one in twenty."
      )),
    GlossaryTerm(
      "look", "vurdering / titt",
      (
        nb:
          "Et tidspunkt der det konkluderes: hvert år, midtveis og til slutt. Nivået deles mellom dem, for den som ser mange ganger, finner før eller siden noe ved et tilfelle.",
        en:
          "A time at which conclusions are drawn: yearly, at midterm and at the end. The level is shared between them, since whoever looks often sooner or later finds something by chance."
      )),
  ]
}
