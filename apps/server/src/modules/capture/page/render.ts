import type { NoticeShown } from '../../consent/index.ts';
import { hash } from 'node:crypto';
import type { EntryPoint } from '../entry-point.ts';
import type { CaptureWords } from '../words/capture-words.ts';
import { directionOf, fill, wordsIn } from '../words/words-in.ts';
import { html, type Html } from './html.ts';
import { styleOf } from './style.ts';

export interface Page {
  text: string;
  /** What the page may load and do, which is next to nothing. */
  policy: string;
}

type Shown = Pick<EntryPoint, 'brand' | 'look' | 'code'>;

interface FormPage {
  point: Shown;
  notice: NoticeShown;
  languages: readonly string[];
  token: string;
  /** What comes back with the form: where somebody came from. */
  query: string;
  typed: { phone: string; purposes: readonly string[] };
  problem?: keyof CaptureWords;
}

/** The form: nothing is ticked that somebody did not tick. */
export function formPage({ point, notice, languages, token, query, typed, problem }: FormPage): Page {
  const words = wordsIn(notice.language);
  const { look, brand } = point;
  const action = `?${query}`;
  return page(point, notice.language, [
    html`<h1>${look.title || fill(words.title, brand)}</h1>
      ${look.text && html`<p class="pre">${look.text}</p>`}
      ${problem && html`<p class="problem" role="alert">${words[problem]}</p>`}
      <form method="post" action="${action}">
        <input type="hidden" name="token" value="${token}" />
        <input type="hidden" name="language" value="${notice.language}" />
        <div class="trap" aria-hidden="true">
          <label>Website <input name="website" tabindex="-1" autocomplete="off" /></label>
        </div>
        <h2>${notice.heading}</h2>
        <p class="pre soft">${notice.body}</p>
        <fieldset aria-label="${notice.heading}">
          ${notice.purposes.map((purpose) => choice(purpose, typed.purposes))}
        </fieldset>
        <label class="field" for="phone">${words.phone}</label>
        <input
          class="phone"
          id="phone"
          name="phone"
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          dir="ltr"
          required
          maxlength="40"
          value="${typed.phone || '+91 '}"
        />
        <button>${notice.agree}</button>
        <p class="soft">${words.stopAnyTime}</p>
        ${notice.termsUrl && html`<p class="soft"><a href="${notice.termsUrl}" rel="noopener">${words.terms}</a></p>`}
      </form>`,
    languageLinks(languages, notice.language, query),
  ]);
}

const choice = (
  { purpose, name, explanation }: NoticeShown['purposes'][number],
  ticked: readonly string[],
): Html =>
  html`<label class="choice"
    ><input
      type="checkbox"
      name="purpose"
      value="${purpose}"
      ${ticked.includes(purpose) && html`checked`}
    /><span><b>${name}</b><span class="soft">${explanation}</span></span></label
  >`;

/** In its own words. */
export const nameOf = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;

function languageLinks(languages: readonly string[], shown: string, query: string): Html | null {
  if (languages.length < 2) return null;
  const addressOf = (language: string): string => {
    const params = new URLSearchParams(query);
    params.set('lang', language);
    return `?${params.toString()}`;
  };
  const others = languages.filter((language) => language !== shown);
  return html`<nav>
    ${others.map((each) => html`<a href="${addressOf(each)}" lang="${each}" hreflang="${each}">${nameOf(each)}</a>`)}
  </nav>`;
}

interface DonePage {
  point: Shown;
  language: string;
  /** Opens WhatsApp: with the message that confirms, or to say hello. */
  chatUrl: string | null;
  /** Asks in WhatsApp for the page of their choices: on the web anybody may have typed this number. */
  choicesUrl: string | null;
  state: 'accepted' | 'waiting';
  isTest: boolean;
}

export function donePage({ point, language, chatUrl, choicesUrl, state, isTest }: DonePage): Page {
  const words = wordsIn(language);
  const waits = state === 'waiting';
  return page(point, language, [
    isTest && html`<p class="soft">Test: nothing was kept.</p>`,
    html`<h1>${waits ? words.confirmTitle : words.thanksTitle}</h1>
      <p>${waits ? words.confirmText : fill(words.thanksText, point.brand)}</p>
      ${chatUrl && html`<a class="button" href="${chatUrl}" rel="noopener">${words.openWhatsApp}</a>`}
      <p class="soft">${words.stopAnyTime}</p>
      ${choicesUrl && html`<p><a href="${choicesUrl}" rel="noopener">${words.changeChoices}</a></p>`}`,
  ]);
}

/** Without a form: closed, or gone. */
export const wordsPage = (point: Shown, language: string, word: keyof CaptureWords): Page =>
  page(point, language, [html`<h1>${wordsIn(language)[word]}</h1>`]);

interface Head {
  brand: string;
  look: { color: string; title: string };
}

/** A page of the business: its name above, and a card. */
export function page({ brand, look }: Head, language: string, parts: readonly (Html | false | null)[]): Page {
  const style = styleOf(look.color);
  // Whole, for its hash is of every character in it.
  const styleElement = { markup: `<style>${style}</style>` };
  const words = wordsIn(language);
  const { markup: text } = html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${look.title || fill(words.title, brand)}</title>
        ${styleElement}
      </head>
      <body>
        <main>
          <header>
            <span class="mark" aria-hidden="true">${Array.from(brand)[0] ?? ''}</span
            ><span class="brand">${brand}</span>
          </header>
          <div class="card">${parts}</div>
        </main>
      </body>
    </html>`;
  const policy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  return { text, policy };
}
