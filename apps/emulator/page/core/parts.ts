import { html, nothing, type TemplateResult } from 'lit-html';
import { styled } from './styled.ts';
import { hueOf, initialOf, phoneNumber } from './format.ts';
import { icon, officialMark, type IconName } from './icons.ts';
import type { Words } from './words.ts';
import { ownImage } from './own-picture.ts';

export function avatar(name: string, picture?: string, kind = 'person'): TemplateResult {
  const tint = { '--hue': String(hueOf(name)) };
  return html`<span class="avatar avatar-${kind}" ${styled(tint)} aria-hidden="true">
    ${ownImage(picture, isNumber(name) ? icon('person') : initialOf(name))}
  </span>`;
}

/** Who is not in the address book stands there by number. */
const isNumber = (name: string): boolean => /^\+\d{7,15}$/.test(name);

/** A name with the mark of an official account, which stays when the name is cut. */
export const named = (name: string, official: boolean | undefined, words: Words): TemplateResult =>
  html`<span class="named"
    ><span>${isNumber(name) ? phoneNumber(name.slice(1)) : name}</span
    >${official ? officialMark(words.official) : nothing}</span
  >`;

interface IconButton {
  icon: IconName;
  label: string;
  test?: string;
  press: () => void;
  pressed?: boolean;
}

export const iconButton = ({ icon: name, label, test, press, pressed }: IconButton): TemplateResult =>
  html`<button
    type="button"
    class="icon-button"
    aria-label=${label}
    title=${label}
    data-testid=${test ?? nothing}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    @click=${press}
  >
    ${icon(name)}
  </button>`;

interface Row {
  icon?: IconName;
  text: string;
  detail?: string | undefined;
  test?: string;
  press: () => void;
  tone?: 'danger' | 'accent';
}

/** A line of a menu or of settings that does something. */
export const actionRow = ({ icon: name, text, detail, test, press, tone }: Row): TemplateResult =>
  html`<button
    type="button"
    class="action-row ${tone ? `tone-${tone}` : ''}"
    data-testid=${test ?? nothing}
    @click=${press}
  >
    ${name ? icon(name) : nothing}
    <span class="action-text">${text}${detail ? html`<small>${detail}</small>` : nothing}</span>
  </button>`;
