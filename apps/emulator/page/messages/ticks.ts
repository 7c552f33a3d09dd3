import { html, type TemplateResult } from 'lit-html';
import type { MessageStatus } from '../../src/phones/view.ts';
import { icon, ticks } from '../core/icons.ts';
import type { Words } from '../core/words.ts';

const drawn: Record<MessageStatus, TemplateResult> = {
  waiting: icon('clock'),
  sent: ticks.one,
  delivered: ticks.two,
  read: ticks.two,
  played: ticks.two,
  failed: icon('warning'),
};

export const ticksOf = (status: MessageStatus, words: Words): TemplateResult =>
  html`<span
    class="ticks ticks-${status}"
    role="img"
    aria-label=${words[status]}
    data-testid="ticks-${status}"
  >
    ${drawn[status]}
  </span>`;
