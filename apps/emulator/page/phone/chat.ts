import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { ChatView, MessageView } from '../../src/phones/view.ts';
import { dayOf, isSameDay, phoneNumber } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { avatar, iconButton, named } from '../core/parts.ts';
import { message } from '../messages/message.ts';
import { composer } from './composer.ts';

export function chatScreen(glass: Glass): TemplateResult {
  const { chat, words } = glass;
  if (!chat) return html`<div class="log wallpaper" aria-busy="true"></div>`;
  return html`
    ${chatHeader(glass, chat)}
    <div class="wallpaper">
      <div
        class="log-scroll"
        tabindex="0"
        role="log"
        aria-label="${words.messages}: ${chat.title}"
        data-testid="log"
      >
        <div class="log">
          ${chat.hasEarlier ? earlier(glass) : nothing} ${secureNote(glass, chat)}
          ${repeat(
            chat.messages,
            ({ id }) => id,
            (one, index) => withDay(glass, one, chat.messages[index - 1]),
          )}
          ${chat.typing ? typingDots(words.typing) : nothing} ${prompts(glass, chat)}
        </div>
      </div>
    </div>
    ${chat.blocked ? blockedFoot(glass, chat) : composer(glass, chat)}
  `;
}

function chatHeader(glass: Glass, chat: ChatView): TemplateResult {
  const { words, phone } = glass;
  return html`<header class="app-bar">
    ${iconButton({ icon: 'back', label: words.back, test: 'back', press: () => glass.open({ at: 'chats' }) })}
    <button
      type="button"
      class="chat-title"
      data-testid="chat-title"
      @click=${() => glass.open({ at: 'profile', chat: chat.id })}
    >
      ${avatar(chat.title, chat.picture, chat.kind)}
      <span>
        <strong>${named(chat.title, chat.official, words)}</strong>
        <small>${subtitle(glass, chat)}</small>
      </span>
    </button>
    ${
      phone.face === 'customer' && chat.business?.hasCatalog
        ? iconButton({
            icon: 'shop',
            label: words.catalog,
            test: 'open-catalog',
            press: () => glass.show({ is: 'catalog' }),
          })
        : nothing
    }
    ${
      chat.business?.calls.offered
        ? iconButton({
            icon: 'phone',
            label: words.voiceCall,
            test: 'call',
            press: () => void glass.act({ type: 'call', chat: chat.id }),
          })
        : nothing
    }
    ${iconButton({ icon: 'more', label: words.more, test: 'chat-menu', press: () => glass.show({ is: 'chat-menu' }) })}
  </header>`;
}

function subtitle({ words }: Glass, { title, typing, group, business, customer }: ChatView): string {
  if (typing) return words.typing;
  if (group) return `${group.members.length} ${words.members}`;
  if (business) return words.businessAccount;
  if (customer?.phone) return title === `+${customer.phone}` ? '' : phoneNumber(customer.phone);
  return customer?.username ? `@${customer.username}` : words.online;
}

const earlier = (glass: Glass): TemplateResult =>
  html`<p class="day">
    <button type="button" class="earlier" data-testid="earlier" @click=${() => void glass.readEarlier()}>
      ${glass.words.earlier}
    </button>
  </p>`;

const secureNote = ({ words }: Glass, { business, hasEarlier }: ChatView): TemplateResult | typeof nothing =>
  business && !hasEarlier
    ? html`<div class="notice"><span>${icon('lock')}${words.secure}</span></div>`
    : nothing;

function withDay(glass: Glass, one: MessageView, before: MessageView | undefined): TemplateResult {
  const newDay = !before || !isSameDay(before.at, one.at);
  const first =
    newDay || before.mine !== one.mine || before.author !== one.author || before.content.kind === 'notice';
  return html`${
    newDay ? html`<p class="day"><span>${dayOf(one.at, glass.now, glass.phone.language)}</span></p>` : nothing
  }${message(glass, one, first)}`;
}

const typingDots = (label: string): TemplateResult =>
  html`<div class="message theirs first" data-testid="typing">
    <div class="bubble typing" role="img" aria-label=${label}><i></i><i></i><i></i></div>
  </div>`;

/** Ice breakers: a tap sends the words. */
function prompts(glass: Glass, { id, business, messages }: ChatView): TemplateResult | typeof nothing {
  if (!business || business.prompts.length === 0 || messages.some(({ mine }) => mine)) return nothing;
  return html`<div class="prompts">
    ${business.prompts.map(
      (text) =>
        html`<button
          type="button"
          class="prompt"
          data-testid="prompt"
          @click=${() => void glass.act({ type: 'send-text', chat: id, text })}
        >
          ${text}
        </button>`,
    )}
  </div>`;
}

const blockedFoot = (glass: Glass, { id }: ChatView): TemplateResult =>
  html`<div class="blocked-foot">
    <span>${glass.words.youBlocked}</span>
    <button
      type="button"
      class="text-button"
      data-testid="unblock"
      @click=${() => void glass.act({ type: 'unblock', chat: id })}
    >
      ${glass.words.tapToUnblock}
    </button>
  </div>`;
