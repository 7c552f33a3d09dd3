import { nameOf, page, type Page } from '../page/render.ts';
import { html, type Html } from '../page/html.ts';
import { mayTurnOn, type Choice, type Preferences } from './choices.ts';
import { pageLanguages, type PageLanguage } from './page-words.ts';
import type { PageWords } from './words/page-shape.ts';

interface Shown {
  preferences: Preferences;
  language: PageLanguage;
  /** After saving: whether anything had changed. */
  saved?: 'saved' | 'nothingChanged' | undefined;
}

const look = { color: '#2f6f7e', title: '' };

/** What somebody gets, and switches for it: one column, large enough for a thumb, and without a script. */
export function preferencesPage({ preferences, language, saved }: Shown): Page {
  const words = pageLanguages[language];
  const { brand, choices, phone, stoppedInWhatsapp, languages } = preferences;
  const said = (text: string): string =>
    text.replaceAll('{brand}', () => brand).replaceAll('{phone}', () => masked(phone));
  const isAnythingOn = choices.some(({ on }) => on);
  return page({ brand, look: { ...look, title: said(words.title) } }, language, [
    saved !== undefined && html`<p role="status"><b>${words[saved]}</b></p>`,
    html`<h1>${said(words.title)}</h1>
      <p class="soft">${said(words.about)}</p>
      ${
        stoppedInWhatsapp &&
        html`<div class="note">
          <b>${words.stoppedTitle}</b>
          <p>${said(words.stopped)}</p>
        </div>`
      }
      <form method="post" action="?lang=${language}">
        <fieldset aria-label="${said(words.title)}">
          ${choices.map((choice, at) => switchOf(choice, language, isSaidBefore(choices, at)))}
        </fieldset>
        <button name="do" value="save">${words.save}</button>
        ${isAnythingOn && html`<button class="second" name="do" value="stop">${words.stopAll}</button>`}
        <p class="soft">${said(words.answers)}</p>
      </form>`,
    languageLinks(languages, language),
  ]);
}

/** What several notices say alike is read once. */
const isSaidBefore = (choices: readonly Choice[], at: number): boolean =>
  choices.slice(0, at).some(({ on, notice }) => !on && notice?.body === choices[at]!.notice?.body);

function switchOf(choice: Choice, language: PageLanguage, isSaid: boolean): Html {
  const { purpose, whole, on, notice } = choice;
  const { name, explanation } = wordsOf(choice, language);
  const isShut = !on && !mayTurnOn(choice);
  return html`<label class="choice ${purpose !== whole && html`part`}"
    ><input
      type="checkbox"
      name="purpose"
      value="${purpose}"
      ${on && html`checked`}
      ${isShut && html`disabled`}
    /><span
      ><b>${name}</b><span class="soft">${explanation}</span>${
        isShut
          ? html`<span class="soft"> ${pageLanguages[language].cannotAgree}</span>`
          : !on &&
            notice &&
            !isSaid &&
            html`<span class="soft pre line" lang="${notice.language}">${notice.body}</span>`
      }</span
    ></label
  >`;
}

/** What they would agree to, where that is written in this language; or else as the workspace calls it, or as we do. */
function wordsOf({ purpose, whole, notice, texts }: Choice, language: PageLanguage): PageWords[typeof whole] {
  const approved = notice?.purposes.find((each) => each.purpose === purpose);
  if (approved && notice?.language.split('-', 1)[0] === language) return approved;
  const own = texts[language];
  if (own !== undefined) return own;
  return purpose === whole
    ? pageLanguages[language][whole]
    : (texts['en'] ?? Object.values(texts)[0] ?? { name: purpose, explanation: '' });
}

/** Enough to know whose it is, and no more for whoever looks over a shoulder. */
const masked = (phone: string | null): string => (phone === null ? 'WhatsApp' : `•••• ${phone.slice(-4)}`);

function languageLinks(languages: readonly PageLanguage[], shown: PageLanguage): Html {
  const others = languages.filter((language) => language !== shown);
  return html`<nav>
    ${others.map((each) => html`<a href="?lang=${each}" lang="${each}" hreflang="${each}">${nameOf(each)}</a>`)}
  </nav>`;
}

/** For a link that was ours and is too old, or of somebody who is not there any more. */
export function tooOldPage(language: PageLanguage): Page {
  const words = pageLanguages[language];
  return page({ brand: 'WhatsApp', look: { ...look, title: words.tooOld } }, language, [
    html`<h1>${words.tooOld}</h1>
      <p>${words.tooOldAbout}</p>`,
    languageLinks(['en', 'hi'], language),
  ]);
}
