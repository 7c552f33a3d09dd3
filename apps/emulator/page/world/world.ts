import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { icon } from '../core/icons.ts';
import type { World } from '../core/store.ts';
import { phoneGlass } from '../phone/phone.ts';
import { addPhone } from './add-phone.ts';
import { controls } from './controls.ts';
import { strip } from './strip.ts';

/** The whole page: the strip, and phones beside each other, or one at a time where there is no room. */
export function worldPage(world: World): TemplateResult {
  const shown = world.shown ?? world.phones[0]?.id;
  return html`
    ${strip(world.clock, 'phones', addButton(world))}
    <nav class="phone-tabs" aria-label="Phones">
      ${world.phones.map(
        ({ id, name, chats }) =>
          html`<button
            type="button"
            aria-pressed=${String(id === shown)}
            data-testid="tab-${id}"
            @click=${() => world.change({ shown: id })}
          >
            ${name}${chats.some(({ unread }) => unread > 0) ? html`<i class="dot" title="unread"></i>` : nothing}
          </button>`,
      )}
    </nav>
    <main class="phones" tabindex="0" aria-label="Phones">
      ${repeat(
        world.phones,
        ({ id }) => id,
        (phone) => {
          const glass = world.glass(phone);
          return html`<section
            class="phone ${phone.id === shown ? 'shown' : ''}"
            aria-labelledby="name-${phone.id}"
            data-testid="phone-${phone.id}"
          >
            ${controls(world, glass)} ${phoneGlass(glass)}
          </section>`;
        },
      )}
      ${world.phones.length === 0 ? nobody(world) : nothing}
    </main>
    ${world.adding ? addPhone(world) : nothing}
  `;
}

const addButton = (world: World): TemplateResult =>
  html`<button
    type="button"
    class="strip-button strip-main"
    data-testid="add-phone"
    @click=${() => world.change({ adding: true })}
  >
    ${icon('plus')}<span>Add a phone</span>
  </button>`;

function nobody({ trouble, loaded }: World): TemplateResult {
  if (trouble) return html`<p class="world-empty" role="alert">${trouble}</p>`;
  return loaded
    ? html`<p class="world-empty">Nobody has a phone yet. Add one to write to a business.</p>`
    : html`<p class="world-empty" aria-busy="true">Reading the world…</p>`;
}
