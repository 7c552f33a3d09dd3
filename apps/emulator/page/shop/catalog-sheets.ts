import { html, nothing, type TemplateResult } from 'lit-html';
import type { ButtonView, ProductView } from '../../src/phones/card-view.ts';
import type { ChatView } from '../../src/phones/view.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { mainButton, sheet } from '../sheets/sheet.ts';
import { cartOf, quantityButtons, rememberProducts } from './cart.ts';
import { countOf } from './order.ts';
import { productPicture, productPrice } from './product.ts';

/** The business' whole catalog, which can be searched. */
export function catalogSheet(glass: Glass, chat: ChatView): TemplateResult {
  const { words, ui } = glass;
  const catalog = glass.load(`catalog/${glass.phone.id}/${chat.id}`, () =>
    glass.api.catalog(glass.phone.id, chat.id),
  );
  const wanted = (ui.catalogSearch ?? '').trim().toLocaleLowerCase();
  const found = catalog?.products.filter(({ name, description = '' }) =>
    `${name} ${description}`.toLocaleLowerCase().includes(wanted),
  );
  if (catalog) rememberProducts(glass, chat, catalog.products);
  return sheet(glass, {
    name: 'catalog',
    title: catalog?.name ?? words.catalog,
    full: true,
    body: html`
      <div class="search-line">
        ${icon('search')}
        <input
          type="search"
          placeholder=${words.searchCatalog}
          aria-label=${words.searchCatalog}
          .value=${ui.catalogSearch ?? ''}
          data-testid="catalog-search"
          @input=${({ target }: Event) => glass.set({ catalogSearch: (target as HTMLInputElement).value })}
        />
      </div>
      ${found ? productRows(glass, chat, found) : html`<p class="empty" aria-busy="true">…</p>`}
      ${found?.length === 0 ? html`<p class="empty">${words.nothingFound}</p>` : nothing}
    `,
    foot: cartFoot(glass, chat),
  });
}

type ProductsButton = Extract<ButtonView, { kind: 'products' }>;

/** The sections of a multi-product message. */
export function productsSheet(
  glass: Glass,
  chat: ChatView,
  { title, sections }: ProductsButton,
): TemplateResult {
  rememberProducts(
    glass,
    chat,
    sections.flatMap(({ products }) => products),
  );
  return sheet(glass, {
    name: 'products',
    title,
    full: true,
    body: sections.map(
      ({ title: section, products }) =>
        html`${section ? html`<h4 class="sheet-title">${section}</h4>` : nothing}${productRows(glass, chat, products)}`,
    ),
    foot: cartFoot(glass, chat),
  });
}

const productRows = (glass: Glass, chat: ChatView, products: ProductView[]): TemplateResult =>
  html`<ul class="product-rows">
    ${products.map(
      (product) =>
        html`<li class="product-row" data-testid="product-${product.retailerId}">
          <button type="button" class="product-open" @click=${() => glass.show({ is: 'product', product })}>
            ${productPicture(product)}
            <span>
              <strong>${product.name}</strong>
              ${product.description ? html`<small>${product.description}</small>` : nothing}
              ${productPrice(product, glass.phone.language)}
            </span>
          </button>
          ${quantityButtons(glass, chat, product)}
        </li>`,
    )}
  </ul>`;

export function productSheet(glass: Glass, chat: ChatView, product: ProductView): TemplateResult {
  const { words } = glass;
  rememberProducts(glass, chat, [product]);
  const ask = (): void => {
    glass.show(undefined);
    glass.set({ asking: product });
  };
  return sheet(glass, {
    name: 'product',
    title: product.name,
    full: true,
    body: html`<div class="product-full">
      ${productPicture(product)}
      <h4>${product.name}</h4>
      ${productPrice(product, glass.phone.language)}
      ${product.description ? html`<p>${product.description}</p>` : nothing}
      <div class="product-actions">
        <button type="button" class="quiet-button" data-testid="ask-product" @click=${ask}>
          ${icon('chat')}${words.messageBusiness}
        </button>
        ${quantityButtons(glass, chat, product, words.addToCart)}
      </div>
    </div>`,
    foot: cartFoot(glass, chat),
  });
}

function cartFoot(glass: Glass, chat: ChatView): TemplateResult {
  const count = cartOf(glass, chat).reduce((sum, { quantity }) => sum + quantity, 0);
  if (count === 0) return html``;
  return mainButton(`${glass.words.viewCart} (${countOf(count, glass.words)})`, 'view-cart', () =>
    glass.show({ is: 'cart' }),
  );
}
