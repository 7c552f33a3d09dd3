import { html, nothing, type TemplateResult } from 'lit-html';
import type { OrderView } from '../../src/phones/card-view.ts';
import type { MessageContent } from '../../src/phones/view.ts';
import { priceOf, timeOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import type { Words } from '../core/words.ts';
import { marked } from '../messages/marked.ts';
import { productPicture } from './product.ts';

export const statusWords = (status: OrderView['status'], words: Words): string =>
  ({
    pending: words.statusPending,
    processing: words.statusProcessing,
    partially_shipped: words.statusPartial,
    shipped: words.statusShipped,
    completed: words.statusCompleted,
    canceled: words.statusCanceled,
  })[status];

export const paymentWords = (payment: OrderView['payment'], words: Words): string =>
  ({
    unpaid: words.unpaid,
    pending: words.paymentPending,
    paid: words.paid,
    failed: words.paymentFailed,
    expired: words.expired,
  })[payment];

export const countOf = (count: number, words: Words): string =>
  `${count} ${count === 1 ? words.item : words.items}`;

/** Order details or order status inside a bubble. */
export function orderCard(glass: Glass, message: string, order: OrderView): TemplateResult {
  const { words, phone } = glass;
  const count = order.items.reduce((sum, { quantity }) => sum + quantity, 0);
  return html`<button
    type="button"
    class="order-card"
    data-testid="order-card"
    @click=${() => glass.show({ is: 'order', message })}
  >
    <span class="order-card-head">
      ${productPicture({ picture: order.items[0]?.picture })}
      <span>
        <strong>${order.items[0]?.name ?? words.order}</strong>
        <small>${countOf(count, words)} · ${words.orderNumber} #${order.reference}</small>
      </span>
    </span>
    ${order.status === 'pending' ? nothing : html`<span class="order-note">${statusWords(order.status, words)}</span>`}
    ${order.note ? html`<small class="order-note-text">${order.note}</small>` : nothing}
    <span class="order-card-total">
      <span>${words.total}</span>
      <strong>${priceOf(order.total, phone.language)}</strong>
      <span class="order-state order-${order.payment}" data-testid="order-${order.payment}"
        >${paymentWords(order.payment, words)}</span
      >
    </span>
    ${
      order.expiresAt !== undefined && order.payment === 'unpaid'
        ? html`<small class="order-expiry"
            >${icon('clock')}${words.payBefore} ${timeOf(order.expiresAt, phone.language)}</small
          >`
        : nothing
    }
  </button>`;
}

type Cart = Extract<MessageContent, { kind: 'cart' }>;

/** The cart as its sender sees it in the chat. */
export function cartSummary(glass: Glass, message: string, { items, total, text }: Cart): TemplateResult {
  const { words, phone } = glass;
  const count = items.reduce((sum, { quantity }) => sum + quantity, 0);
  return html`<span class="cart-card">
      ${productPicture({ picture: items[0]?.product.picture })}
      <span>
        <strong>${icon('cart')}${countOf(count, words)}</strong>
        <small>${words.estimatedTotal} ${priceOf(total, phone.language)}</small>
      </span>
    </span>
    ${text ? html`<span class="text">${marked(text)}</span>` : nothing}
    <span class="bubble-actions">
      <button
        type="button"
        class="bubble-action"
        data-testid="view-cart-message"
        @click=${() => glass.show({ is: 'cart-items', message })}
      >
        ${words.viewCart}
      </button>
    </span>`;
}
