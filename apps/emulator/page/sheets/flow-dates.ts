import { html, type TemplateResult } from 'lit-html';
import type { ShownComponent } from '../../src/flows/runtime/view.ts';
import type { Json } from '../../src/world/json.ts';
import { isObject } from '../../src/world/json.ts';
import { enter, type FlowAt } from './flow-at.ts';
import { textOf, type Properties } from './flow-values.ts';

interface Day {
  label: string;
  hint: string;
  value: string;
  change: (day: string) => void;
}

/** The browser's own calendar; which days are open, the Flow's runtime says. */
const dayField = (
  { 'min-date': min, 'max-date': max, enabled }: Properties,
  { label, hint, value, change }: Day,
): TemplateResult =>
  html`<label class="field">
    <span>${label}</span>
    <input
      type="date"
      .value=${value}
      min=${typeof min === 'string' ? min : ''}
      max=${typeof max === 'string' ? max : ''}
      ?disabled=${enabled === false}
      @change=${({ target }: Event) => change((target as HTMLInputElement).value)}
    />
    <small>${hint}</small>
  </label>`;

export const datePicker = (at: FlowAt, { name, properties, value }: ShownComponent): TemplateResult =>
  dayField(properties, {
    label: textOf(properties, 'label'),
    hint: textOf(properties, 'helper-text'),
    value: typeof value === 'string' ? value : '',
    change: (day) => enter(at, name, day),
  });

export function calendar(at: FlowAt, component: ShownComponent): TemplateResult {
  const { name, properties, value } = component;
  if (properties['mode'] !== 'range') return datePicker(at, component);
  const range = isObject(value) ? value : {};
  const labels = isObject(properties['label']) ? properties['label'] : {};
  const hints = isObject(properties['helper-text']) ? properties['helper-text'] : {};
  return html`<fieldset class="rows">
    <legend>${textOf(properties, 'title')}</legend>
    ${(['start-date', 'end-date'] as const).map((end) =>
      dayField(properties, {
        label: textOf(labels, end),
        hint: textOf(hints, end),
        value: textOf(range, end),
        change: (day) => enter(at, name, { ...(range as Record<string, Json>), [end]: day }),
      }),
    )}
  </fieldset>`;
}
