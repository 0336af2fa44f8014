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
}
