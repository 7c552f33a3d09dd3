import { html, nothing, type TemplateResult } from 'lit-html';
import type { CustomerPhone, PhoneSettings, PhoneView } from '../../src/phones/view.ts';
import { phoneNumber } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import type { World } from '../core/store.ts';

/** What a tester decides about a phone from outside of its glass. */
export function controls(world: World, glass: Glass): TemplateResult {
  const { phone } = glass;
  return html`<div class="controls">
    <div class="controls-head">
      <h2 id="name-${phone.id}">${phone.name}</h2>
      <p>${phone.face === 'owner' ? 'Business app · ' : nothing}${phoneNumber(phone.phone)}</p>
    </div>
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        .checked=${phone.online}
        data-testid="online"
        @change=${({ target }: Event) => change(glass, { online: (target as HTMLInputElement).checked })}
      />
      <span>Online</span>
    </label>
    <details class="more">
      <summary data-testid="phone-settings">Settings</summary>
      <div class="more-panel">
        ${phone.face === 'customer' ? customerSettings(glass, phone) : nothing} ${language(glass, phone)}
        <button
          type="button"
          class="strip-button danger"
          data-testid="remove-phone"
          @click=${() => void world.api.removePhone(phone.id)}
        >
          Remove this phone
        </button>
      </div>
    </details>
  </div>`;
}

const change = (glass: Glass, settings: Partial<PhoneSettings>): void =>
  void glass.act({ type: 'change-phone', settings });

const language = (glass: Glass, phone: PhoneView): TemplateResult =>
  html`<label class="choice">
    <span>Language</span>
    <select
      data-testid="language"
      .value=${phone.language}
      @change=${({ target }: Event) => change(glass, { language: (target as HTMLSelectElement).value === 'hi' ? 'hi' : 'en' })}
    >
      <option value="en" ?selected=${phone.language === 'en'}>English</option>
      <option value="hi" ?selected=${phone.language === 'hi'}>हिन्दी</option>
    </select>
  </label>`;

function customerSettings(glass: Glass, phone: CustomerPhone): TemplateResult {
  return html`
    ${flag(glass, 'Read receipts', 'receipts', phone.receipts)}
    ${flag(glass, 'Has WhatsApp', 'hasWhatsApp', phone.hasWhatsApp)}
    ${flag(glass, 'Hides the number', 'hidesNumber', phone.hidesNumber)}
    <label class="choice">
      <span>Reads</span>
      <select
        data-testid="reading"
        @change=${({ target }: Event) => change(glass, { reading: (target as HTMLSelectElement).value as PhoneSettings['reading'] })}
      >
        <option value="fast" ?selected=${phone.reading === 'fast'}>at once</option>
        <option value="opened" ?selected=${phone.reading === 'opened'}>when opened</option>
        <option value="never" ?selected=${phone.reading === 'never'}>never</option>
      </select>
    </label>
    <label class="choice">
      <span>Username</span>
      <input
        data-testid="username"
        .value=${phone.username ?? ''}
        placeholder="none"
        @change=${({ target }: Event) => change(glass, { username: (target as HTMLInputElement).value.trim() || null })}
      />
    </label>
    <button
      type="button"
      class="strip-button"
      data-testid="change-device"
      @click=${() => void glass.act({ type: 'change-device' })}
    >
      Move to a new device
    </button>
    <label class="choice">
      <span>New number</span>
      <input
        inputmode="numeric"
        data-testid="change-number"
        placeholder="with country code"
        @change=${({ target }: Event) => {
          const digits = (target as HTMLInputElement).value.replace(/\D/g, '');
          if (digits) void glass.act({ type: 'change-number', phone: digits });
        }}
      />
    </label>
  `;
}

const flag = (
  glass: Glass,
  text: string,
  name: 'receipts' | 'hasWhatsApp' | 'hidesNumber',
  on: boolean,
): TemplateResult =>
  html`<label class="switch">
    <input
      type="checkbox"
      role="switch"
      .checked=${on}
      data-testid=${name}
      @change=${({ target }: Event) => change(glass, { [name]: (target as HTMLInputElement).checked })}
    />
    <span>${text}</span>
  </label>`;
