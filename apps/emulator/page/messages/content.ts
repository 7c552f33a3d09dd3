import { html, nothing, type TemplateResult } from 'lit-html';
import type { MessageContent, MessageView } from '../../src/phones/view.ts';
import { isBigEmoji, lengthOf, priceOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { avatar } from '../core/parts.ts';
import { card } from './card.ts';
import { cartSummary } from '../shop/order.ts';
import { marked } from './marked.ts';
import { audio, document, picture, sticker, video } from './media.ts';
import { place } from './place.ts';
import { ownImage } from '../core/own-picture.ts';

type Of<Kind extends MessageContent['kind']> = Extract<MessageContent, { kind: Kind }>;

type Draw<Kind extends MessageContent['kind']> = (
  glass: Glass,
  view: MessageView,
  what: Of<Kind>,
) => TemplateResult;

const drawn: { [Kind in MessageContent['kind']]: Draw<Kind> } = {
  text: (_, __, what) => text(what),
  image: (glass, _, { media, caption }) => captioned(picture(glass, media, caption), caption),
  video: (glass, _, { media, caption }) => captioned(video(glass, media, caption), caption),
  sticker: (glass, _, { media }) => sticker(glass, media),
  audio,
  document: (glass, _, { media, name, pages, caption }) =>
    captioned(document(glass, media, name, pages), caption),
  location: (glass, _, what) => place(glass, what),
  'live-location': (glass, _, what) => place(glass, what),
  contacts,
  poll: (_, __, what) => poll(what),
  card: (glass, view, what) => card(glass, view, what.card),
  cart: (glass, { id }, what) => cartSummary(glass, id, what),
  answer: (glass, view, what) => answer(glass, view, what),
  payment: (glass, _, what) => payment(glass, what),
  call: (glass, { mine }, what) => call(glass, what, mine),
  deleted: ({ words }, { mine }) =>
    html`<span class="faint">${icon('block')}${mine ? words.deletedMine : words.deletedTheirs}</span>`,
  unsupported: (_, __, what) => html`<span class="faint">${icon('info')}${what.text}</span>`,
  notice: (_, __, what) => html`<span class="faint">${what.text}</span>`,
};

/** What a message says, without the bubble around it. */
export function content(glass: Glass, view: MessageView): TemplateResult {
  const draw = drawn[view.content.kind] as Draw<MessageContent['kind']>;
  return draw(glass, view, view.content);
}

function text({ text: words, preview }: Of<'text'>): TemplateResult {
  if (isBigEmoji(words)) return html`<span class="text big-emoji">${words}</span>`;
  return html`${
      preview
        ? html`<a
            class="preview"
            href=${preview.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            data-testid="link-preview"
          >
            ${ownImage(preview.picture, nothing)}
            <span>
              <strong>${preview.title}</strong>
              ${preview.description ? html`<span>${preview.description}</span>` : nothing}
              <small>${new URL(preview.url).host}</small>
            </span>
          </a>`
        : nothing
    } <span class="text">${marked(words)}</span>`;
}

const captioned = (media: TemplateResult, caption: string | undefined): TemplateResult =>
  html`${media}${caption ? html`<span class="text caption">${marked(caption)}</span>` : nothing}`;

function contacts(glass: Glass, { id }: MessageView, { contacts: cards }: Of<'contacts'>): TemplateResult {
  const first = cards[0];
  const name = first?.name ?? '';
  const rest = cards.length - 1;
  const reachable = first?.phones.some(({ onWhatsApp }) => onWhatsApp) ?? false;
  return html`<span class="contact">
      ${avatar(name)}
      <span
        ><strong>${rest > 0 ? `${name} +${rest}` : name}</strong
        >${first?.organization ? html`<small>${first.organization}</small>` : nothing}</span
      >
    </span>
    <span class="bubble-actions">
      <button
        type="button"
        class="bubble-action"
        data-testid="view-contacts"
        @click=${() => glass.show({ is: 'contacts', message: id })}
      >
        ${rest > 0 ? glass.words.viewAll : reachable ? glass.words.messageContact : glass.words.addContact}
      </button>
    </span>`;
}

const poll = ({ question, options }: Of<'poll'>): TemplateResult =>
  html`<span class="poll">
    <strong>${question}</strong>
    ${options.map((option) => html`<span class="poll-option"><i></i>${option}</span>`)}
  </span>`;

const answer = (glass: Glass, { id }: MessageView, { title }: Of<'answer'>): TemplateResult =>
  html`<span class="answer">${icon('form')}<strong>${glass.words.answerTitles[title] ?? title}</strong></span>
    <span class="bubble-actions">
      <button
        type="button"
        class="bubble-action"
        data-testid="see-answer"
        @click=${() => glass.show({ is: 'answer', message: id })}
      >
        ${glass.words.seeResponse}
      </button>
    </span>`;

function payment({ words, phone }: Glass, { outcome, amount, reference }: Of<'payment'>): TemplateResult {
  const says = { paid: words.paid, failed: words.paymentFailed, refunded: words.refunded }[outcome];
  return html`<span class="payment payment-${outcome}" data-testid="payment-${outcome}">
    <span class="payment-sign">${icon(outcome === 'failed' ? 'close' : 'check')}</span>
    <span
      ><strong>${priceOf(amount, phone.language)}</strong
      ><small>${says} · ${words.orderNumber} #${reference}</small></span
    >
  </span>`;
}

function call({ words }: Glass, { outcome, seconds }: Of<'call'>, mine: boolean): TemplateResult {
  const says = {
    missed: mine ? words.noAnswer : words.missedCall,
    declined: words.declinedCall,
    completed: seconds === undefined ? words.voiceCall : lengthOf(seconds),
  }[outcome];
  return html`<span class="call-entry call-${outcome}" data-testid="call-${outcome}">
    <span class="call-sign">${icon('phone')}</span>
    <span><strong>${words.voiceCall}</strong><small>${says}</small></span>
  </span>`;
}
