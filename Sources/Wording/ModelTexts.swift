extension Wording {
  /// Methods of regression models and joins of trends, by id.
  static let modelMethods: [String: ArticleText] = [
    "regression.poisson": ArticleText(
      (nb: "Regresjon for antall (Poisson)", en: "Regression of counts (Poisson)"),
      (
        nb:
          "Et antall hendelser forklares av andre tall, sett mot hvor mange personer de gjelder. Virkningene er prosentvise. Metoden forutsetter at antallene varierer slik sjeldne hendelser gjør, og at årene ikke henger sammen.",
        en:
          "A number of events is explained by other figures, seen against how many persons it is about. Effects are in per cent. It assumes that counts vary as rare events do and that years do not depend on each other."
      )),
    "regression.quasi-poisson": ArticleText(
      (nb: "Regresjon for antall (kvasi-Poisson)", en: "Regression of counts (quasi-Poisson)"),
      (
        nb: "Som Poisson-regresjon, men usikkerheten følger hvor mye antallene faktisk varierer.",
        en: "Like Poisson regression, but the uncertainty follows how much the counts do vary."
      )),
    "regression.logistic": ArticleText(
      (nb: "Logistisk regresjon", en: "Logistic regression"),
      (
        nb: "En andel forklares av andre tall. Virkningene gjelder oddsen, som er andelen delt på resten.",
        en:
          "A share is explained by other figures. Effects are on the odds, which are the share over the rest."
      )),
    "regression.quasi-logistic": ArticleText(
      (nb: "Logistisk regresjon (kvasi)", en: "Logistic regression (quasi)"),
      (
        nb: "Som logistisk regresjon, men usikkerheten følger hvor mye andelene faktisk varierer.",
        en: "Like logistic regression, but the uncertainty follows how much the shares do vary."
      )),
    "regression.negative-binomial": ArticleText(
      (nb: "Regresjon for antall (negativ binomisk)", en: "Regression of counts (negative binomial)"),
      (
        nb: "Som Poisson-regresjon, for antall som varierer mer enn sjeldne hendelser gjør av seg selv.",
        en: "Like Poisson regression, for counts that vary more than rare events do by themselves."
      )),
    "trend.poisson": ArticleText(
      (nb: "Prosentvis endring per år (Poisson)", en: "Change in per cent per year (Poisson)"),
      (
        nb:
          "Antall hendelser hvert år ses mot hvor mange personer det gjelder, og raten antas å endre seg med like mange prosent hvert år. Store år teller mer enn små. Intervallet forutsetter at antallene bare varierer tilfeldig; varierer de mer, sier raden det, og da er kvasi-Poisson bedre.",
        en:
          "The number of events of each year is seen against the persons it is about, and the rate is taken to change by the same per cent each year. Large years count for more than small ones. The interval assumes that counts vary by chance alone; where they vary more the row says so, and quasi-Poisson serves better."
      )),
    "trend.quasi-poisson": ArticleText(
      (nb: "Prosentvis endring per år (kvasi-Poisson)", en: "Change in per cent per year (quasi-Poisson)"),
      (
        nb:
          "Som Poisson-trenden, men intervallet blir bredere når årene varierer mer enn tilfeldigheter tilsier. Det blir aldri smalere.",
        en:
          "Like the Poisson trend, but the interval is wider where years vary more than chance would have it. It is never narrower."
      )),
    "trend.negative-binomial": ArticleText(
      (
        nb: "Prosentvis endring per år (negativ binomisk)",
        en: "Change in per cent per year (negative binomial)"
      ),
      (
        nb:
          "Som Poisson-trenden, for antall som svinger mer enn tilfeldig. Hvor mye de svinger, anslås av tallene selv.",
        en:
          "Like the Poisson trend, for counts that swing more than chance. How much they swing is estimated from the figures."
      )),
    "trend.logistic": ArticleText(
      (
        nb: "Prosentvis endring i odds per år (logistisk)",
        en: "Change of odds in per cent per year (logistic)"
      ),
      (
        nb:
          "For andeler: oddsen, som er andelen delt på resten, antas å endre seg med like mange prosent hvert år. Andelen holder seg da mellom 0 og 100 %.",
        en:
          "For shares: the odds, which are the share over the rest, are taken to change by the same per cent each year. The share then stays between 0 and 100 %."
      )),
    "trend.quasi-logistic": ArticleText(
      (
        nb: "Prosentvis endring i odds per år (kvasi-logistisk)",
        en: "Change of odds in per cent per year (quasi-logistic)"
      ),
      (
        nb:
          "Som den logistiske trenden, men intervallet blir bredere når årene varierer mer enn tilfeldigheter tilsier.",
        en:
          "Like the logistic trend, but the interval is wider where years vary more than chance would have it."
      )),
    "trend.joinpoint": ArticleText(
      (nb: "Utvikling med knekkpunkter (Joinpoint)", en: "Trend with joins (Joinpoint)"),
      (
        nb:
          "Utviklingen deles i rette stykker på logaritmisk skala, og en test avgjør hvor mange knekkpunkter tallene gir grunnlag for. Hvert stykke har sin prosentvise endring per år, og gjennomsnittet over alle årene er hovedtallet. Intervallene regner knekkpunktene som kjente. Null kan ikke brukes på denne skalaen.",
        en:
          "The trend is divided into straight parts on a logarithmic scale, and a test decides how many joins the figures warrant. Each part has its change in per cent per year, and the average over all years is the headline. Intervals take the joins as known. Zero cannot be used on this scale."
      )),
    "trend.joinpoint-poisson": ArticleText(
      (nb: "Utvikling med knekkpunkter (Poisson)", en: "Trend with joins (Poisson)"),
      (
        nb:
          "Som Joinpoint, men for antall hendelser sett mot antall personer, slik at også år uten hendelser kan være med. Antall knekkpunkter velges med BIC, som veier hvor godt linjen passer mot hvor mange knekk den har.",
        en:
          "Like Joinpoint, but for numbers of events seen against numbers of persons, so that years without events may take part. The number of joins is chosen by BIC, which weighs how well the line fits against how many bends it has."
      )),
  ]

  /// Reasons of regression models and joins of trends, by id.
  static let modelReasons: [String: ReasonText] = [
    "no-events": ReasonText(
      (nb: "det er ingen hendelser", en: "there are no events"),
      (
        nb:
          "Alle årene har null hendelser. Raten er trolig lav, men hvor mange prosent den endrer seg, kan ikke sies. Bruk en større sone eller flere år.",
        en:
          "All years have zero events. The rate is probably low, but by how many per cent it changes cannot be said. Use a larger zone or more years."
      )),
    "all-events": ReasonText(
      (nb: "alle er talt i alle år", en: "everybody is counted in all years"),
      (
        nb: "Andelen er 100 % i alle år, så oddsen er uendelig og har ingen endring.",
        en: "The share is 100 % in all years, so the odds are infinite and have no change."
      )),
    "separation": ReasonText(
      (nb: "alle hendelsene ligger i den ene enden", en: "all events are at one end"),
      (
        nb:
          "Hendelsene finnes bare i det første eller det siste av årene, eller skiller seg helt fra resten. Da kan endringen være så bratt det skal være, og tallene setter ingen grense.",
        en:
          "There are events in the first or the last of the years only, or they are fully apart from the rest. The change could then be as steep as one likes, and the figures set no limit."
      )),
    "not-converged": ReasonText(
      (nb: "beregningen falt ikke til ro", en: "the computation did not settle"),
      (
        nb: "Regnemåten nærmer seg svaret steg for steg, og kom ikke fram. Tallene er trolig svært skjeve.",
        en:
          "The computation comes closer step by step, and did not arrive. The figures are probably very uneven."
      )),
    "zero-on-log-scale": ReasonText(
      (nb: "null har ingen logaritme", en: "zero has no logarithm"),
      (
        nb:
          "Metoden regner på logaritmen av tallene, og minst ett er null eller mindre. Bruk `--method joinpoint-poisson` for antall med personer bak.",
        en:
          "The method works on the logarithm of the figures, and at least one is zero or less. Use `--method joinpoint-poisson` for counts with persons behind them."
      )),
    "not-counts": ReasonText(
      (nb: "tallene er ikke antall", en: "the figures are not counts"),
      (
        nb:
          "Metoden gjelder hendelser eller personer som telles, som antall, rater og andeler. Gjennomsnitt, medianer og indekser må ha en annen metode, for eksempel `theil-sen`.",
        en:
          "The method is for events or persons that are counted: counts, rates and shares. Means, medians and indices need another, such as `theil-sen`."
      )),
  ]

  /// Diagnostics of regression models and joins of trends, by id.
  static let modelDiagnostics: [String: DiagnosticText] = [
    "overdispersed": DiagnosticText(
      (nb: "antallene varierer mer enn metoden forutsetter", en: "counts vary more than the method assumes"),
      (
        nb:
          "Årene svinger mer enn tilfeldigheter tilsier, så intervallet er for smalt. Bruk `--method quasi-poisson` eller `quasi-logistic`.",
        en:
          "Years swing more than chance would have it, so the interval is too narrow. Use `--method quasi-poisson` or `quasi-logistic`."
      )),
    "no-overdispersion": DiagnosticText(
      (nb: "antallene varierer ikke mer enn tilfeldig", en: "counts vary no more than chance"),
      (
        nb: "Det er ingen ekstra variasjon å anslå, så svaret er Poissons.",
        en: "There is no extra variation to estimate, so the answer is Poisson's."
      )),
    "half-added": DiagnosticText(
      (nb: "en halv er lagt til alle antall", en: "one half was added to all counts"),
      (
        nb:
          "Serien har et år med null, som ikke har noen logaritme. Derfor er 0,5 lagt til alle antall. Det trekker små rater litt opp.",
        en:
          "The series has a year of zero, which has no logarithm. So 0.5 was added to all counts. That pulls small rates up a little."
      )),
  ]
}
