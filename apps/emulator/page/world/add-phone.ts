import { html, type TemplateResult } from 'lit-html';
import type { NewPhone } from '../../src/phones/view.ts';
import type { World } from '../core/store.ts';
import { fieldsOf } from '../sheets/sheet.ts';

/** A new person with a phone, or the owner's Business app. */
export function addPhone(world: World): TemplateResult {
  const close = (): void => world.change({ adding: false });
  const add = (event: Event): void => {
    const { name = '', phone = '', face, language } = fieldsOf(event);
    const wanted: NewPhone = {
      face: face === 'owner' ? 'owner' : 'customer',
      name,
      phone: phone.replace(/\D/g, ''),
      language: language === 'hi' ? 'hi' : 'en',
    };
    void world.api.addPhone(wanted).then(close, close);
  };
  return html`<div
    class="world-dialog-ground"
    @keydown=${({ key }: KeyboardEvent) => key === 'Escape' && close()}
  >
    <form
      class="world-dialog"
      role="dialog"
      aria-modal="true"
      aria-label="Add a phone"
      data-testid="add-phone-dialog"
      @submit=${add}
    >
      <h2>Add a phone</h2>
      <label class="choice"
        ><span>Name</span><input name="name" required autofocus value="Farhan Qureshi" data-testid="new-name"
      /></label>
      <label class="choice">
        <span>Number</span>
        <input
          name="phone"
          type="tel"
          required
          pattern="\\+?[0-9 ]{8,20}"
          value="+91 98250 11223"
          data-testid="new-phone"
        />
      </label>
      <label class="choice">
        <span>Language</span>
        <select name="language">
          <option value="en">English</option>
          <option value="hi">हिन्दी</option>
        </select>
      </label>
      <label class="choice">
        <span>Kind</span>
        <select name="face" data-testid="new-face">
          <option value="customer">A customer's phone</option>
          <option value="owner">A business' own app</option>
        </select>
      </label>
      <p class="world-dialog-foot">
        <button type="button" class="strip-button" @click=${close}>Cancel</button>
        <button type="submit" class="strip-button strip-main" data-testid="create-phone">Add</button>
      </p>
    </form>
  </div>`;
}
