import { html, nothing, type TemplateResult } from 'lit-html';
import type { ShownComponent } from '../../src/flows/runtime/view.ts';
import type { Json } from '../../src/world/json.ts';
import { icon } from '../core/icons.ts';
import { enter, press, type FlowAt } from './flow-at.ts';
import { listOf, pictureOf, textOf, type Properties } from './flow-values.ts';

const chosenOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' && value !== '' ? [value] : [];

function toggled(at: FlowAt, { name, value }: ShownComponent, id: string): void {
  const chosen = chosenOf(value);
  enter(at, name, chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
}

const optionWords = (option: Properties): TemplateResult => {
  const picture = pictureOf(option['image']);
  return html`${picture ? html`<img class="option-picture" src=${picture} alt=${textOf(option, 'alt-text')} />` : nothing}
    <span>
      <strong>${textOf(option, 'title')}</strong>
      ${textOf(option, 'description') ? html`<small>${textOf(option, 'description')}</small>` : nothing}
      ${textOf(option, 'metadata') ? html`<small>${textOf(option, 'metadata')}</small>` : nothing}
    </span>`;
};

export const choices =
  (type: 'checkbox' | 'radio') =>
  (at: FlowAt, component: ShownComponent): TemplateResult => {
    const { name, path, properties, value } = component;
    const chosen = chosenOf(value);
    return html`<fieldset class="rows" ?disabled=${properties['enabled'] === false}>
      <legend>${textOf(properties, 'label')}</legend>
      ${textOf(properties, 'description') ? html`<p class="flow-caption">${textOf(properties, 'description')}</p>` : nothing}
      ${listOf(properties['data-source']).map((option) => {
        const id = textOf(option, 'id');
        return html`<label class="row" data-testid="option-${id}">
          ${optionWords(option)}
          <input
            type=${type}
            name="${at.key}/${path}"
            .checked=${chosen.includes(id)}
            ?disabled=${option['enabled'] === false}
            @change=${() => (type === 'radio' ? enter(at, name, id) : toggled(at, component, id))}
          />
        </label>`;
      })}
    </fieldset>`;
  };

export const chips = (at: FlowAt, component: ShownComponent): TemplateResult => {
  const { properties, value } = component;
  const chosen = chosenOf(value);
  return html`<fieldset class="rows">
    <legend>${textOf(properties, 'label')}</legend>
    ${textOf(properties, 'description') ? html`<p class="flow-caption">${textOf(properties, 'description')}</p>` : nothing}
    <div class="chips chips-wrap">
      ${listOf(properties['data-source']).map((option) => {
        const id = textOf(option, 'id');
        return html`<button
          type="button"
          class="chip"
          aria-pressed=${String(chosen.includes(id))}
          ?disabled=${option['enabled'] === false}
          data-testid="option-${id}"
          @click=${() => toggled(at, component, id)}
        >
          ${textOf(option, 'title')}
        </button>`;
      })}
    </div>
  </fieldset>`;
};

export const dropdown = (at: FlowAt, { name, properties, value }: ShownComponent): TemplateResult =>
  html`<label class="field">
    <span>${textOf(properties, 'label')}</span>
    <select
      ?disabled=${properties['enabled'] === false}
      .value=${textOf({ value }, 'value')}
      @change=${({ target }: Event) => enter(at, name, (target as HTMLSelectElement).value)}
    >
      <option value="" ?selected=${!value}></option>
      ${listOf(properties['data-source']).map(
        (option) =>
          html`<option
            value=${textOf(option, 'id')}
            ?selected=${value === option['id']}
            ?disabled=${option['enabled'] === false}
          >
            ${textOf(option, 'title')}
          </option>`,
      )}
    </select>
  </label>`;

/** Every item leads somewhere: its own way, or the list's. */
export function navigationList(at: FlowAt, { path, properties }: ShownComponent): TemplateResult {
  return html`<div class="flow-navigation">
    <h5 class="flow-subheading">${textOf(properties, 'label')}</h5>
    ${textOf(properties, 'description') ? html`<p class="flow-caption">${textOf(properties, 'description')}</p>` : nothing}
    ${listOf(properties['list-items']).map((item) => {
      const [main, end, start] = ['main-content', 'end', 'start'].map(
        (name) => listOf([item[name]])[0] ?? {},
      );
      const picture = pictureOf(start?.['image']);
      return html`<button
        type="button"
        class="action-row"
        data-testid="item-${textOf(item, 'id')}"
        @click=${() => press(at, path, textOf(item, 'id'))}
      >
        ${picture ? html`<img class="option-picture" src=${picture} alt=${textOf(start ?? {}, 'alt-text')} />` : nothing}
        <span class="action-text">
          <span
            >${textOf(main ?? {}, 'title')}
            ${textOf(item, 'badge') ? html`<b class="flow-badge">${textOf(item, 'badge')}</b>` : nothing}</span
          >
          <small>${textOf(main ?? {}, 'description')}</small><small>${textOf(main ?? {}, 'metadata')}</small>
        </span>
        <span class="flow-end"
          ><strong>${textOf(end ?? {}, 'title')}</strong
          ><small>${textOf(end ?? {}, 'description')}</small></span
        >
        ${icon('next')}
      </button>`;
    })}
  </div>`;
}
