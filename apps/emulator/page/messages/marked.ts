import { html, nothing, type TemplateResult } from 'lit-html';
import { readBlocks, readPieces, type Block, type Piece } from '../core/marked-text.ts';

/** The text of a message with WhatsApp's marks drawn. */
export const marked = (text: string): TemplateResult[] => readBlocks(text).map(block);

/** The same in one line, for names and headers. */
export const markedLine = (text: string): (TemplateResult | string)[] => readPieces(text).map(piece);

function block(one: Block): TemplateResult {
  if (one.is === 'block') return html`<code class="text-block">${one.text}</code>`;
  const pieces = one.pieces.map(piece);
  if (one.is === 'quote') return html`<span class="text-quote">${pieces}</span>`;
  if (one.is === 'item') {
    return html`<span class="text-item"
      ><span aria-hidden="true">${one.mark}</span><span>${pieces}</span></span
    >`;
  }
  return html`<span class="text-line">${pieces}${one.pieces.length === 0 ? html`<br />` : nothing}</span>`;
}

function piece(one: Piece): TemplateResult | string {
  if (one.is === 'plain') return one.text;
  if (one.is === 'code') return html`<code>${one.text}</code>`;
  if (one.is === 'link') {
    return html`<a href=${one.url} target="_blank" rel="noopener noreferrer nofollow">${one.text}</a>`;
  }
  const inner = one.pieces.map(piece);
  if (one.is === 'bold') return html`<strong>${inner}</strong>`;
  if (one.is === 'italic') return html`<em>${inner}</em>`;
  return html`<s>${inner}</s>`;
}
