import { html, nothing, type TemplateResult } from 'lit-html';
import type { Glass } from '../core/glass.ts';
import { iconButton } from '../core/parts.ts';

interface SheetParts {
  name: string;
  title: string;
  body: TemplateResult | TemplateResult[];
  /** What stays at the foot while the rest scrolls. */
  foot?: TemplateResult;
  /** Over the whole screen rather than from below. */
  full?: boolean;
}

/** A sheet that rises over the screen of its phone; Escape and the ground beside it close it. */
export function sheet(glass: Glass, { name, title, body, foot, full }: SheetParts): TemplateResult {
  const close = (): void => glass.show(undefined);
  return html`<div class="sheet-ground ${full ? 'sheet-full' : ''}" @keydown=${onEscape(close)}>
    <div class="sheet-beside" @click=${close}></div>
    <section class="sheet" role="dialog" aria-modal="true" aria-label=${title} data-testid="sheet-${name}">
      <header class="sheet-head">
        ${iconButton({ icon: full ? 'back' : 'close', label: glass.words.close, test: 'sheet-close', press: close })}
        <h3>${title}</h3>
      </header>
      <div class="sheet-body" tabindex="0" role="group" aria-label=${title}>${body}</div>
      ${foot ? html`<footer class="sheet-foot">${foot}</footer>` : nothing}
    </section>
  </div>`;
}

const onEscape =
  (close: () => void) =>
  (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };

/** The fields of a form by name, as text. */
export function fieldsOf(event: Event): Record<string, string> {
  event.preventDefault();
  const data = new FormData(event.currentTarget as HTMLFormElement);
  return Object.fromEntries(
    [...data].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
  );
}

export const mainButton = (text: string, test: string, press?: () => void): TemplateResult =>
  html`<button
    class="main-button"
    type=${press ? 'button' : 'submit'}
    data-testid=${test}
    @click=${press ?? nothing}
  >
    ${text}
  </button>`;
