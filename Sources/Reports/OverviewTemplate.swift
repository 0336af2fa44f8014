/// The skeleton of the overview page, in Mustache. `{{…}}` is escaped; `{{{…}}}` holds markup made by code. Words of users
/// stand between tags only, never in an attribute.
enum OverviewTemplate {
  static let page = """
    <!DOCTYPE html>
    <html lang="{{lang}}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="generator" content="levekar">
    <title>{{title}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <a class="skip" href="#content">{{skip}}</a>
    <header>
    <h1>{{title}}</h1>
    <p class="muted">{{edition}}</p>
    {{#failures}}<p>{{.}}</p>
    {{/failures}}
    {{#constructed}}<p><strong class="mark">{{mark}}</strong> {{note}}</p>
    {{/constructed}}
    </header>
    <main id="content" tabindex="-1">
    <section aria-labelledby="short">
    <h2 id="short">{{inShort}}</h2>
    <ul>
    {{#findings}}<li>{{.}}</li>
    {{/findings}}
    </ul>
    <p class="muted">{{effectNote}}</p>
    </section>
    <nav aria-labelledby="contents">
    <h2 id="contents">{{contents}}</h2>
    <ul>
    {{#goals}}<li><a href="#{{anchor}}">{{name}}</a></li>
    {{/goals}}
    <li><a href="#about">{{about}}</a></li>
    </ul>
    </nav>
    {{#goals}}
    <section aria-labelledby="{{anchor}}">
    <h2 id="{{anchor}}">{{name}}</h2>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{anchor}}-c">
    <table>
    <caption id="{{anchor}}-c"><span>{{caption}}</span></caption>
    <thead><tr><th scope="col">{{head.indicator}}</th>{{#head.zone}}<th scope="col">{{.}}</th>{{/head.zone}}<th scope="col">{{head.period}}</th><th scope="col" class="n">{{head.value}}</th><th scope="col" class="n">{{head.comparator}}</th><th scope="col" class="n">{{head.difference}}</th><th scope="col">{{head.verdict}}</th><th scope="col">{{head.trend}}</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row"><a href="#{{anchor}}">{{name}}</a>{{#mark}} <span class="mark">{{.}}</span>{{/mark}}</th>{{#zone}}<td>{{.}}</td>{{/zone}}<td class="v">{{period}}</td>{{#cells}}<td class="{{css}}">{{#spoken}}<span aria-hidden="true">{{text}}</span><span class="sr">{{spoken}}</span>{{/spoken}}{{^spoken}}{{text}}{{/spoken}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    <div class="cards">
    {{#rows}}
    <article class="card" aria-labelledby="{{anchor}}">
    <h3 id="{{anchor}}">{{heading}}</h3>
    {{#bigMark}}<p><strong class="mark">{{.}}</strong></p>{{/bigMark}}
    {{#remarks}}<p>{{.}}</p>
    {{/remarks}}
    <figure>
    <figcaption>{{finding}}{{#unit}} <span class="muted">({{.}})</span>{{/unit}}</figcaption>
    {{{chart}}}
    </figure>
    {{#guide}}
    <details>
    <summary>{{title}}</summary>
    <ul>{{#lines}}<li>{{.}}</li>{{/lines}}</ul>
    </details>
    {{/guide}}
    <details>
    <summary>{{showFigures}}</summary>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="{{anchor}}-c">
    <table>
    <caption id="{{anchor}}-c"><span>{{data.caption}}</span></caption>
    <thead><tr>{{#data.heads}}<th scope="col" class="{{css}}">{{text}}</th>{{/data.heads}}</tr></thead>
    <tbody>
    {{#data.rows}}<tr><th scope="row">{{period}}</th>{{#cells}}<td class="n">{{#spoken}}<span aria-hidden="true">{{text}}</span><span class="sr">{{spoken}}</span>{{/spoken}}{{^spoken}}{{text}}{{/spoken}}</td>{{/cells}}</tr>
    {{/data.rows}}
    </tbody>
    </table>
    </div>
    </details>
    {{#description}}<p>{{.}}</p>{{/description}}
    {{#baseline}}<p>{{.}}</p>{{/baseline}}
    {{#breaks}}<p>{{.}}</p>
    {{/breaks}}
    {{#source}}<p class="muted">{{.}}</p>{{/source}}
    </article>
    {{/rows}}
    </div>
    </section>
    {{/goals}}
    <section aria-labelledby="about">
    <h2 id="about">{{about}}</h2>
    {{#notes}}<p>{{.}}</p>
    {{/notes}}
    <ul>
    {{#signs}}<li><strong>{{sign}}</strong> – {{meaning}}</li>
    {{/signs}}
    </ul>
    {{#methods}}<p><strong>{{title}}.</strong> {{body}}</p>
    {{/methods}}
    </section>
    </main>
    <footer><p class="muted">{{footer}}</p></footer>
    </body>
    </html>

    """
}
