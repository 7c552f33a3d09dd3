import { html, nothing, type TemplateResult } from 'lit-html';
import { timeOf } from '../core/format.ts';
import type { Glass, Screen } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { ownerSettings } from '../owner/settings.ts';
import { sheetOf } from '../sheets/sheets.ts';
import { callScreen } from './call.ts';
import { chatList } from './chat-list.ts';
import { chatScreen } from './chat.ts';
import { profile } from './profile.ts';

/** The phone itself: its frame, its status bar and what is on its screen. */
export function phoneGlass(glass: Glass): TemplateResult {
  const { phone, ui, words } = glass;
  const sheet = phone.call ? undefined : sheetOf(glass);
  const covered = sheet !== undefined || phone.call !== undefined;
  return html`<div class="glass glass-${phone.face}" lang=${phone.language} data-phone=${phone.id}>
    <div class="status-bar" aria-hidden="true">
      <span>${timeOf(glass.now, phone.language).replace(/\s?[ap]m$/i, '')}</span>
      <span class="status-signs">
        ${phone.online ? html`<i class="signal"></i>` : icon('offline')}<i class="battery"></i>
      </span>
    </div>
    <div class="screen" ?inert=${covered}>${screens[ui.screen.at](glass)}</div>
    ${sheet ?? nothing} ${phone.call ? callScreen(glass, phone.call) : nothing}
    ${
      phone.face === 'customer' && !phone.hasWhatsApp
        ? html`<div class="no-whatsapp" data-testid="no-whatsapp">
            ${icon('block')}
            <p>${words.notOnWhatsApp}</p>
          </div>`
        : nothing
    }
    <div class="toast" role="status" data-testid="toast">
      ${ui.toast ? html`<span>${ui.toast}</span>` : nothing}
    </div>
  </div>`;
}

const screens: Record<Screen['at'], (glass: Glass) => TemplateResult> = {
  chats: chatList,
  chat: chatScreen,
  profile,
  settings: ownerSettings,
};
