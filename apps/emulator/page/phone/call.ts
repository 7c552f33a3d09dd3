import { html, nothing, type TemplateResult } from 'lit-html';
import type { CallView } from '../../src/phones/card-view.ts';
import { lengthOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon, type IconName } from '../core/icons.ts';
import { avatar } from '../core/parts.ts';

/** A call over everything else, as it is on a phone. */
export function callScreen(glass: Glass, call: CallView): TemplateResult {
  const { words, now } = glass;
  const ringing = call.state === 'ringing';
  const says = ringing
    ? call.direction === 'incoming'
      ? words.incomingCall
      : words.ringing
    : lengthOf((now - call.since) / 1000);
  return html`<section
    class="call"
    role="dialog"
    aria-modal="true"
    aria-label=${words.voiceCall}
    data-testid="call-screen"
  >
    <div class="call-who">
      ${avatar(call.title, call.picture, 'business')}
      <h3>${call.title}</h3>
      <p role="timer" data-testid="call-state">${says}</p>
    </div>
    <div class="call-buttons">
      ${
        ringing && call.direction === 'incoming'
          ? html`${button(glass, call, 'decline-call', words.decline, 'phone-down')}
            ${button(glass, call, 'accept-call', words.accept, 'phone')}`
          : button(glass, call, 'end-call', words.endCall, 'phone-down')
      }
    </div>
    ${ringing ? nothing : html`<p class="call-foot">${icon('lock')}</p>`}
  </section>`;
}

const button = (
  glass: Glass,
  { id }: CallView,
  type: 'accept-call' | 'decline-call' | 'end-call',
  label: string,
  name: IconName,
): TemplateResult =>
  html`<button
    type="button"
    class="call-button ${type}"
    data-testid=${type}
    @click=${() => void glass.act({ type, call: id })}
  >
    <span>${icon(name)}</span>${label}
  </button>`;
