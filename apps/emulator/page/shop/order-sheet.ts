import { html, nothing, type TemplateResult } from 'lit-html';
import type { Money, OrderView } from '../../src/phones/card-view.ts';
import type { MessageView } from '../../src/phones/view.ts';
import { priceOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { mainButton, sheet } from '../sheets/sheet.ts';
import { paymentWords, statusWords } from './order.ts';
import { productPicture } from './product.ts';

/** All about an order, as far as the business told it, and the way to pay. */
export function orderSheet(glass: Glass, { id, content }: MessageView): TemplateResult {
  const { words } = glass;
  const order = content.kind === 'card' ? content.card.order : undefined;
  const payable =
    order && (order.payment === 'unpaid' || order.payment === 'failed') && order.status !== 'canceled';
  return sheet(glass, {
    name: 'order',
    title: words.orderNumber + (order ? ` #${order.reference}` : ''),
    full: true,
    body: order ? details(glass, order) : html``,
    ...(payable && {
      foot: mainButton(words.payNow, 'pay-now', () => glass.show({ is: 'pay', message: id })),
    }),
  });
}

function details(glass: Glass, order: OrderView): TemplateResult {
  const { words, phone } = glass;
  const price = (money: Money): string => priceOf(money, phone.language);
  const line = (label: string, money: Money | undefined, sign = ''): TemplateResult | typeof nothing =>
    money ? html`<p class="sum"><span>${label}</span><span>${sign}${price(money)}</span></p>` : nothing;
  return html`
    <p class="order-states">
      <span class="order-state order-${order.payment}" data-testid="order-${order.payment}"
        >${paymentWords(order.payment, words)}</span
      >
      <span class="order-state">${statusWords(order.status, words)}</span>
    </p>
    ${order.note ? html`<p class="sheet-text">${order.note}</p>` : nothing}
    <ul class="product-rows">
      ${order.items.map(
        ({ name, quantity, price: cost, fullPrice, picture }) =>
          html`<li class="product-row">
            <span class="product-open">
              ${productPicture({ picture })}
              <span>
                <strong>${name}</strong><small>${words.quantity} ${quantity}</small>
                <span class="price"
                  >${price(cost)} ${fullPrice ? html`<s>${price(fullPrice)}</s>` : nothing}</span
                >
              </span>
            </span>
          </li>`,
      )}
    </ul>
    <div class="sums">
      ${line(words.subtotal, order.subtotal)} ${line(words.discount, order.discount, '−')}
      ${line(words.shipping, order.shipping)} ${line(words.tax, order.tax)}
      <p class="sum sum-total"><span>${words.total}</span><strong>${price(order.total)}</strong></p>
    </div>
  `;
}
