import { html, nothing, type TemplateResult } from 'lit-html';
import type { MessageView } from '../../src/phones/view.ts';
import { hueOf, timeOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { productLine } from '../shop/product.ts';
import { cardButtons } from './buttons.ts';
import { carousel } from './carousel.ts';
import { content } from './content.ts';
import { kindIcon } from './kind.ts';
import { ticksOf } from './ticks.ts';
import { styled } from '../core/styled.ts';
import { ownImage } from '../core/own-picture.ts';

/** One message of the log: its bubble, what hangs below it, and the way to its menu. */
export function message(glass: Glass, view: MessageView, first: boolean): TemplateResult {
  if (view.content.kind === 'notice') return notice(view.id, view.content.text);
  const { content: what, mine } = view;
  const wide = what.kind === 'card' || what.kind === 'cart' || what.kind === 'contacts';
  const bare = what.kind === 'sticker';
  return html`<div
    class="message ${mine ? 'mine' : 'theirs'} ${first ? 'first' : ''} ${view.reactions.length > 0 ? 'reacted' : ''}"
    data-testid="message-${what.kind}"
    data-message=${view.id}
  >
    <div class="bubble ${wide ? 'wide' : ''} ${bare ? 'bare' : ''} bubble-${what.kind}">
      <div class="inner">${opener(glass, view)} ${content(glass, view)} ${foot(glass, view)}</div>
      ${what.kind === 'card' ? cardButtons(glass, view, what.card.buttons) : nothing}
      ${menuButton(glass, view)}
    </div>
    ${what.kind === 'card' && what.card.carousel ? carousel(glass, view, what.card.carousel) : nothing}
    ${reactions(glass, view)}
  </div>`;
}

const notice = (id: string, text: string): TemplateResult =>
  html`<div class="notice" data-testid="message-notice" data-message=${id}>
    <span>${icon('lock')}${text}</span>
  </div>`;

/** What stands above the content: author, forwarded, the ad, the quote. */
function opener(
  { words }: Glass,
  { author, forwarded, referral, quoted, product }: MessageView,
): TemplateResult {
  return html`
    ${
      author
        ? html`<span class="author" ${styled({ '--hue': String(hueOf(author)) })}>${author}</span>`
        : nothing
    }
    ${
      forwarded
        ? html`<span class="forwarded" data-testid="forwarded">
            ${icon('forward')}${forwarded === 'often' ? words.forwardedOften : words.forwarded}
          </span>`
        : nothing
    }
    ${
      referral
        ? html`<a
            class="referral"
            href=${referral.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            data-testid="referral"
          >
            ${ownImage(referral.picture, nothing)}
            <span><strong>${referral.headline}</strong><span>${referral.body}</span></span>
          </a>`
        : nothing
    }
    ${
      quoted
        ? html`<a
            class="quoted"
            href="#message-${quoted.id}"
            data-testid="quoted"
            @click=${jumpTo(quoted.id)}
          >
            <span class="quoted-words">
              <strong ${styled({ '--hue': String(hueOf(quoted.author)) })}>${quoted.author}</strong>
              <span>${kindIcon(quoted.kind)}${quoted.text}</span>
            </span>
            ${ownImage(quoted.picture, nothing)}
          </a>`
        : nothing
    }
    ${product ? html`<div class="asked-product">${productLine(product)}</div>` : nothing}
  `;
}

/** Brings the quoted message into sight inside its own log. */
const jumpTo =
  (id: string) =>
  (event: Event): void => {
    event.preventDefault();
    const log = event.currentTarget instanceof Element ? event.currentTarget.closest('.log') : null;
    const target = log?.querySelector(`[data-message="${CSS.escape(id)}"]`);
    target?.scrollIntoView({ block: 'center' });
    target?.classList.add('found');
    setTimeout(() => target?.classList.remove('found'), 1500);
  };

function foot({ phone, words }: Glass, { at, mine, status, edited }: MessageView): TemplateResult {
  return html`<span class="foot">
    ${edited ? html`<span data-testid="edited">${words.edited}</span>` : nothing}
    <time datetime=${new Date(at).toISOString()}>${timeOf(at, phone.language)}</time>
    ${mine && status ? ticksOf(status, words) : nothing}
  </span>`;
}

function reactions(glass: Glass, { id, reactions: given }: MessageView): TemplateResult | typeof nothing {
  if (given.length === 0) return nothing;
  const mine = given.find((reaction) => reaction.mine);
  return html`<button
    type="button"
    class="reactions"
    data-testid="reactions"
    aria-label="${glass.words.react}: ${given.map(({ emoji }) => emoji).join(' ')}"
    @click=${() => glass.show({ is: 'react', message: id })}
    data-mine=${mine?.emoji ?? nothing}
  >
    ${given.map(({ emoji }) => html`<span>${emoji}</span>`)}
    ${given.length > 1 ? html`<span class="reaction-count">${given.length}</span>` : nothing}
  </button>`;
}

const menuButton = (glass: Glass, { id, content: { kind } }: MessageView): TemplateResult | typeof nothing =>
  kind === 'deleted'
    ? nothing
    : html`<button
        type="button"
        class="message-menu"
        aria-label=${glass.words.messageMenu}
        data-testid="message-menu"
        @click=${() => glass.show({ is: 'message-menu', message: id })}
      >
        ${icon('down')}
      </button>`;
