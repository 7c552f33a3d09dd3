import { html, type TemplateResult } from 'lit-html';
import type { Json } from '../../src/world/json.ts';
import { fieldsOf } from '../sheets/sheet.ts';

export type Settings = Record<string, Record<string, Json>>;

/** `reviewSeconds` as words: review seconds. */
const wordsOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const shown = (value: Json): string => {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** What was typed, as the kind of value that stands there now. */
export function readAs(current: Json | undefined, typed: string): Json {
  if (typeof current === 'boolean') return typed === 'on';
  if (typeof current === 'number') return Number(typed);
  if (!Array.isArray(current)) return typed;
  const parts = typed
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return typeof current[0] === 'number' ? parts.map(Number) : parts;
}

export function settingForms(
  settings: Settings,
  change: (name: string, values: object) => void,
): TemplateResult {
  return html`<div class="desk-settings">
    ${Object.entries(settings).map(([name, values]) => {
      const submit = (event: Event): void => {
        const typed = fieldsOf(event);
        const entries = Object.entries(values).map(([key, now]) => [key, readAs(now, typed[key] ?? '')]);
        change(name, Object.fromEntries(entries));
      };
      return html`<details class="desk-setting">
        <summary data-testid="settings-${name}">${wordsOf(name).replaceAll('-', ' ')}</summary>
        <form class="desk-form" @submit=${submit}>
          ${Object.entries(values).map(([key, value]) => valueField(name, key, value))}
          <p><button type="submit" class="strip-button" data-testid="change-${name}">Change</button></p>
        </form>
      </details>`;
    })}
  </div>`;
}

const valueField = (group: string, name: string, value: Json): TemplateResult =>
  typeof value === 'boolean'
    ? html`<label class="switch">
        <input type="checkbox" role="switch" name=${name} .checked=${value} data-testid="${group}-${name}" />
        <span>${wordsOf(name)}</span>
      </label>`
    : html`<label class="choice">
        <span>${wordsOf(name)}</span>
        <input name=${name} .value=${shown(value)} data-testid="${group}-${name}" />
      </label>`;
