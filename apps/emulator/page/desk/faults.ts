import { html, nothing, type TemplateResult } from 'lit-html';
import type { Effect, Fault, Point } from '../../src/faults/faults.ts';
import type { EntriesView } from '../../src/phones/view.ts';
import { ask, json, type Api } from '../core/api.ts';
import { PageClock } from '../core/clock.ts';
import { fieldsOf } from '../sheets/sheet.ts';
import { strip, timeWords } from '../world/strip.ts';
import { effects, effectWords, figures, orderOf, points } from './effects.ts';
import { settingForms, type Settings } from './settings.ts';

/** What goes wrong in the world: ordered, listed, called off; and how it behaves where Meta leaves a choice. */
export class FaultDesk {
  readonly clock: PageClock;
  rules: Fault[] = [];
  numbers: EntriesView['businesses'] = [];
  places: string[] = [];
  settings: Settings = {};
  chosen: Effect['type'] = 'error';
  /** What was refused, or what was done, for everybody to hear. */
  said = '';
  isTrouble = false;
  readonly #api: Api;
  readonly #draw: () => void;

  constructor(api: Api, draw: () => void) {
    this.#api = api;
    this.#draw = draw;
    this.clock = new PageClock(api, draw);
  }

  async start(): Promise<void> {
    await this.#try(async () => {
      const [entries, places, settings] = await Promise.all([
        this.#api.entries(),
        ask<string[]>('/world/edges'),
        ask<Settings>('/world/settings'),
      ]);
      Object.assign(this, { numbers: entries.businesses, places, settings });
      await Promise.all([this.clock.read(), this.#read()]);
    });
  }

  choose(chosen: Effect['type']): void {
    this.chosen = chosen;
    this.#draw();
  }

  order(fields: Record<string, string>): Promise<void> {
    return this.#try(async () => {
      await ask('/world/faults', json(orderOf(fields)));
      this.said = 'Ordered.';
      await this.#read();
    });
  }

  callOff(id?: string): Promise<void> {
    return this.#try(async () => {
      await ask(`/world/faults${id === undefined ? '' : `/${id}`}`, { method: 'DELETE' });
      this.said = 'Called off.';
      await this.#read();
    });
  }

  readAgain(): Promise<void> {
    return this.#try(() => this.#read());
  }

  change(name: string, values: object): Promise<void> {
    return this.#try(async () => {
      this.settings = {
        ...this.settings,
        [name]: await ask(`/world/settings/${name}`, json(values, 'PATCH')),
      };
      this.said = `Changed ${name}.`;
    });
  }

  async #read(): Promise<void> {
    this.rules = await ask('/world/faults');
  }

  async #try(act: () => Promise<void>): Promise<void> {
    this.isTrouble = false;
    try {
      await act();
    } catch (error) {
      this.isTrouble = true;
      this.said = error instanceof Error ? error.message : String(error);
    }
    this.#draw();
  }
}

export function faultPage(desk: FaultDesk): TemplateResult {
  return html`
    ${strip(desk.clock, 'faults')}
    <main class="desk" aria-label="Faults">
      <p class="desk-said ${desk.isTrouble ? 'bad' : ''}" role="status" data-testid="said">${desk.said}</p>
      <div class="desk-halves">${orderForm(desk)} ${ruleList(desk)}</div>
      <section aria-labelledby="settings-title">
        <h2 id="settings-title">Settings</h2>
        <p class="desk-hint">How the world behaves where Meta leaves a choice or names no figure.</p>
        ${settingForms(desk.settings, (name, values) => void desk.change(name, values))}
      </section>
    </main>
  `;
}

function orderForm(desk: FaultDesk): TemplateResult {
  const { point, figures: wanted } = effects[desk.chosen];
  const submit = (event: Event): void => void desk.order(fieldsOf(event));
  const choose = ({ target }: Event): void =>
    desk.choose((target as HTMLSelectElement).value as Effect['type']);
  return html`<form class="desk-form" aria-labelledby="order-title" @submit=${submit}>
    <h2 id="order-title">Order a fault</h2>
    <label class="choice">
      <span>What happens</span>
      <select name="type" data-testid="fault-type" @change=${choose}>
        ${(Object.keys(points) as Point[]).map(effectGroup)}
      </select>
    </label>
    ${Object.entries(wanted).map(([name, need]) => figureField(name as keyof typeof figures, need))}
    ${numberField({ name: 'share', label: 'Share in %', value: '100', most: 100 })}
    <label class="choice">
      <span>Number</span>
      <select name="number" data-testid="fault-number">
        <option value="">all numbers</option>
        ${desk.numbers.map(({ number, name }) => html`<option value=${number}>${name} · ${number}</option>`)}
      </select>
    </label>
    ${point === 'message' ? nothing : placeField(desk, point)}
    ${numberField({ name: 'after', label: 'Begins in', value: '', hint: 'seconds; at once' })}
    ${numberField({ name: 'lasts', label: 'Lasts', value: '', hint: 'seconds; until called off' })}
    ${numberField({ name: 'most', label: 'At most', value: '', hint: 'times; without end', least: 1 })}
    <p>
      <button class="strip-button strip-main" type="submit" data-testid="order-fault">Order</button>
    </p>
  </form>`;
}

const effectGroup = (point: Point): TemplateResult =>
  html`<optgroup label=${points[point]}>
    ${Object.entries(effects).map(([type, effect]) =>
      effect.point === point ? html`<option value=${type}>${effect.text}</option>` : nothing,
    )}
  </optgroup>`;

function figureField(name: keyof typeof figures, need: 'needed' | 'optional'): TemplateResult {
  const { label, usual, isText } = figures[name];
  return html`<label class="choice">
    <span>${label}</span>
    <input
      name=${name}
      inputmode=${isText ? nothing : 'numeric'}
      .value=${need === 'needed' ? usual : ''}
      placeholder=${need === 'optional' ? 'optional' : nothing}
      ?required=${need === 'needed'}
      data-testid="fault-${name}"
    />
  </label>`;
}

interface NumberField {
  name: string;
  label: string;
  value: string;
  hint?: string;
  least?: number;
  most?: number;
}

const numberField = ({ name, label, value, hint, least = 0, most }: NumberField): TemplateResult =>
  html`<label class="choice">
    <span>${label}</span>
    <input
      type="number"
      name=${name}
      value=${value}
      min=${least}
      max=${most ?? nothing}
      step="any"
      placeholder=${hint ?? nothing}
      data-testid="fault-${name}"
    />
  </label>`;

const placeField = ({ places }: FaultDesk, point: Point): TemplateResult =>
  html`<label class="choice">
    <span>${point === 'request' ? 'At the edge' : 'Of the field'}</span>
    <input
      name="at"
      list=${point === 'request' ? 'places' : nothing}
      placeholder=${point === 'request' ? 'any, or POST number/messages' : 'any, or messages'}
      data-testid="fault-at"
    />
    <datalist id="places">${places.map((place) => html`<option value=${place}></option>`)}</datalist>
  </label>`;

function ruleList(desk: FaultDesk): TemplateResult {
  return html`<section aria-labelledby="rules-title">
    <header class="desk-head">
      <h2 id="rules-title">Ordered</h2>
      <button
        type="button"
        class="strip-button"
        data-testid="read-faults"
        @click=${() => void desk.readAgain()}
      >
        Read again
      </button>
      ${
        desk.rules.length > 1
          ? html`<button
              type="button"
              class="strip-button danger"
              data-testid="call-off-all"
              @click=${() => void desk.callOff()}
            >
              Call all off
            </button>`
          : nothing
      }
    </header>
    ${desk.rules.length === 0 ? html`<p class="desk-hint">Everything works as it should.</p>` : nothing}
    <ul class="desk-rules">
      ${desk.rules.map((rule) => ruleRow(desk, rule))}
    </ul>
  </section>`;
}

function ruleRow(desk: FaultDesk, rule: Fault): TemplateResult {
  const { id, share, numberId, at, from, until, left, struck, effect } = rule;
  const now = desk.clock.now();
  const ended = left === 0 || (until !== undefined && until <= now);
  const number = desk.numbers.find((one) => one.number === numberId);
  const facts = [
    points[effects[effect.type].point],
    share < 1 && `${Math.round(share * 100)} %`,
    numberId !== undefined && (number?.name ?? numberId),
    at,
    from !== undefined && from > now && `from ${timeWords(from)}`,
    until !== undefined && `until ${timeWords(until)}`,
    left !== undefined && `${left} more`,
    `struck ${struck} ${struck === 1 ? 'time' : 'times'}`,
    ended && 'over',
  ];
  return html`<li class=${ended ? 'over' : ''} data-testid="fault-${id}">
    <span><strong>${effectWords(rule)}</strong><small>${facts.filter(Boolean).join(' · ')}</small></span>
    <button
      type="button"
      class="strip-button"
      aria-label="Call off: ${effectWords(rule)}"
      data-testid="call-off"
      @click=${() => void desk.callOff(id)}
    >
      Call off
    </button>
  </li>`;
}
