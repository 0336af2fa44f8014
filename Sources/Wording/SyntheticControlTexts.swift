extension Wording {
  /// Synthetic controls, by id.
  static let syntheticControlMethods: [String: ArticleText] = [
    "effect.synthetic-control": ArticleText(
      (nb: "Syntetisk kontroll", en: "Synthetic control"),
      (
        nb:
          "Andre soner vektes slik at de til sammen følger den valgte sonen i årene før tiltaket. Forskjellen etterpå er anslaget på virkningen. Metoden passer dårlig når sonen ble valgt fordi den lå dårligst an: da finnes ingen blanding som når opp til den, og en vanlig retur mot det normale ser ut som en virkning.",
        en:
          "Other zones are weighted so that together they follow the chosen zone in the years before the measure. The gap afterwards is the estimated effect. The method suits badly where the zone was chosen because it was worst: no mix then reaches it, and an ordinary return towards the normal looks like an effect."
      )),
    "effect.demeaned-synthetic-control": ArticleText(
      (nb: "Syntetisk kontroll på endringer", en: "Synthetic control on changes"),
      (
        nb:
          "Andre soner vektes slik at de følger den valgte sonens svingninger før tiltaket, uansett om de ligger høyere eller lavere. Anslaget er hvor mye mer sonen endret seg enn denne blandingen. En sone som lå særlig høyt eller lavt kan likevel ha endret seg av andre grunner enn tiltaket.",
        en:
          "Other zones are weighted to follow the chosen zone's ups and downs before the measure, whether they lie higher or lower. The estimate is how much more the zone changed than this mix. A zone that lay especially high or low may still have changed for other reasons than the measure."
      )),
    "effect.synthetic-did": ArticleText(
      (nb: "Syntetisk forskjell i forskjeller", en: "Synthetic difference in differences"),
      (
        nb:
          "Soner som beveget seg likt med den valgte før tiltaket, teller mest, og det gjør også de årene før tiltaket som ligner på årene etter. Anslaget er forskjellen i endring mellom sonen og denne blandingen. Usikkerheten kommer fra å late som om tiltaket var i hver av de andre sonene; i små soner er tallene mer urolige enn det viser.",
        en:
          "Zones that moved like the chosen one before the measure count most, and so do the years before it that resemble the years after. The estimate is the difference in change between the zone and this mix. The uncertainty comes from pretending that the measure was in each of the other zones; in small zones figures are more restless than that shows."
      )),
    "effect.predictor-synthetic-control": ArticleText(
      (nb: "Syntetisk kontroll på kjennetegn", en: "Synthetic control on predictors"),
      (
        nb:
          "Andre soner vektes slik at blandingen ligner den valgte sonen i flere kjennetegn. Hvor mye hvert kjennetegn teller, velges slik at utviklingen før tiltaket treffes best. Valget er sjelden entydig: andre vekter på kjennetegnene kan treffe nesten like godt og gi et annet anslag.",
        en:
          "Other zones are weighted so that the mix resembles the chosen zone in several traits. How much each trait counts is chosen so that the course before the measure is met best. The choice is seldom clear-cut: other weights of the traits may fit almost as well and give another estimate."
      )),
  ]

  /// What is worth knowing about a synthetic control, by id.
  static let syntheticControlDiagnostics: [String: DiagnosticText] = [
    "weights-not-unique": DiagnosticText(
      (nb: "andre vekter passer like godt", en: "other weights fit as well"),
      (
        nb:
          "Flere blandinger av andre soner følger sonen like godt før tiltaket, og de kan gi ulike svar etterpå. Her er blandingen som fordeler vektene jevnest. Flere år før tiltaket, eller færre soner å sammenligne med, gjør svaret sikrere.",
        en:
          "Several mixes of other zones follow the zone equally well before the measure, and they may give different answers afterwards. The mix that spreads its weights most evenly is used. More years before the measure, or fewer zones to compare with, make the answer firmer."
      )),
    "steps-exhausted": DiagnosticText(
      (nb: "utregningen stoppet før den var ferdig", en: "the steps stopped before they settled"),
      (
        nb:
          "Vektene er funnet skritt for skritt, og skrittene tok slutt før svaret var helt i ro. Slik er de publiserte tallene regnet ut. Den nøyaktige utregningen har ikke dette forbeholdet.",
        en:
          "The weights were found step by step, and the steps ran out before the answer had settled. That is how published numbers were made. The exact computation has no such caveat."
      )),
  ]
}
