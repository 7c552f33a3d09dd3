import { html, nothing, type TemplateResult } from 'lit-html';
import type { CarouselCard } from '../../src/phones/card-view.ts';
import type { MessageView } from '../../src/phones/view.ts';
import type { Glass } from '../core/glass.ts';
import { productCard } from '../shop/product.ts';
import { cardButton } from './buttons.ts';
import { cardHeader } from './card.ts';
import { marked } from './marked.ts';

/** Cards beside each other below the bubble, which the thumb or the arrow keys move. */
export const carousel = (glass: Glass, view: MessageView, cards: CarouselCard[]): TemplateResult =>
  html`<ul class="carousel" tabindex="0" aria-label=${glass.words.cards} data-testid="carousel">
    ${cards.map(
      ({ header, body, product, buttons }, index) =>
        html`<li class="carousel-card" data-testid="carousel-card" data-card=${index}>
          <div class="inner">
            ${header ? cardHeader(glass, header) : nothing} ${product ? productCard(glass, product) : nothing}
            ${body ? html`<span class="text card-body">${marked(body)}</span>` : nothing}
          </div>
          <div class="card-buttons" role="group">
            ${buttons.map((button) => cardButton(glass, view, button))}
          </div>
        </li>`,
    )}
  </ul>`;
