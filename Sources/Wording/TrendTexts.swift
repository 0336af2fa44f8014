extension Wording {
  /// Methods of trends, by id.
  static let trendMethods: [String: ArticleText] = [
    "trend.hamed-rao": ArticleText(
      (
        nb: "Retning på utviklingen når årene ligner på hverandre (Hamed–Rao)",
        en: "Direction of change where years are alike (Hamed–Rao)"
      ),
      (
        nb:
          "Mann–Kendalls test tar årene som uavhengige. Denne ser hvor mye naboår ligner på hverandre når utviklingen er trukket fra, og gjør testen forsiktigere etter det. Den blir aldri dristigere enn den vanlige testen. I korte serier hjelper den lite: med 25 år som ligner mye på hverandre, finner den fortsatt 18 falske utviklinger av 100.",
        en:
          "Mann–Kendall's test takes years for independent. This one looks at how much neighbouring years resemble each other once the trend is taken out, and makes the test more cautious accordingly. It never becomes bolder than the plain test. In short series it helps little: with 25 years that are much alike it still finds 18 false trends of 100."
      )),
    "trend.lag-one": ArticleText(
      (
        nb: "Retning på utviklingen, justert for likhet fra ett år til det neste",
        en: "Direction of change, adjusted for likeness from one year to the next"
      ),
      (
        nb:
          "Som Mann–Kendalls test, men usikkerheten er ganget opp etter hvor mye et år ligner på året før. Bare likheten mellom naboår brukes. Testen blir aldri dristigere enn den vanlige.",
        en:
          "As Mann–Kendall's test, but the uncertainty is scaled up by how much a year resembles the year before. Only the likeness of neighbours is used. The test never becomes bolder than the plain one."
      )),
    "trend.pre-whitening": ArticleText(
      (
        nb: "Retning på utviklingen etter at likheten med året før er tatt ut",
        en: "Direction of change after the likeness to the year before is taken out"
      ),
      (
        nb:
          "Først trekkes det fra som kan forklares av året før, så testes det som er igjen. Metoden er forsiktig: en virkelig utvikling gjør også at år ligner på hverandre, og noe av den går tapt. Til gjengjeld finner den færrest falske utviklinger av disse metodene.",
        en:
          "What the year before explains is taken out first, and what is left is tested. The method is cautious: a real trend also makes years resemble each other, and part of it is lost. In return it finds the fewest false trends of these methods."
      )),
    "trend.trend-free-pre-whitening": ArticleText(
      (
        nb: "Retning på utviklingen etter hviting uten trend (TFPW)",
        en: "Direction of change after trend-free pre-whitening (TFPW)"
      ),
      (
        nb:
          "Utviklingen trekkes fra, likheten mellom naboår tas ut, og utviklingen legges til igjen før testen. Metoden finner flere virkelige utviklinger, men også flere som ikke er der. Bruk den sammen med en av de andre.",
        en:
          "The trend is taken out, the likeness of neighbouring years removed, and the trend put back before the test. The method finds more real trends, and also more that are not there. Use it beside one of the others."
      )),
    "trend.bias-corrected-pre-whitening": ArticleText(
      (
        nb: "Retning på utviklingen etter hviting uten skjevhet",
        en: "Direction of change after bias-corrected pre-whitening"
      ),
      (
        nb:
          "Som hviting, men likheten mellom naboår er anslått samtidig med utviklingen og rettet for at korte serier gir for lave anslag. Metoden er noe for dristig i korte serier, men finner flere virkelige utviklinger enn vanlig hviting.",
        en:
          "As pre-whitening, but the likeness of neighbouring years is estimated together with the trend and corrected for being too low in short series. It is a little too bold in short series, but finds more real trends than plain pre-whitening."
      )),
    "trend.seasonal": ArticleText(
      (nb: "Retning på utviklingen innen årstider", en: "Direction of change within seasons"),
      (
        nb:
          "Hver måned eller hvert kvartal sammenlignes bare med den samme i andre år, og resultatene legges sammen. Da forstyrrer ikke svingningene gjennom året. Metoden regner med at årstidene i ett år er uavhengige av hverandre.",
        en:
          "Each month or quarter is compared only with the same one in other years, and the results are added. Swings through the year then do not disturb. The method assumes that the seasons of one year are independent of each other."
      )),
    "trend.seasonal-correlated": ArticleText(
      (
        nb: "Retning på utviklingen innen årstider som henger sammen",
        en: "Direction of change within seasons that go together"
      ),
      (
        nb:
          "Som testen innen årstider, men tar høyde for at et helt år kan være høyt eller lavt. Den trenger omtrent ti år, siden sammenhengen må anslås av tallene selv.",
        en:
          "As the test within seasons, but allows for a whole year being high or low. It needs about ten years, since the connection has to be estimated from the figures themselves."
      )),
    "trend.siegel": ArticleText(
      (nb: "Endring per år (Siegel)", en: "Change per year (Siegel)"),
      (
        nb:
          "For hvert år finnes den midterste endringen til alle andre år, og så den midterste av disse. Inntil halvparten av tallene kan være gale før svaret blir det. Metoden gir ikke noe intervall.",
        en:
          "For each year the middle change to all other years is found, and then the middle one of these. Up to half of the figures can be wrong before the answer is. The method gives no interval."
      )),
    "trend.overlap-corrected": ArticleText(
      (nb: "Retning på utviklingen i overlappende vinduer", en: "Direction of change of overlapping windows"),
      (
        nb:
          "Glidende vinduer deler år, og en vanlig test ville finne utviklinger som ikke er der. Her er usikkerheten regnet ut fra hvor mange år vinduene har felles. Det er en tilnærming som er litt for forsiktig når få vinduer er uten felles år. Årstall er bedre når de finnes.",
        en:
          "Rolling windows share years, and a plain test would find trends that are not there. Here the uncertainty follows from how many years the windows have in common. It is an approximation, a little too cautious where few windows have no years in common. Yearly figures are better where they exist."
      )),
    "trend.weighted-line": ArticleText(
      (nb: "Endring per år (rett linje med vekter)", en: "Change per year (weighted straight line)"),
      (
        nb:
          "En rett linje der år med mange personer teller mer enn år med få. Vektene følger nevneren og ikke det enkelte årets tall, så et år som tilfeldigvis ble lavt, regnes ikke som sikrere.",
        en:
          "A straight line in which years with many persons count for more than years with few. Weights follow the denominator and not the year's own figure, so a year that happened to be low is not taken for more certain."
      )),
    "trend.recent-shares": ArticleText(
      (nb: "Utvikling siste fem år (andel)", en: "Recent trend, five years (share)"),
      (
        nb:
          "Regelen som brukes i Englands folkehelseprofiler: de fem siste årlige tallene viser en utvikling når testen er svært klar (0,2 %), og når retningen er den samme uansett hvilket år som utelates. Med fem år må endringen være stor for å bli sett.",
        en:
          "The rule of England's public health profiles: the last five yearly figures show a trend where the test is very clear (0.2 %) and the direction is the same whichever year is left out. With five years a change must be large to be seen."
      )),
    "trend.recent": ArticleText(
      (nb: "Utvikling siste fem år", en: "Recent trend, five years"),
      (
        nb:
          "Regelen som brukes i Englands folkehelseprofiler, for rater og andre tall med intervall: år med smale intervaller teller mest, testen må være svært klar (0,2 %), og retningen den samme uansett hvilket år som utelates.",
        en:
          "The rule of England's public health profiles for rates and other figures with an interval: years with narrow intervals count most, the test must be very clear (0.2 %), and the direction the same whichever year is left out."
      )),
    "change.pettitt": ArticleText(
      (nb: "Når nivået skiftet (Pettitt)", en: "When the level shifted (Pettitt)"),
      (
        nb:
          "Testen leter etter ett tidspunkt der tallene går fra ett nivå til et annet. Bare rekkefølgen av tallene brukes. En jevn utvikling blir også funnet, som et skifte midt i. Sannsynligheten er regnet ved 9 999 tilfeldige rekkefølger.",
        en:
          "The test looks for one time at which figures go from one level to another. Only the order of the figures is used. A steady trend is found too, as a shift in its middle. The probability comes from 9,999 random orders."
      )),
    "change.pettitt-formula": ArticleText(
      (nb: "Når nivået skiftet (Pettitts formel)", en: "When the level shifted (Pettitt's formula)"),
      (
        nb:
          "Som Pettitts test, men med sannsynligheten fra hans formel for lange serier. I korte serier finner den nesten aldri noe.",
        en:
          "As Pettitt's test, but with the probability by his formula for long series. In short series it hardly ever finds anything."
      )),
    "change.snht": ArticleText(
      (nb: "Når nivået skiftet (SNHT)", en: "When the level shifted (SNHT)"),
      (
        nb:
          "Testen sammenligner gjennomsnittet før og etter hvert år og velger der forskjellen er klarest. Den ser også skifter nær endene, men ett uvanlig år ytterst kan se ut som et skifte. Sannsynligheten er regnet ved 9 999 tilfeldige serier.",
        en:
          "The test compares the mean before and after each year and picks where the difference is clearest. It sees shifts near the ends too, but one odd year at an end can look like a shift. The probability comes from 9,999 random series."
      )),
    "change.buishand": ArticleText(
      (nb: "Når nivået skiftet (Buishand)", en: "When the level shifted (Buishand)"),
      (
        nb:
          "Testen følger summen av avvikene fra gjennomsnittet. Den er best til å se skifter midt i serien. Sannsynligheten er regnet ved 9 999 tilfeldige serier.",
        en:
          "The test follows the sum of the deviations from the mean. It is best at seeing shifts in the middle of a series. The probability comes from 9,999 random series."
      )),
  ]

  /// Reasons of trends, by id.
  static let trendReasons: [String: ReasonText] = [
    "no-interval-for-siegel": ReasonText(
      (nb: "Siegels metode har ikke noe intervall", en: "Siegel's method has no interval"),
      (
        nb:
          "Det finnes ikke noe enkelt intervall for denne metoden. Theil–Sens metode har et.",
        en:
          "There is no simple interval for this method. Theil–Sen's has one."
      )),
    "no-interval-for-chosen-place": ReasonText(
      (nb: "størrelsen på skiftet har ikke noe intervall", en: "the size of the shift has no interval"),
      (
        nb:
          "Tidspunktet ble valgt der forskjellen er størst. Et vanlig intervall for forskjellen ville derfor vært for smalt.",
        en:
          "The time was chosen where the difference is largest. A plain interval of the difference would therefore be too narrow."
      )),
    "series-break": ReasonText(
      (nb: "det er et brudd i serien", en: "there is a break in the series"),
      (
        nb:
          "Tall før og etter bruddet kan ikke sammenlignes. Uten `--breaks block` testes tallene etter bruddet.",
        en:
          "Figures before and after the break cannot be compared. Without `--breaks block` the figures since the break are tested."
      )),
    "no-yearly-figures": ReasonText(
      (nb: "årstall finnes ikke", en: "there are no yearly figures"),
      (
        nb:
          "Det ble bedt om å teste årstallene bak vinduene, men bare vinduene er kjent. Prøv `--windows disjoint` eller `--windows corrected`.",
        en:
          "The yearly figures behind the windows were asked for, but only the windows are known. Try `--windows disjoint` or `--windows corrected`."
      )),
    "not-yearly": ReasonText(
      (nb: "tallene er ikke årlige", en: "the figures are not yearly"),
      (
        nb:
          "Regelen for siste fem år gjelder tall for ett år om gangen.",
        en:
          "The rule of the last five years is for figures of one year each."
      )),
    "unequal-spacing": ReasonText(
      (nb: "det er hull i serien", en: "there are holes in the series"),
      (
        nb:
          "Metoden regner i steg fra ett tidspunkt til det neste og trenger like lange steg. Theil–Sens metode tåler hull.",
        en:
          "The method counts in steps from one time to the next and needs equal steps. Theil–Sen's method bears holes."
      )),
    "cannot-reach-level": ReasonText(
      (nb: "for få perioder til at en utvikling kan påvises", en: "too few periods for a trend to be shown"),
      (
        nb:
          "Selv om alle tallene gikk samme vei, kunne testen ikke bli klar nok på dette nivået. Med 95 % trengs minst fem perioder, og flere når de overlapper. Svaret er derfor verken «øker» eller «ingen endring».",
        en:
          "Even if all figures went one way the test could not become clear enough at this level. At 95 % at least five periods are needed, and more where they overlap. The answer is therefore neither «increasing» nor «no change»."
      )),
    "no-seasons": ReasonText(
      (nb: "tallene har ikke årstider", en: "the figures have no seasons"),
      (
        nb:
          "Testen innen årstider er for måneder, kvartaler, halvår og uker. Bruk `--method theil-sen` for årstall.",
        en:
          "The test within seasons is for months, quarters, half-years and weeks. Use `--method theil-sen` for yearly figures."
      )),
    "share-of-one": ReasonText(
      (nb: "en teller er lik nevneren", en: "a numerator equals its denominator"),
      (
        nb:
          "Regelen for siste fem år kan ikke regnes når alle i et år har kjennetegnet.",
        en:
          "The rule of the last five years cannot be computed where everybody in a year has the trait."
      )),
    "random-walk": ReasonText(
      (nb: "tallene henger for tett sammen", en: "the figures hang together too closely"),
      (
        nb:
          "Hvert tall er så likt det forrige at ingenting er igjen å teste når likheten er tatt ut.",
        en:
          "Each figure is so like the one before that nothing is left to test once the likeness is taken out."
      )),
  ]

  /// Diagnostics of trends, by id.
  static let trendDiagnostics: [String: DiagnosticText] = [
    "short-for-method": DiagnosticText(
      (nb: "serien er kort for metoden", en: "the series is short for the method"),
      (
        nb:
          "Metoden anslår også hvordan årene henger sammen eller svinger, og det krever flere år. I korte serier finner den utviklinger som ikke er der. Se kalibreringen.",
        en:
          "The method also estimates how years hang together or swing, which needs more years. In short series it finds trends that are not there. See the calibration."
      )),
    "autocorrelated": DiagnosticText(
      (nb: "årene ligner på hverandre", en: "years resemble each other"),
      (
        nb:
          "Tallene for naboår ligner mer på hverandre enn tilfeldigheter tilsier, også når utviklingen er trukket fra. Testen blir da for dristig: opptil 20 av 100 serier uten utvikling kan se ut som de har en. Prøv `--method pre-whitening` eller `--method lag-one`.",
        en:
          "Figures of neighbouring years resemble each other more than chance allows, also once the trend is taken out. The test is then too bold: up to 20 of 100 series without a trend can look as if they had one. Try `--method pre-whitening` or `--method lag-one`."
      )),
    "correction-held": DiagnosticText(
      (nb: "justeringen er holdt tilbake", en: "the correction was held back"),
      (
        nb:
          "Formelen ville gjort testen dristigere enn den vanlige. Det skjer lett av tilfeldigheter i korte serier, så den vanlige usikkerheten er brukt.",
        en:
          "The formula would have made the test bolder than the plain one. In short series that easily happens by chance, so the plain uncertainty was used."
      )),
    "single-point-trend": DiagnosticText(
      (nb: "endringen henger på ett år", en: "the change hangs on one year"),
      (
        nb:
          "Uten dette ene året ville retningen vært en annen. Regelen for siste fem år regner det derfor ikke som en utvikling.",
        en:
          "Without that one year the direction would be another. The rule of the last five years therefore does not call it a trend."
      )),
    "overlap-corrected": DiagnosticText(
      (
        nb: "vinduene deler år, og usikkerheten er rettet for det",
        en: "windows share years, and the uncertainty allows for it"
      ),
      (
        nb:
          "Testen er gjort på glidende vinduer med en usikkerhet som tar høyde for årene de har felles. Det er en tilnærming. Årstall gir et bedre svar der de finnes.",
        en:
          "The test was made on rolling windows with an uncertainty that allows for the years they have in common. It is an approximation. Yearly figures give a better answer where they exist."
      )),
    "since-break": DiagnosticText(
      (nb: "bare tall etter bruddet i serien", en: "only figures since the break in the series"),
      (
        nb:
          "Serien har et brudd, og tallene før det kan ikke sammenlignes med dem etter. Utviklingen gjelder fra bruddet.",
        en:
          "The series has a break, and figures before it cannot be compared with those after. The trend is the one since the break."
      )),
    "yearly-figures": DiagnosticText(
      (nb: "utviklingen er testet på årstall", en: "the trend was tested on yearly figures"),
      (
        nb:
          "Indikatoren vises som sum over flere år. Utviklingen er testet på tallene for hvert år, siden vinduer som deler år, ikke er uavhengige.",
        en:
          "The indicator is shown as a sum over several years. The trend was tested on the figures of each year, since windows that share years are not independent."
      )),
    "disjoint-windows": DiagnosticText(
      (
        nb: "utviklingen er testet på vinduer uten felles år",
        en: "the trend was tested on windows without years in common"
      ),
      (
        nb:
          "Bare vinduer som ikke deler år, er brukt, regnet bakover fra det siste. Det gir færre punkter, men de er uavhengige.",
        en:
          "Only windows that share no years are used, counted back from the last. That gives fewer points, but independent ones."
      )),
    "bounds-of-hidden": DiagnosticText(
      (nb: "grenser i stedet for skjulte tall", en: "bounds instead of hidden figures"),
      (
        nb:
          "Noen tall er skjult, men det er kjent hvilke tall de kan være. Raden sier hva utviklingen kan være, og gir bare en retning når alle mulige tall gir den samme.",
        en:
          "Some figures are hidden, but which numbers they can be is known. The row says what the trend could be, and gives a direction only where all possible numbers give the same."
      )),
  ]
}
