import { html, nothing, type TemplateResult } from 'lit-html';
import type { ButtonView } from '../../src/phones/card-view.ts';
import type { MessageView } from '../../src/phones/view.ts';
import type { Glass, Sheet } from '../core/glass.ts';
import { icon, type IconName } from '../core/icons.ts';

const most = 3;

/** Up to three buttons stand below the bubble; of more, two do, and the rest come in a sheet. */
export function cardButtons(
  glass: Glass,
  view: MessageView,
  all: ButtonView[],
): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  const shown = all.length > most ? all.slice(0, most - 1) : all;
  return html`<div class="card-buttons" role="group">
    ${shown.map((button) => cardButton(glass, view, button))}
    ${
      all.length > most
        ? html`<button
            type="button"
            class="card-button"
            data-testid="button-all"
            @click=${() => glass.show({ is: 'buttons', message: view.id })}
          >
            ${icon('list')}${glass.words.allOptions}
          </button>`
        : nothing
    }
  </div>`;
}

const icons: Record<ButtonView['kind'], IconName> = {
  reply: 'reply',
  list: 'list',
  url: 'open',
  phone: 'phone',
  'copy-code': 'copy',
  'one-tap': 'copy',
  flow: 'form',
  catalog: 'shop',
  products: 'shop',
  product: 'shop',
  location: 'pin',
  address: 'pin',
  contact: 'person',
  'call-permission': 'phone',
  call: 'phone',
  pay: 'card',
};

/** These lead somewhere without a picture of it, as in WhatsApp. */
const plain = new Set<ButtonView['kind']>([
  'flow',
  'catalog',
  'products',
  'product',
  'pay',
  'call-permission',
]);

export function cardButton(glass: Glass, view: MessageView, button: ButtonView): TemplateResult {
  const used = button.kind === 'reply' && view.tapped.includes(button.key);
  return html`<button
    type="button"
    class="card-button"
    data-testid="button-${button.kind}"
    data-key=${button.key}
    ?disabled=${used}
    @click=${() => void press(glass, view, button)}
  >
    ${plain.has(button.kind) ? nothing : icon(icons[button.kind])}${glass.words.buttonLabels[button.kind] ?? button.text}
  </button>`;
}

/** Some buttons open a sheet whose own action sends the result; the others are told to the world as they are. */
async function press(glass: Glass, { id }: MessageView, button: ButtonView): Promise<void> {
  const { chat } = glass;
  if (!chat) return;
  const sheet = sheets[button.kind]?.(id, button.key);
  if (sheet) {
    glass.show(sheet);
    return;
  }
  const answer = await glass.act({ type: 'tap-button', chat: chat.id, message: id, button: button.key });
  if (!answer) return;
  if (button.kind === 'copy-code' || button.kind === 'one-tap') {
    await navigator.clipboard?.writeText(button.code).catch(() => {});
    glass.say(glass.words.codeCopied);
  }
  if (button.kind === 'url') openOutside(answer.url ?? button.url);
  if (button.kind === 'reply') glass.show(undefined);
}

/** Only what a browser opens as a page: an intent or a script does nothing here. */
function openOutside(url: string): void {
  if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

const sheets: Partial<Record<ButtonView['kind'], (message: string, button: string) => Sheet>> = {
  list: (message, button) => ({ is: 'list', message, button }),
  products: (message, button) => ({ is: 'products', message, button }),
  address: (message, button) => ({ is: 'address', message, button }),
  flow: (message, button) => ({ is: 'flow', message, button }),
  contact: (message, button) => ({ is: 'share-number', message, button }),
  product: (message, button) => ({ is: 'card-product', message, button }),
  catalog: () => ({ is: 'catalog' }),
  location: (message) => ({ is: 'location', message }),
  'call-permission': (message) => ({ is: 'call-permission', message }),
  pay: (message) => ({ is: 'order', message }),
};
