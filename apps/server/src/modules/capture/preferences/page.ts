import { page, type Page } from '../page/render.ts';
import { html, type Html } from '../page/html.ts';
import { mayTurnOn, type Choice, type Preferences } from './choices.ts';
import { pageLanguages, type PageLanguage, type PageWords } from './page-words.ts';

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
  const { brand, choices, phone, stoppedInWhatsapp } = preferences;
  const said = (text: string): string =>
    text.replaceAll('{brand}', () => brand).replaceAll('{phone}', () => masked(phone));
  const isAnythingOn = choices.some(({ on }) => on);
  return page({ brand, look: { ...look, title: said(words.title) } }, language, [
    saved !== undefined && html`<p role="status"><b>${words[saved]}</b></p>`,
    html`<h1>${said(words.title)}</h1>
      <p class="soft">${said(words.about)}</p>
      <form method="post" action="?lang=${language}">
        <fieldset aria-label="${said(words.title)}">
          ${choices.map((choice) => switchOf(choice, words))}
        </fieldset>
        ${stoppedInWhatsapp && html`<p class="soft">${words.inWhatsapp}</p>`}
        <button name="do" value="save">${words.save}</button>
        ${isAnythingOn && html`<button name="do" value="stop">${words.stopAll}</button>`}
        <p class="soft">${said(words.answers)}</p>
      </form>`,
    otherLanguage(language),
  ]);
}

function switchOf(choice: Choice, words: PageWords): Html {
  const { purpose, on, notice } = choice;
  const said = notice?.purposes.find((each) => each.purpose === purpose) ?? words[purpose];
  const isShut = !on && !mayTurnOn(choice);
  return html`<label class="choice"
    ><input
      type="checkbox"
      name="purpose"
      value="${purpose}"
      ${on && html`checked`}
      ${isShut && html`disabled`}
    /><span
      ><b>${said.name}</b><span class="soft">${said.explanation}</span>${
        isShut
          ? html`<span class="soft"> ${words.cannotAgree}</span>`
          : !on && notice && html`<span class="soft pre"> ${notice.body}</span>`
      }</span
    ></label
  >`;
}

/** Enough to know whose it is, and no more for whoever looks over a shoulder. */
const masked = (phone: string | null): string => (phone === null ? 'WhatsApp' : `•••• ${phone.slice(-4)}`);

const otherLanguage = (language: PageLanguage): Html =>
  language === 'en'
    ? html`<nav><a href="?lang=hi" lang="hi" hreflang="hi">हिन्दी</a></nav>`
    : html`<nav><a href="?lang=en" lang="en" hreflang="en">English</a></nav>`;

/** For a link that was ours and is too old, or of somebody who is not there any more. */
export function tooOldPage(language: PageLanguage): Page {
  const words = pageLanguages[language];
  return page({ brand: 'WhatsApp', look: { ...look, title: words.tooOld } }, language, [
    html`<h1>${words.tooOld}</h1>
      <p>${words.tooOldAbout}</p>`,
    otherLanguage(language),
  ]);
}
