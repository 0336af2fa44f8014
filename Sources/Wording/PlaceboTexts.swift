extension Wording {
  /// Placebo tests and the inference made of them, by id.
  static let placeboMethods: [String: ArticleText] = [
    "effect.placebo-in-space": ArticleText(
      (nb: "Placebo i rom", en: "Placebo in space"),
      (
        nb:
          "Hver sone som ikke fikk tiltaket, settes i tur og orden i stedet for området som fikk det, og den samme beregningen kjøres. Der skjedde det ikke noe tiltak, så det som kommer ut, er tilfeldigheter og feil ved metoden. Utslaget i tiltaksområdet sammenlignes med disse. Med 20 soner kan p-verdien aldri bli lavere enn 1 av 21, uansett hvor stor endringen er. Alle soner prøves når det er mulig, så svaret er det samme hver gang. Hvis tiltaksområdet ble valgt fordi det lå dårligst an, er sammenligningen skjev.",
        en:
          "Each zone without the programme is put in turn in the place of the area that had it, and the same computation is run. No programme was there, so what comes out is chance and the method's own error. The result of the area with the programme is held against these. With 20 zones the p-value can never be below 1 in 21, however large the change. All zones are tried where that is possible, so the answer is the same every time. Where the area was chosen because it was worst off, the comparison is skewed."
      )),
    "effect.randomisation-interval": ArticleText(
      (nb: "Intervall fra placebotesten", en: "Interval from the placebo test"),
      (
        nb:
          "Intervallet inneholder alle virkninger som placebotesten ikke kan avvise, og bruker ingen normalfordeling. Det forutsetter at virkningen er like stor hvert år. Med for få soner finnes det ikke noe intervall på 95 %: med 18 soner er det høyeste som kan oppnås, 18 av 19, altså 94,7 %. Da oppgis det høyeste nivået som er mulig.",
        en:
          "The interval holds every effect that the placebo test cannot reject, and uses no normal distribution. It takes the effect to be the same every year. With too few zones there is no interval of 95 %: with 18 zones the most that can be had is 18 in 19, which is 94.7 %. The highest possible level is then given."
      )),
    "effect.placebo-in-time": ArticleText(
      (nb: "Placebo i tid", en: "Placebo in time"),
      (
        nb:
          "Starten flyttes tilbake til et år der tiltaket ikke fantes, og bare årene før den virkelige starten brukes. Finner metoden likevel et utslag som ligner det som meldes, passer den ikke for disse sonene – eller noe begynte å virke før starten. Det må være minst fem år igjen før hver prøvestart.",
        en:
          "The start is moved back to a year without the programme, and only the years before the true start are used. If the method still finds something like what is reported, it does not suit these zones, or something was felt before the start. At least five years must be left before each trial start."
      )),
    "effect.leave-one-donor-out": ArticleText(
      (nb: "Uten én sammenligningssone om gangen", en: "Without one comparison zone at a time"),
      (
        nb:
          "Beregningen gjøres om igjen uten hver sone som har vekt. Svinger svaret mye, hviler det på én sone. Skifter det fortegn, er sonen som skal bort for at det skjer, oppgitt. Spennet er ikke et konfidensintervall.",
        en:
          "The computation is run again without each zone that has a weight. Where the answer moves much, it rests on one zone. Where the sign turns, the zone whose removal does that is named. The span is no confidence interval."
      )),
    "effect.leave-one-pre-year-out": ArticleText(
      (nb: "Uten ett år før start om gangen", en: "Without one year before the start at a time"),
      (
        nb:
          "Beregningen gjøres om igjen uten hvert av årene før start. Det viser om ett enkelt år bærer svaret, for eksempel det dårlige året som gjorde at området ble valgt.",
        en:
          "The computation is run again without each of the years before the start. It shows whether a single year carries the answer, such as the bad year for which the area was chosen."
      )),
    "effect.leave-two-out": ArticleText(
      (nb: "Placebotest uten to soner om gangen", en: "Placebo test without two zones at a time"),
      (
        nb:
          "For hvert par av sammenligningssoner konkurrerer tiltaksområdet med de to om hvem som har endret seg mest, målt mot de andre sonene. p-verdien er andelen par der tiltaksområdet ikke vinner. Den har finere trinn enn den vanlige placebotesten. Finere trinn gir ikke mer kunnskap enn sonene har: hvor ofte en så lav verdi kan komme av tilfeldigheter, oppgis for seg, og blir aldri mindre enn 1 delt på antall soner.",
        en:
          "For each pair of comparison zones the area with the programme competes with the two over who changed most, measured against the other zones. The p-value is the share of pairs that the area does not win. It has finer steps than the ordinary placebo test. Finer steps give no more knowledge than the zones hold: how often so low a value can come by chance is given separately, and is never less than 1 over the number of zones."
      )),
    "effect.placebo-districts": ArticleText(
      (nb: "Placebobydeler", en: "Placebo districts"),
      (
        nb:
          "En enkelt sone svinger mer enn et område av flere soner, og er derfor en dårlig målestokk. Her settes nabosoner sammen til områder med omtrent like mange innbyggere som tiltaksområdet, og hvert av dem prøves. Tallene for et område regnes av summene, ikke av gjennomsnitt av sonenes tall. Områdene overlapper hverandre, så mange områder er ikke like mye verdt som mange uavhengige soner.",
        en:
          "A single zone moves more than an area of several zones, and is a poor yardstick for it. Here neighbouring zones are put together into areas with about as many inhabitants as the area with the programme, and each of them is tried. An area's figures are made of sums, not of means of the zones' figures. The areas overlap, so many areas are not worth as much as many independent zones."
      )),
    "effect.conformal": ArticleText(
      (nb: "Konform inferens", en: "Conformal inference"),
      (
        nb:
          "Hvis virkningen er som antatt, skal årene etter start ligne årene før når virkningen er trukket fra. p-verdien er andelen forskyvninger av årene som ligner like lite. Med 15 år blir den aldri lavere enn 1 av 15, så et intervall på 95 % finnes ikke da. Det sies, og det høyeste mulige nivået oppgis.",
        en:
          "If the effect is as assumed, the years after the start should look like those before once the effect is taken away. The p-value is the share of shifts of the years that look as unlike. With 15 years it is never below 1 in 15, so no interval of 95 % exists. That is said, and the highest possible level is given."
      )),
    "effect.cross-fit-t": ArticleText(
      (nb: "t-test med utelatte år", en: "t-test with years held out"),
      (
        nb:
          "Årene før start deles i tre, og beregningen gjøres tre ganger, hver gang uten en del. Avviket i delen som ble holdt utenfor, trekkes fra. De tre svarene gir et intervall for den gjennomsnittlige virkningen. Tre tall vet lite om sin egen spredning, så intervallet er bredt. Metoden trenger mange år før start.",
        en:
          "The years before the start are split in three and the computation is made three times, each without one part. The deviation in the part held out is taken away. The three answers give an interval for the mean effect. Three numbers know little of their own spread, so the interval is wide. The method needs many years before the start."
      )),
  ]

  /// Why placebo inference has no number, by id.
  static let placeboReasons: [String: ReasonText] = [
    "no-placebos": ReasonText(
      (nb: "ingen soner kunne brukes som placebo", en: "no zone could serve as placebo"),
      (
        nb:
          "Ingen av sonene lot seg bruke som sammenligning, så det finnes ikke noe å måle tilfeldighetene med. Det trengs minst to soner uten tiltak som har tall i alle år.",
        en:
          "None of the zones could be used for comparison, so there is nothing to measure chance by. At least two zones without the programme and with figures in all years are needed."
      )),
    "too-few-placebos-for-level": ReasonText(
      (nb: "for få soner til dette nivået", en: "too few zones for this level"),
      (
        nb:
          "Med J soner er den laveste p-verdien 1 delt på J + 1. For et intervall på 95 % trengs minst 19 soner, for 90 % minst 9. Velg et lavere nivå, eller ta med soner fra flere kommuner. Det betyr ikke at tiltaket ikke virker, bare at dette nivået av sikkerhet ikke kan nås med så få soner.",
        en:
          "With J zones the lowest p-value is 1 over J + 1. An interval of 95 % needs at least 19 zones, one of 90 % at least 9. Choose a lower level, or add zones from other municipalities. It does not mean that the programme does not work, only that this certainty cannot be reached with so few zones."
      )),
    "too-few-periods-for-level": ReasonText(
      (nb: "for få år til dette nivået", en: "too few years for this level"),
      (
        nb:
          "Med T år er den laveste p-verdien 1 delt på T. For et intervall på 95 % trengs minst 20 år, for 90 % minst 10. Velg et lavere nivå, eller bruk placebotesten mellom soner.",
        en:
          "With T years the lowest p-value is 1 over T. An interval of 95 % needs at least 20 years, one of 90 % at least 10. Choose a lower level, or use the placebo test between zones."
      )),
    "perfect-fit-before": ReasonText(
      (nb: "sammenligningen treffer perfekt før start", en: "the comparison fits perfectly before the start"),
      (
        nb:
          "Avviket før start er null, så avviket etter start kan ikke måles mot det. Det skjer gjerne når det er flere soner enn år, og sier ikke at sammenligningen er god.",
        en:
          "The gap before the start is zero, so the gap after it cannot be measured against it. That tends to happen with more zones than years, and does not say that the comparison is good."
      )),
    "every-effect-rejected": ReasonText(
      (nb: "ingen fast virkning passer", en: "no constant effect fits"),
      (
        nb:
          "Enhver virkning som er like stor hvert år, avvises. Utslaget er altså ulikt fra år til år. Se på årene hver for seg.",
        en:
          "Every effect that is the same each year is rejected. The effect differs by year. Look at the years one by one."
      )),
    "nothing-rejected": ReasonText(
      (nb: "testen kan ikke avvise noe", en: "the test can reject nothing"),
      (
        nb:
          "Med disse tallene ville testen ikke avvist noen virkning, uansett hvor stor. Den kan derfor ikke brukes til å si hvor stor virkningen er.",
        en:
          "With these figures the test would reject no effect, however large. It cannot be used to say how large the effect is."
      )),
    "no-spread": ReasonText(
      (nb: "ingen spredning å måle mot", en: "no spread to measure by"),
      (
        nb: "Alle delene gir samme svar, så det finnes ikke noe mål på usikkerheten.",
        en: "All parts give the same answer, so there is no measure of uncertainty."
      )),
  ]

  /// What is worth knowing about placebo inference, by id.
  static let placeboDiagnostics: [String: DiagnosticText] = [
    "placebos-refused": DiagnosticText(
      (nb: "noen placeboer kunne ikke beregnes", en: "some placebos could not be computed"),
      (
        nb:
          "For noen soner ga metoden ikke noe svar. De er holdt utenfor og listet med grunn, og p-verdien bygger på dem som er igjen.",
        en:
          "For some zones the method gave no answer. They are left out and listed with the reason, and the p-value rests on those that remain."
      )),
    "placebos-drawn": DiagnosticText(
      (nb: "placeboene er et utvalg", en: "the placebos are a sample"),
      (
        nb:
          "Det finnes flere sett av soner enn det er mulig å prøve. Et tilfeldig utvalg er prøvd, og feilen det gir, er oppgitt ved siden av tallet.",
        en:
          "There are more sets of zones than can be tried. A random sample was tried, and the error this gives stands beside the number."
      )),
    "districts-overlap": DiagnosticText(
      (nb: "placebobydelene overlapper", en: "the placebo districts overlap"),
      (
        nb:
          "Områdene deler soner med hverandre. De er derfor verdt mindre enn like mange uavhengige områder. Hvor mange som ikke deler noen sone, er oppgitt; en p-verdi langt under 1 delt på det tallet bør ingen stole på.",
        en:
          "The areas share zones. They are worth less than as many independent areas. How many share no zone is given; nobody should rely on a p-value far below 1 over that number."
      )),
    "districts-grown": DiagnosticText(
      (nb: "ikke alle placebobydeler er prøvd", en: "not all placebo districts were tried"),
      (
        nb:
          "Det finnes for mange mulige områder til å prøve alle. Et utvalg er satt sammen tilfeldig. Områdene i det var ikke like sannsynlige, så feilen av utvalget kan ikke regnes ut.",
        en:
          "There are too many possible areas to try all. Some were put together at random. They were not equally likely, so the error of the selection cannot be computed."
      )),
    "interval-with-holes": DiagnosticText(
      (nb: "intervallet har hull", en: "the interval has holes"),
      (
        nb:
          "Testen avviser noen virkninger inne i intervallet også. Intervallet er det minste sammenhengende som inneholder alle som ikke avvises.",
        en:
          "The test rejects some effects inside the interval too. The interval is the smallest without holes that contains all that are not rejected."
      )),
    "interval-open": DiagnosticText(
      (nb: "intervallet er åpent i en ende", en: "the interval is open at one end"),
      (
        nb: "I den ene retningen avviser testen ingenting, uansett hvor stor virkningen måtte være.",
        en: "In one direction the test rejects nothing, however large the effect might be."
      )),
    "estimate-outside-interval": DiagnosticText(
      (nb: "anslaget ligger utenfor intervallet", en: "the estimate lies outside its interval"),
      (
        nb:
          "Anslaget bruker bare årene før start til å finne vektene, testen bruker alle årene. Når de to gir så ulike vekter at anslaget faller utenfor, passer modellen dårlig. Stol på ingen av dem uten å se på kurven.",
        en:
          "The estimate finds its weights on the years before the start, the test on all years. Where the weights differ so much that the estimate falls outside, the model fits badly. Rely on neither without looking at the curve."
      )),
  ]
}
