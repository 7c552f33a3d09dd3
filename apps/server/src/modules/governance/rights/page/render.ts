import { html, page, type Html, type Page } from '../../../capture/index.ts';
import type { RightsKind } from '../request-row.ts';
import { pageLanguages, type PageLanguage } from './page-words.ts';

interface Head {
  brand: string;
  language: PageLanguage;
  /** Who answers questions; empty for nobody in particular. */
  contact: string;
}

const look = { color: '#1f5f73', title: '' };

function framed({ brand, language, contact }: Head, parts: readonly (Html | false)[]): Page {
  const words = pageLanguages[language];
  const title = words.title.replace('{brand}', () => brand);
  const other = language === 'en' ? (['hi', 'हिन्दी'] as const) : (['en', 'English'] as const);
  return page({ brand, look: { ...look, title } }, language, [
    ...parts,
    contact !== '' && html`<p class="soft">${words.contact.replace('{contact}', () => contact)}</p>`,
    html`<nav><a href="?lang=${other[0]}" lang="${other[0]}" hreflang="${other[0]}">${other[1]}</a></nav>`,
  ]);
}

export function askPage(head: Head, problem: 'choose' | 'tooOften' | null): Page {
  const words = pageLanguages[head.language];
  return framed(head, [
    html`<h1>${words.title.replace('{brand}', () => head.brand)}</h1>
      <p class="soft">${words.about}</p>
      ${problem !== null && html`<p class="problem" role="alert">${words[problem]}</p>`}
      <form method="post" action="?lang=${head.language}">
        <div class="trap" aria-hidden="true">
          <label>Website <input name="website" tabindex="-1" autocomplete="off" /></label>
        </div>
        <fieldset aria-label="${words.choose}">
          ${(Object.entries(words.kinds) as [RightsKind, readonly [string, string]][]).map(
            ([kind, [name, about]]) =>
              html`<label class="choice"
                ><input type="radio" name="kind" value="${kind}" required /><span
                  ><b>${name}</b><span class="soft">${about}</span></span
                ></label
              >`,
          )}
        </fieldset>
        <label class="field" for="said">${words.said}</label>
        <textarea class="phone" id="said" name="said" rows="3" maxlength="1000"></textarea>
        <button>${words.go}</button>
      </form>`,
  ]);
}

interface Next {
  chatUrl: string;
  due: string;
}

export function nextPage(head: Head, { chatUrl, due }: Next): Page {
  const words = pageLanguages[head.language];
  return framed(head, [
    html`<h1>${words.nextTitle}</h1>
      <p>${words.next}</p>
      <a class="button" href="${chatUrl}" rel="noopener">${words.open}</a>
      <p class="soft">${words.answer.replace('{due}', () => due)}</p>`,
  ]);
}
