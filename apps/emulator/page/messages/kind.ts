import { html, nothing, type TemplateResult } from 'lit-html';
import type { MessageContent } from '../../src/phones/view.ts';
import { icon, type IconName } from '../core/icons.ts';

type Kind = MessageContent['kind'];

const icons: Partial<Record<Kind, IconName>> = {
  image: 'picture',
  video: 'video',
  sticker: 'smile',
  audio: 'mic',
  document: 'document',
  location: 'pin',
  'live-location': 'pin',
  contacts: 'person',
  poll: 'poll',
  cart: 'cart',
  payment: 'card',
  call: 'phone',
  deleted: 'block',
  answer: 'form',
};

/** The small picture before a message's line in a list or a quote. */
export const kindIcon = (kind: Kind): TemplateResult | typeof nothing => {
  const name = icons[kind];
  return name ? html`<span class="kind-icon">${icon(name)}</span>` : nothing;
};
