import { html, nothing, type TemplateResult } from 'lit-html';
import type { ProductView } from '../../src/phones/card-view.ts';
import type { Language } from '../../src/phones/view.ts';
import { priceOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { ownImage } from '../core/own-picture.ts';

export const productPicture = ({ picture }: { picture?: string }): TemplateResult =>
  html`<span class="product-picture">${ownImage(picture, icon('shop'))}</span>`;

export const productPrice = ({ price, salePrice }: ProductView, language: Language): TemplateResult =>
  salePrice
    ? html`<span class="price">${priceOf(salePrice, language)} <s>${priceOf(price, language)}</s></span>`
    : html`<span class="price">${priceOf(price, language)}</span>`;

/** In one line, where a message asks about a product. */
export const productLine = (product: ProductView, language: Language = 'en'): TemplateResult =>
  html`<span class="product-line">
    ${productPicture(product)}
    <span><strong>${product.name}</strong>${productPrice(product, language)}</span>
  </span>`;

/** In a bubble: the picture large, and the way to all about it. */
export const productCard = (glass: Glass, product: ProductView): TemplateResult =>
  html`<button
    type="button"
    class="product-card"
    data-testid="product-card"
    @click=${() => glass.show({ is: 'product', product })}
  >
    ${productPicture(product)}
    <span class="product-card-words">
      <strong>${product.name}</strong>
      ${product.description ? html`<small>${product.description}</small>` : nothing}
      ${productPrice(product, glass.phone.language)}
    </span>
  </button>`;
