extension Wording {
  /// Augmented synthetic control, matrix completion and the local level, by id.
  static let augmentedMethods: [String: ArticleText] = [
    "effect.augmented-synthetic-control": ArticleText(
      (nb: "Utvidet syntetisk kontroll (ridge)", en: "Ridge-augmented synthetic control"),
      (
        nb:
          "Sonen sammenlignes med en blanding av andre soner som lignet den før tiltaket. Det blandingen ikke traff før tiltaket, rettes med en forsiktig regresjon, så noen soner kan telle negativt. Hvor mye det rettes, velges ved å skjule ett og ett år før tiltaket og se hvor godt de treffes. Mye negativ vekt betyr at sonen ligger utenfor det de andre har vært, og da hviler svaret på regresjonen.",
        en:
          "The zone is compared with a mixture of other zones that were like it before the programme. What the mixture did not meet before the programme is corrected by a cautious regression, so some zones may count negatively. How much is corrected is chosen by hiding one year before the programme at a time and seeing how well it is met. Much negative weight says that the zone lies outside what the others have been, and then the answer rests on the regression."
      )),
    "effect.matrix-completion": ArticleText(
      (nb: "Utfylling av tabellen (matrix completion)", en: "Matrix completion"),
      (
        nb:
          "Tallene for sonen etter tiltaket tas ut av tabellen og fylles inn igjen ut fra alle de andre: nivået til hver sone, nivået til hvert år og noen få felles mønstre. Forskjellen mellom det som ble målt og det som ble fylt inn, er anslaget. Metoden tåler at noen tall mangler hos de andre sonene. At årene før tiltaket treffes godt, sier lite, for det gjør de nesten alltid.",
        en:
          "The zone's figures after the programme are taken out of the table and filled in again from all the others: the level of each zone, the level of each year and a few shared patterns. The difference between what was measured and what was filled in is the estimate. The method bears that other zones miss some figures. That the years before the programme are met well says little, for they nearly always are."
      )),
    "effect.local-level": ArticleText(
      (nb: "Nivå som glir (tilstandsrom)", en: "A level that drifts (state space)"),
      (
        nb:
          "Før tiltaket læres det hvor mye sonen følger gjennomsnittet av de andre sonene, og hvor mye nivået dens glir av seg selv. Så føres begge deler videre, og forskjellen fra det som ble målt, er anslaget. Usikkerheten tar med at nivået kan ha glidd videre. Med et titall år er det vanskelig å skille glidning fra tilfeldige utslag, og da blir intervallet bredt.",
        en:
          "Before the programme it is learnt how far the zone follows the mean of the other zones, and how much its own level drifts. Both are carried on, and the difference from what was measured is the estimate. The uncertainty counts that the level may have drifted on. With ten years or so drift is hard to tell from chance, and the interval gets wide."
      )),
  ]

  /// Diagnostics of comparisons with donors, by id.
  static let augmentedDiagnostics: [String: DiagnosticText] = [
    "noise-ratio-unknown": DiagnosticText(
      (
        nb: "for få år til å skille glidning fra tilfeldigheter",
        en: "too few years to tell drift from chance"
      ),
      (
        nb:
          "Årene før tiltaket passer både med et nivå som ligger fast, og med et som glir. Anslaget bruker det mest sannsynlige, mens intervallet regner med begge muligheter.",
        en:
          "The years before the programme fit a level at rest and one that drifts. The estimate uses the likeliest, while the interval reckons with both."
      )),
    "few-donors": DiagnosticText(
      (nb: "sammenligningen hviler på én sone", en: "the comparison rests on one zone"),
      (
        nb:
          "Nesten all vekt ligger på én annen sone. Skjer det noe der, ser det ut som en virkning her. Se hva svaret blir uten den.",
        en:
          "Nearly all weight is on one other zone. Whatever happens there looks like an effect here. See what the answer is without it."
      )),
    "extrapolates": DiagnosticText(
      (nb: "soner trekkes fra hverandre", en: "zones are subtracted from each other"),
      (
        nb:
          "For å treffe sonen før tiltaket måtte noen soner telle negativt. Da ligner ingen blanding av de andre på denne, og svaret hviler mer på regning enn på sammenligning.",
        en:
          "To meet the zone before the programme some zones had to count negatively. No mixture of the others is then like this one, and the answer rests more on arithmetic than on comparison."
      )),
    "poor-fit-before-start": DiagnosticText(
      (nb: "treffer dårlig før tiltaket", en: "met poorly before the programme"),
      (
        nb:
          "Sammenligningen traff sonen ikke bedre før tiltaket enn en rett strek på sonens eget gjennomsnitt. Da sier den lite om hva som ville skjedd etterpå.",
        en:
          "The comparison met the zone no better before the programme than a flat line at the zone's own mean. It then says little about what would have happened afterwards."
      )),
    "outside-donors": DiagnosticText(
      (nb: "utenfor det de andre har vært", en: "outside what the others have been"),
      (
        nb:
          "I minst halvparten av årene før tiltaket lå sonen over alle de andre, eller under alle. En blanding av dem kan ikke ha samme nivå. Bruk en metode som sammenligner endringer.",
        en:
          "In half the years before the programme or more the zone lay above all others, or below all. No mixture of them has its level. Use a method that compares changes."
      )),
  ]
}
