import { html, type TemplateResult } from 'lit-html';
import type { Money, ProductView } from '../../src/phones/card-view.ts';
import type { ChatView, MessageView } from '../../src/phones/view.ts';
import { priceOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { fieldsOf, mainButton, sheet } from '../sheets/sheet.ts';
import { cartOf, quantityButtons, type CartLine } from './cart.ts';
import { productPicture, productPrice } from './product.ts';

const costOf = ({ price, salePrice }: ProductView): Money => salePrice ?? price;

const totalOf = (lines: CartLine[]): Money => ({
  minor: lines.reduce((sum, { product, quantity }) => sum + costOf(product).minor * quantity, 0),
  currency: lines[0] ? costOf(lines[0].product).currency : 'INR',
});

/** The cart before it is sent: one for each chat, which cannot be changed afterwards. */
export function cartSheet(glass: Glass, chat: ChatView): TemplateResult {
  const { words, phone } = glass;
  const lines = cartOf(glass, chat);
  const place = (event: Event): void => {
    const { text } = fieldsOf(event);
    const items = lines.map(({ product, quantity }) => ({ retailerId: product.retailerId, quantity }));
    glass.show(undefined);
    glass.set({ carts: { ...glass.ui.carts, [chat.id]: {} } });
    void glass.act({ type: 'place-order', chat: chat.id, items, ...(text && { text }) });
  };
  return sheet(glass, {
    name: 'cart',
    title: words.cart,
    full: true,
    body:
      lines.length === 0
        ? html`<p class="empty">${words.emptyCart}</p>`
        : html`<form class="fields" @submit=${place}>
            ${cartRows(glass, lines, (product) => quantityButtons(glass, chat, product))}
            <label class="field"
              ><span>${words.orderNote}</span><input name="text" data-testid="order-note"
            /></label>
            <p class="sum">
              <span>${words.estimatedTotal}</span><strong>${priceOf(totalOf(lines), phone.language)}</strong>
            </p>
            ${mainButton(words.placeOrder, 'place-order')}
          </form>`,
  });
}

/** The cart after it was sent. */
export function cartItemsSheet(glass: Glass, { content }: MessageView): TemplateResult {
  const items = content.kind === 'cart' ? content.items : [];
  return sheet(glass, {
    name: 'cart-items',
    title: glass.words.order,
    full: true,
    body: html`${cartRows(glass, items, undefined)}
      <p class="sum">
        <span>${glass.words.estimatedTotal}</span
        ><strong>${priceOf(totalOf(items), glass.phone.language)}</strong>
      </p>`,
  });
}

const cartRows = (
  glass: Glass,
  lines: CartLine[],
  change: ((product: ProductView) => TemplateResult) | undefined,
): TemplateResult =>
  html`<ul class="product-rows">
    ${lines.map(
      ({ product, quantity }) =>
        html`<li class="product-row" data-testid="cart-${product.retailerId}">
          <span class="product-open">
            ${productPicture(product)}
            <span><strong>${product.name}</strong>${productPrice(product, glass.phone.language)}</span>
          </span>
          ${change ? change(product) : html`<span>× ${quantity}</span>`}
        </li>`,
    )}
  </ul>`;
