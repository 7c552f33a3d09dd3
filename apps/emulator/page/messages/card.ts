import { html, nothing, type TemplateResult } from 'lit-html';
import type { CardView, HeaderView } from '../../src/phones/card-view.ts';
import type { MessageView } from '../../src/phones/view.ts';
import { countdown } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { orderCard } from '../shop/order.ts';
import { productCard } from '../shop/product.ts';
import { marked, markedLine } from './marked.ts';
import { document, picture, video } from './media.ts';
import { place } from './place.ts';

/** An interactive message or a template, without its buttons. */
export function card(glass: Glass, { id }: MessageView, view: CardView): TemplateResult {
  const { header, body, footer, offer, product, order } = view;
  return html`
    ${header ? cardHeader(glass, header) : nothing} ${product ? productCard(glass, product) : nothing}
    ${offer ? offerLine(glass, offer) : nothing} ${order ? orderCard(glass, id, order) : nothing}
    ${body ? html`<span class="text card-body" data-testid="card-body">${marked(body)}</span>` : nothing}
    ${footer ? html`<span class="text card-footer" data-testid="card-footer">${footer}</span>` : nothing}
  `;
}

export function cardHeader(glass: Glass, header: HeaderView): TemplateResult {
  if (header.kind === 'text') {
    return html`<strong class="text card-header" data-testid="card-header"
      >${markedLine(header.text)}</strong
    >`;
  }
  return html`<span class="card-media">${headerMedia(glass, header)}</span>`;
}

function headerMedia(glass: Glass, header: Exclude<HeaderView, { kind: 'text' }>): TemplateResult {
  if (header.kind === 'location') return place(glass, header);
  if (header.kind === 'document') return document(glass, header.media, header.name, header.pages);
  return header.kind === 'video' ? video(glass, header.media) : picture(glass, header.media);
}

function offerLine(
  { words, now }: Glass,
  { text, code, expiresAt }: NonNullable<CardView['offer']>,
): TemplateResult {
  const left = expiresAt === undefined ? undefined : expiresAt - now;
  const ended = left !== undefined && left <= 0;
  return html`<span class="offer ${ended ? 'offer-ended' : ''}" data-testid="offer">
    <span class="offer-sign">${icon('gift')}</span>
    <span>
      <strong>${text}</strong>
      ${
        left === undefined
          ? nothing
          : html`<small data-testid="offer-countdown"
              >${ended ? words.offerEnded : `${words.offerEnds} ${countdown(left)}`}</small
            >`
      }
      ${code ? html`<small>${code}</small>` : nothing}
    </span>
  </span>`;
}
