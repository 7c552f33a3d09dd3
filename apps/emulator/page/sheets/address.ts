import { html, nothing, type TemplateResult } from 'lit-html';
import type { AddressForm } from '../../src/phones/card-view.ts';
import type { ChatView, MessageView } from '../../src/phones/view.ts';
import type { Glass } from '../core/glass.ts';
import { actionRow } from '../core/parts.ts';
import { addressFields } from '../core/words.ts';
import { fieldsOf, mainButton, sheet } from './sheet.ts';

/** The form of an address message (Meta, 'Address messages'): saved addresses first, then the fields. */
export function addressSheet(
  glass: Glass,
  chat: ChatView,
  { id }: MessageView,
  form: AddressForm,
): TemplateResult {
  const { words, phone } = glass;
  const send = (values: Record<string, string>, savedAddress?: string): void => {
    glass.show(undefined);
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    void glass.act({
      type: 'send-address',
      chat: chat.id,
      message: id,
      values: given,
      ...(savedAddress && { savedAddress }),
    });
  };
  return sheet(glass, {
    name: 'address',
    title: words.deliveryAddress,
    full: true,
    body: html`
      ${form.saved.length > 0 ? html`<h4 class="sheet-title">${words.savedAddresses}</h4>` : nothing}
      ${form.saved.map((saved) =>
        actionRow({
          icon: 'pin',
          text: saved.values['name'] ?? saved.id,
          detail: lineOf(saved.values),
          test: `saved-address-${saved.id}`,
          press: () => send(saved.values, saved.id),
        }),
      )}
      <form class="fields" @submit=${(event: Event) => send(fieldsOf(event))}>
        ${form.saved.length > 0 ? html`<h4 class="sheet-title">${words.newAddress}</h4>` : nothing}
        ${addressFields(phone.language).map(([name, label]) => field(form, name, label))}
        ${mainButton(words.send, 'address-send')}
      </form>
    `,
  });
}

const lineOf = ({ house_number: house, address, city, in_pin_code: pin }: Record<string, string>): string =>
  [house, address, city, pin].filter(Boolean).join(', ');

function field({ values, errors }: AddressForm, name: string, label: string): TemplateResult {
  const wrong = errors[name];
  const required = name === 'name' || name === 'phone_number' || name === 'in_pin_code' || name === 'address';
  return html`<label class="field ${wrong ? 'wrong' : ''}">
    <span>${label}</span>
    <input
      name=${name}
      value=${values[name] ?? ''}
      ?required=${required}
      pattern=${name === 'in_pin_code' ? '[1-9][0-9]{5}' : nothing}
      inputmode=${name === 'in_pin_code' ? 'numeric' : nothing}
      aria-invalid=${wrong ? 'true' : nothing}
      data-testid="address-${name}"
    />
    ${wrong ? html`<small class="field-error">${wrong}</small>` : nothing}
  </label>`;
}
