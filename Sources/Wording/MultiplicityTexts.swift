import Indicators

extension Wording {
  /// Methods for many indicators, several looks, and what can be ruled out, by id.
  static let multiplicityMethods: [String: ArticleText] = [
    "effect.step-down-placebos": ArticleText(
      (
        nb: "p-verdi justert for mange indikatorer (samme soner som fasit)",
        en: "p-value adjusted for many indicators (the same zones as yardstick)"
      ),
      (
        nb:
          "Ser man på mange indikatorer, vil noen skille seg ut ved tilfeldighet. Her spør vi hvor ofte en sone uten tiltak har minst én indikator som skiller seg like mye ut. Sonene holdes samlet, slik at indikatorer som følger hverandre, ikke telles dobbelt. Ingenting trekkes tilfeldig. p-verdien kan ikke bli lavere enn én delt på antall soner.",
        en:
          "Among many indicators some stand out by chance. Here we ask how often a zone without the programme has at least one indicator that stands out as much. Zones are kept whole, so that indicators that move together are not counted twice. Nothing is drawn at random. The p-value cannot get below one over the number of zones."
      )),
    "effect.goal-composite": ArticleText(
      (nb: "Samlet effekt for et mål", en: "Composite effect of a goal"),
      (
        nb:
          "Effektene for alle indikatorene under et mål satt på samme skala og slått sammen, slik at mer alltid er verre. Mange små endringer samme vei kan synes her selv om ingen av dem synes alene. Tallet har ingen egen enhet, og en god og en dårlig endring kan oppheve hverandre.",
        en:
          "The effects on all indicators of a goal put on one scale and combined, so that more is always worse. Many small changes in one direction may show here though none of them shows alone. The figure has no unit of its own, and a good change and a bad one may cancel."
      )),
    "effect.goal-hierarchy": ArticleText(
      (nb: "Mål først, så indikatorer", en: "Goals first, then indicators"),
      (
        nb:
          "Først testes hvert mål samlet. Bare under mål som slår ut, går vi videre til indikatorene. Slik brukes oppmerksomheten der det er noe å se, og andelen falske funn holdes nede i snitt over de valgte målene. Målene må være bestemt før tallene er sett.",
        en:
          "Each goal is tested as a whole first. Only under goals that react do we go on to the indicators. That spends attention where there is something to see, and keeps the share of false findings down on average over the selected goals. Goals must be named before the figures are seen."
      )),
    "effect.group-sequential": ArticleText(
      (nb: "Grenser når vi ser flere ganger", en: "Limits for looking several times"),
      (
        nb:
          "Den som ser på tallene hvert år, får flere sjanser til å ta feil. Her fordeles den samlede feilsjansen på årlige blikk, midtveis og slutt. Tidlige blikk får strenge grenser, så det meste er igjen til slutten. En effekt som passerer grensen tidlig, er i snitt overvurdert.",
        en:
          "Whoever looks every year gets several chances to be wrong. Here the whole chance of error is shared between yearly looks, midterm and end. Early looks have strict limits, so that most is left for the end. An effect that passes its limit early is too large on average."
      )),
    "effect.sequential-placebos": ArticleText(
      (nb: "Flere blikk med soner som fasit", en: "Several looks with zones as yardstick"),
      (
        nb:
          "Som grenser for flere blikk, men for p-verdier som regnes ut fra rekkefølgen mellom soner. Slike p-verdier har et gulv. Er det som kan brukes på et blikk, mindre enn gulvet, kan det blikket ikke vise noe, og resten flyttes til neste. Med tretti soner er det bare ett blikk som kan slå ut.",
        en:
          "As limits for several looks, but for p-values that come from the order of zones. Such p-values have a floor. Where what a look may spend is below the floor, that look can show nothing, and the rest moves to the next. With thirty zones only one look can react."
      )),
    "effect.equivalence": ArticleText(
      (nb: "Effekter som kan utelukkes", en: "Effects that can be ruled out"),
      (
        nb:
          "Å ikke se noe er ikke det samme som å vite at lite skjedde. Her testes det motsatte: hvor stor en effekt måtte være for at tallene taler mot den. Er den grensen liten, vet vi at lite skjedde. Er den stor, vet vi lite.",
        en:
          "Not to see anything is not the same as to know that little happened. Here the opposite is tested: how large an effect would have to be for the figures to speak against it. Where that bound is small, little happened. Where it is large, we know little."
      )),
  ]

  /// Why there is no adjusted p-value or no composite, by id.
  static let multiplicityReasons: [String: ReasonText] = [
    "no-shared-placebos": ReasonText(
      (
        nb: "for få soner felles med de andre indikatorene",
        en: "too few zones in common with the other indicators"
      ),
      (
        nb:
          "For å justere for mange indikatorer må de samme sonene ha tall for alle. Denne indikatoren mangler tall i så mange soner at den holdes utenfor, så ikke alle de andre mister sine.",
        en:
          "To adjust for many indicators the same zones must have figures for all of them. This one lacks figures in so many zones that it is kept out, so that the others do not lose theirs."
      )),
    "no-direction-in-goal": ReasonText(
      (
        nb: "ingen av målets indikatorer sier hva som er bedre",
        en: "no indicator of the goal says which way is better"
      ),
      (
        nb:
          "En samlet effekt krever at hver indikator har en ønsket retning, ellers kan ikke effektene legges sammen. Skriv `direction` på indikatorene.",
        en:
          "A composite needs a wanted direction of each indicator, or effects cannot be added. Write `direction` on the indicators."
      )),
  ]

  /// What is worth knowing about many indicators and several looks, by id.
  static let multiplicityDiagnostics: [String: DiagnosticText] = [
    "family-floor": DiagnosticText(
      (
        nb: "mange indikatorer og få soner: vanlig justering kan knapt slå ut",
        en: "many indicators and few zones: the usual adjustment can hardly react"
      ),
      line: (
        nb:
          "{tests#} indikatorer og {placebos#} placebosoner: minste mulige p-verdi er {floor#}[, så Benjamini–Hochberg trenger {hits#} indikatorer på gulvet samtidig]; p_adjusted bruker i stedet sonene felles for alle",
        en:
          "{tests#} indicators and {placebos#} placebo zones: the smallest possible p-value is {floor#}[, so that Benjamini–Hochberg needs {hits#} indicators at the floor at once]; p_adjusted goes by the zones they share instead"
      ),
      (
        nb:
          "En p-verdi fra soner kan ikke bli mindre enn én delt på antall soner. Jo flere indikatorer, jo flere må ligge på gulvet samtidig før vanlig justering finner noe. Det som hjelper, er få indikatorer bestemt på forhånd, samlede mål og flere soner.",
        en:
          "A p-value from zones cannot get below one over the number of zones. The more indicators, the more must be at the floor at once before the usual adjustment finds anything. What helps are few indicators named beforehand, composites, and more zones."
      )),
    "gate-needs-several": DiagnosticText(
      (
        nb: "for få soner til at porten til ett mål kan åpne alene",
        en: "too few zones for the gate of one goal to open alone"
      ),
      (
        nb:
          "Flere mål deler den samlede feilsjansen. Med så få soner er den minste mulige p-verdien for stor til at ett mål alene kan slå ut etter justering. En lukket port sier her lite.",
        en:
          "Several goals share the whole chance of error. With so few zones the smallest possible p-value is too large for one goal alone to react after adjustment. A closed gate says little here."
      )),
    "family-cannot-react": DiagnosticText(
      (
        nb: "for få soner til at noen justert p-verdi kan slå ut",
        en: "too few zones for any adjusted p-value to react"
      ),
      line: (
        nb:
          "{tests#} indikatorer og {placebos#} placebosoner: minste mulige p-verdi er {floor#}, over grensen, uansett hva som har skjedd",
        en:
          "{tests#} indicators and {placebos#} placebo zones: the smallest possible p-value is {floor#}, above the limit, whatever happened"
      ),
      (
        nb:
          "Med så få soner å sammenligne med kan ingen justert p-verdi komme under grensen. Det sier ingenting om tiltaket.",
        en:
          "With so few zones to compare with no adjusted p-value can get below the limit. That says nothing about the programme."
      )),
    "look-limit-not-passed": DiagnosticText(
      (
        nb: "utenfor intervallet, men ikke forbi grensen for gjentatte evalueringer",
        en: "beyond the interval, but not past the limit for repeated evaluations"
      ),
      (
        nb:
          "Den som ser på tallene hvert år, får flere sjanser til å ta feil. Grensene for flere blikk er strengere enn intervallet, mest i de første årene. Denne effekten har ikke passert noen av dem ennå.",
        en:
          "Whoever looks every year gets several chances to be wrong. The limits for several looks are stricter than the interval, most of all in the first years. This effect has not passed one of them yet."
      )),
  ]

  /// The words of many tests and several looks that people ask for.
  static let multiplicityTerms: [GlossaryTerm] = [
    GlossaryTerm(
      "key indicator", "nøkkelindikator",
      (
        nb: "En indikator bestemt på forhånd som testes først. De andre er utforskende.",
        en: "An indicator named beforehand that is tested first. The others are exploratory."
      )),
    GlossaryTerm(
      "gate", "port",
      (
        nb:
          "Et mål testes samlet før indikatorene under det. Er porten åpen, skiller målet som helhet seg ut, og indikatorene kan leses. Er den lukket, er ikke det vist.",
        en:
          "A goal is tested as a whole before its indicators. Where the gate is open the goal stands out, and its indicators may be read. Where it is closed that has not been shown."
      )),
    GlossaryTerm(
      "look", "blikk / evaluering",
      (
        nb: "Én av flere ganger tallene vurderes: årlig, midtveis eller til slutt.",
        en: "One of several times the figures are judged: yearly, at midterm or at the end."
      )),
    GlossaryTerm(
      "ruled out", "utelukket",
      (
        nb:
          "En effekt er utelukket når tallene taler mot at den er så stor. Mindre effekter kan fortsatt være der.",
        en:
          "An effect is ruled out where the figures speak against its being so large. Smaller ones may still be there."
      )),
    GlossaryTerm(
      "power", "teststyrke / styrke",
      (
        nb: "Sannsynligheten for at en virkelig endring av en gitt størrelse gir utslag.",
        en: "The probability that a true change of a given size shows."
      )),
  ]
}
