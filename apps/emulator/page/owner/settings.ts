import { html, nothing, type TemplateResult } from 'lit-html';
import type { OwnerPhone } from '../../src/phones/view.ts';
import { phoneNumber, shortWhen } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { actionRow, avatar, iconButton } from '../core/parts.ts';

/** What the Business app's owner decides outside of chats. */
export function ownerSettings(glass: Glass): TemplateResult {
  const { phone, words } = glass;
  if (phone.face !== 'owner') return html``;
  return html`
    <header class="app-bar">
      ${iconButton({ icon: 'back', label: words.back, test: 'back', press: () => glass.open({ at: 'chats' }) })}
      <h3 class="app-bar-title">${words.settings}</h3>
    </header>
    <div class="pane" tabindex="0" role="group" aria-label=${words.settings} data-testid="settings">
      <div class="profile-head">
        ${avatar(phone.name, phone.picture, 'business')}
        <h4>${phone.name}</h4>
        <p>${phoneNumber(phone.phone)}</p>
      </div>
      ${platform(glass, phone)} ${devices(glass, phone)}
      <div class="pane-group">
        ${actionRow({
          icon: 'people',
          text: words.newGroup,
          detail: words.groupsStay,
          test: 'new-group',
          press: () => glass.show({ is: 'new-group' }),
        })}
      </div>
    </div>
  `;
}

function platform(
  glass: Glass,
  { platform: { state, partner, sharesHistory, historyProgress } }: OwnerPhone,
): TemplateResult {
  const { words } = glass;
  const says = {
    none: words.platformNone,
    asked: `${partner ?? ''} ${words.platformAsked}`,
    connected: `${words.platformConnected} ${partner ?? ''}`,
    disconnected: words.platformLeft,
  }[state];
  return html`<section class="pane-group" aria-label=${words.platform} data-testid="platform-${state}">
    <h4 class="sheet-title">${words.platform}</h4>
    <p class="sheet-text">${says}</p>
    ${
      state === 'asked'
        ? actionRow({
            icon: 'link',
            text: words.connect,
            tone: 'accent',
            test: 'open-connect',
            press: () => glass.show({ is: 'connect' }),
          })
        : nothing
    }
    ${
      state === 'connected'
        ? html`<p class="sheet-text">
              ${sharesHistory ? words.historyShared : words.historyKept}
              ${
                historyProgress === undefined
                  ? nothing
                  : html`<progress
                        max="100"
                        value=${historyProgress}
                        aria-label=${words.shareHistory}
                      ></progress>
                      ${historyProgress}%`
              }
            </p>
            ${actionRow({
              icon: 'close',
              text: words.disconnect,
              tone: 'danger',
              test: 'disconnect-platform',
              press: () => void glass.act({ type: 'disconnect-platform' }),
            })}`
        : nothing
    }
  </section>`;
}

const devices = (glass: Glass, { devices: linked }: OwnerPhone): TemplateResult =>
  html`<section class="pane-group" aria-label=${glass.words.devices}>
    <h4 class="sheet-title">${glass.words.devices}</h4>
    ${linked.map(({ id, name, lastActiveAt }) =>
      actionRow({
        icon: 'laptop',
        text: name,
        detail: `${shortWhen(lastActiveAt, glass.now, glass.phone.language)} · ${glass.words.unlink}`,
        test: `device-${id}`,
        press: () => void glass.act({ type: 'unlink-device', device: id }),
      }),
    )}
    ${actionRow({
      icon: 'plus',
      text: glass.words.linkDevice,
      tone: 'accent',
      test: 'link-device',
      press: () =>
        void glass.act({ type: 'link-device', name: linked.length % 2 === 0 ? 'WhatsApp Web' : 'Mac' }),
    })}
  </section>`;
