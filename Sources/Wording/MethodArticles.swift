extension Wording {
  /// The methods of the first verbs, by id.
  static let coreMethods: [String: ArticleText] = [
    "proportion.wilson": ArticleText(
      (nb: "Andel med Wilson-intervall", en: "Share with Wilson interval"),
      (
        nb:
          "Andelen er teller delt på nevner. Intervallet viser hvilke andeler som passer med tallene når vi tar høyde for tilfeldig variasjon. Det holder seg mellom 0 og 100 %, og det virker også når tallene er små eller andelen er nær null.",
        en:
          "The share is numerator over denominator. The interval shows which shares fit the figures once random variation is allowed for. It stays between 0 and 100 %, and it works for small numbers and shares near zero too."
      )),
    "rate.byar": ArticleText(
      (nb: "Rate med Byars intervall", en: "Rate with Byar's interval"),
      (
        nb:
          "Raten er antall hendelser delt på antall personer, ganget opp til for eksempel 1 000. Intervallet tar høyde for at antall hendelser varierer tilfeldig. Byars formel brukes når det er ti hendelser eller flere.",
        en:
          "The rate is the number of events over the number of persons, scaled to 1,000 for instance. The interval allows for the number of events varying by chance. Byar's formula is used from ten events up."
      )),
    "rate.exact-poisson": ArticleText(
      (nb: "Rate med eksakt intervall", en: "Rate with exact interval"),
      (
        nb:
          "Raten er antall hendelser delt på antall personer. Når det er færre enn ti hendelser, regnes intervallet eksakt fra Poisson-fordelingen, som beskriver sjeldne hendelser. Intervallet blir bredt, og det skal det være.",
        en:
          "The rate is the number of events over the number of persons. Below ten events the interval is computed exactly from the Poisson distribution, which describes rare events. The interval is wide, as it should be."
      )),
    "mean.t": ArticleText(
      (nb: "Gjennomsnitt med t-intervall", en: "Mean with t interval"),
      (
        nb:
          "Gjennomsnittet har et intervall som avhenger av hvor mange som er målt, og hvor mye de varierer. Få målinger gir et bredere intervall.",
        en:
          "The mean has an interval that depends on how many were measured and how much they vary. Few measurements give a wider interval."
      )),
    "value.as-reported": ArticleText(
      (nb: "Tall som publisert", en: "Figure as published"),
      (
        nb: "Tallet er brukt slik kilden oppgir det. Uten teller og nevner kan det ikke få noe intervall.",
        en: "The figure is used as the source gives it. Without numerator and denominator it has no interval."
      )),
    "difference.newcombe": ArticleText(
      (nb: "Forskjell mellom to andeler (Newcombe)", en: "Difference of two shares (Newcombe)"),
      (
        nb:
          "Forskjellen er sonens andel minus andelen det sammenlignes med, i prosentpoeng. Intervallet bygges av de to andelenes Wilson-intervaller. Ligger null utenfor intervallet, er forskjellen større enn tilfeldig variasjon skulle tilsi. De to områdene må ikke overlappe; derfor brukes resten av kommunen og ikke hele.",
        en:
          "The difference is the zone's share minus the share it is compared with, in percentage points. The interval is built from the two Wilson intervals. Where zero lies outside it, the difference is larger than random variation would give. The two areas must not overlap, which is why the rest of the municipality is used and not the whole."
      )),
    "difference.rate": ArticleText(
      (nb: "Forskjell mellom to rater", en: "Difference of two rates"),
      (
        nb:
          "Forskjellen er sonens rate minus raten det sammenlignes med. Intervallet bygges av de to ratenes egne intervaller.",
        en:
          "The difference is the zone's rate minus the rate it is compared with. The interval is built from the intervals of the two rates."
      )),
    "difference.welch": ArticleText(
      (nb: "Forskjell mellom to gjennomsnitt (Welch)", en: "Difference of two means (Welch)"),
      (
        nb:
          "Forskjellen mellom to gjennomsnitt, med et intervall som tillater at de to gruppene varierer ulikt mye.",
        en: "The difference of two means, with an interval that lets the two groups vary unequally."
      )),
    "ratio.koopman": ArticleText(
      (nb: "Forholdet mellom to andeler (Koopman)", en: "Ratio of two shares (Koopman)"),
      (
        nb:
          "Sonens andel delt på andelen det sammenlignes med. 1 betyr like store, 1,5 betyr halvannen gang så stor. Intervallet virker også når tallene er små.",
        en:
          "The zone's share over the share it is compared with. 1 means equal, 1.5 means half as large again. The interval works for small numbers too."
      )),
    "ratio.rate": ArticleText(
      (nb: "Forholdet mellom to rater", en: "Ratio of two rates"),
      (
        nb:
          "Sonens rate delt på raten det sammenlignes med. 1 betyr like høye. Intervallet er eksakt og tar høyde for tilfeldig variasjon i begge antallene.",
        en:
          "The zone's rate over the rate it is compared with. 1 means equal. The interval is exact and allows for random variation of both counts."
      )),
    "trend.mann-kendall": ArticleText(
      (nb: "Retning på utviklingen (Mann–Kendall)", en: "Direction of change (Mann–Kendall)"),
      (
        nb:
          "Hvert tall sammenlignes med alle senere tall: gikk det opp eller ned? Går de fleste samme vei, er det en utvikling. Testen bryr seg bare om retningen, ikke om hvor store endringene er, så ett uvanlig år betyr lite. «Ingen sikker endring» betyr at tilfeldig variasjon kan forklare det vi ser, ikke at ingenting har endret seg.",
        en:
          "Every figure is compared with all later ones: up or down? Where most go the same way there is a trend. The test looks only at direction, not at size, so one unusual year means little. «No clear change» means that random variation could explain what we see, not that nothing has changed."
      )),
    "trend.theil-sen": ArticleText(
      (nb: "Endring per år (Theil–Sen)", en: "Change per year (Theil–Sen)"),
      (
        nb:
          "Endringen per år regnes mellom alle par av år, og den midterste av dem er svaret. Enkelte uvanlige år flytter den lite. Intervallet viser hvilke endringer som passer med tallene.",
        en:
          "The change per year is computed between all pairs of years, and the middle one is the answer. Single unusual years hardly move it. The interval shows which changes fit the figures."
      )),
    "regression.line": ArticleText(
      (nb: "Endring per år (rett linje)", en: "Change per year (straight line)"),
      (
        nb:
          "En rett linje legges så nær tallene som mulig, og stigningen er endringen per år. Metoden forutsetter at utviklingen er omtrent rett og at årene ikke henger sammen. Ett uvanlig år kan trekke linjen.",
        en:
          "A straight line is laid as near the figures as possible, and its slope is the change per year. It assumes that the change is roughly straight and that years do not depend on each other. One unusual year can pull the line."
      )),
    "difference.as-reported": ArticleText(
      (nb: "Forskjell mellom to oppgitte tall", en: "Difference of two figures as given"),
      (
        nb:
          "Forskjellen mellom to tall slik kildene oppgir dem. Uten teller og nevner kan den ikke få noe intervall, og det kan ikke sies om den er større enn tilfeldig variasjon.",
        en:
          "The difference of two figures as the sources give them. Without numerator and denominator it has no interval, and nothing can be said of whether it is larger than random variation."
      )),
    "trend.mann-kendall-exact": ArticleText(
      (nb: "Retning på utviklingen (Mann–Kendall, eksakt)", en: "Direction of change (Mann–Kendall, exact)"),
      (
        nb:
          "Hvert tall sammenlignes med alle senere tall: gikk det opp eller ned? Når det er få år og ingen like verdier, regnes sannsynligheten eksakt. «Ingen sikker endring» betyr at tilfeldig variasjon kan forklare det vi ser.",
        en:
          "Every figure is compared with all later ones: up or down? With few years and no equal values the probability is computed exactly. «No clear change» means that random variation could explain what we see."
      )),
    "regression.ols": ArticleText(
      (nb: "Regresjon (minste kvadrater)", en: "Regression (least squares)"),
      (
        nb:
          "Et tall forklares av andre tall, slik at avvikene samlet blir så små som mulig. Metoden forutsetter at avvikene er like store overalt og uavhengige av hverandre.",
        en:
          "One figure is explained by others so that the deviations together are as small as possible. It assumes that the deviations are of one size everywhere and independent."
      )),
    "regression.wls": ArticleText(
      (nb: "Vektet regresjon", en: "Weighted regression"),
      (
        nb: "Som vanlig regresjon, men sikre tall teller mer enn usikre.",
        en: "Like ordinary regression, but certain figures count for more than uncertain ones."
      )),
    "regression.newey-west": ArticleText(
      (
        nb: "Endring per år (rett linje, robust usikkerhet)",
        en: "Change per year (straight line, robust uncertainty)"
      ),
      (
        nb: "En rett linje gjennom tallene, med en usikkerhet som tar høyde for at et år ligner på året før.",
        en:
          "A straight line through the figures, with an uncertainty that allows for a year resembling the year before."
      )),
    "p-value.benjamini-hochberg": ArticleText(
      (
        nb: "Justering for mange tester (Benjamini–Hochberg)",
        en: "Adjustment for many tests (Benjamini–Hochberg)"
      ),
      (
        nb:
          "Når mange soner og indikatorer testes, vil noen se uvanlige ut bare av tilfeldighet. Justeringen holder den forventede andelen falske funn nede.",
        en:
          "Where many zones and indicators are tested, some look unusual by chance alone. The adjustment keeps the expected share of false findings down."
      )),
  ]
}
