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

type Of<Kind extends MessageContent['kind']> = Extract<MessageContent, { kind: Kind }>;

/** What a message says, without the bubble around it. */
export function content(glass: Glass, view: MessageView): TemplateResult {
  const { content: what, mine } = view;
  switch (what.kind) {
    case 'text':
      return text(what);
    case 'image':
      return captioned(picture(glass, what.media, what.caption), what.caption);
    case 'video':
      return captioned(video(glass, what.media, what.caption), what.caption);
    case 'sticker':
      return sticker(glass, what.media);
    case 'audio':
      return audio(glass, view, what);
    case 'document':
      return captioned(document(glass, what.media, what.name, what.pages), what.caption);
    case 'location':
    case 'live-location':
      return place(glass, what);
    case 'contacts':
      return contacts(glass, view, what);
    case 'poll':
      return poll(what);
    case 'card':
      return card(glass, view, what.card);
    case 'cart':
      return cartSummary(glass, view.id, what);
    case 'answer':
      return answer(glass, view, what);
    case 'payment':
      return payment(glass, what);
    case 'call':
      return call(glass, what, mine);
    case 'deleted':
      return html`<span class="faint"
        >${icon('block')}${mine ? glass.words.deletedMine : glass.words.deletedTheirs}</span
      >`;
    case 'unsupported':
    case 'notice':
      return html`<span class="faint">${icon('info')}${what.text}</span>`;
  }
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
            ${preview.picture ? html`<img src=${preview.picture} alt="" />` : nothing}
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
  html`<span class="answer">${icon('form')}<strong>${title}</strong></span>
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
