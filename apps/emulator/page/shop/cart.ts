import { html, type TemplateResult } from 'lit-html';
import type { ProductView } from '../../src/phones/card-view.ts';
import type { ChatView } from '../../src/phones/view.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';

/** A cart holds at most 99 pieces of an item (Meta, 'Share products'). */
const most = 99;

/** Products that the person saw, by retailer id: the cart itself keeps only how many. */
export function rememberProducts(glass: Glass, chat: ChatView, products: ProductView[]): void {
  const seen = seenIn(glass, chat);
  for (const product of products) seen.set(product.retailerId, product);
}

const seenProducts = new Map<string, Map<string, ProductView>>();

function seenIn({ phone }: Glass, { id }: ChatView): Map<string, ProductView> {
  const key = `${phone.id}/${id}`;
  const seen = seenProducts.get(key) ?? new Map<string, ProductView>();
  seenProducts.set(key, seen);
  return seen;
}

export interface CartLine {
  product: ProductView;
  quantity: number;
}

export function cartOf(glass: Glass, chat: ChatView): CartLine[] {
  const seen = seenIn(glass, chat);
  return Object.entries(glass.ui.carts[chat.id] ?? {}).flatMap(([id, quantity]) => {
    const product = seen.get(id);
    return product && quantity > 0 ? [{ product, quantity }] : [];
  });
}

function setQuantity(glass: Glass, chat: ChatView, { retailerId }: ProductView, quantity: number): void {
  const cart = { ...glass.ui.carts[chat.id], [retailerId]: Math.min(Math.max(quantity, 0), most) };
  glass.set({ carts: { ...glass.ui.carts, [chat.id]: cart } });
}

export function quantityButtons(
  glass: Glass,
  chat: ChatView,
  product: ProductView,
  text?: string,
): TemplateResult {
  const { words } = glass;
  const quantity = glass.ui.carts[chat.id]?.[product.retailerId] ?? 0;
  const step = (by: number) => (): void => setQuantity(glass, chat, product, quantity + by);
  if (!product.inStock) return html`<span class="out-of-stock">${words.outOfStock}</span>`;
  if (quantity === 0) {
    return html`<button
      type="button"
      class=${text ? 'main-button' : 'round-button'}
      aria-label="${words.addToCart}: ${product.name}"
      data-testid="add-${product.retailerId}"
      @click=${step(1)}
    >
      ${text ?? icon('plus')}
    </button>`;
  }
  return html`<span class="quantity" role="group" aria-label="${words.quantity}: ${product.name}">
    <button
      type="button"
      class="round-button"
      aria-label=${words.fewer}
      data-testid="fewer"
      @click=${step(-1)}
    >
      ${icon('minus')}
    </button>
    <span aria-live="polite" data-testid="quantity">${quantity}</span>
    <button
      type="button"
      class="round-button"
      aria-label=${words.oneMore}
      data-testid="more"
      @click=${step(1)}
    >
      ${icon('plus')}
    </button>
  </span>`;
}
