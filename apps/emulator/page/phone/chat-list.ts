import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { styled } from '../core/styled.ts';
import type { ChatSummary, OwnerPhone } from '../../src/phones/view.ts';
import { shortWhen } from '../core/format.ts';
import type { Glass, PhoneUi } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { withoutMarks } from '../core/marked-text.ts';
import { avatar, iconButton, named } from '../core/parts.ts';
import { kindIcon } from '../messages/kind.ts';
import { ticksOf } from '../messages/ticks.ts';

export function chatList(glass: Glass): TemplateResult {
  const { phone, ui, words } = glass;
  const owner = phone.face === 'owner';
  const chats = phone.chats.filter((chat) => isShown(chat, ui));
  return html`
    <header class="app-bar app-bar-list">
      <h3 class="app-name">${owner ? words.appBusiness : words.app}</h3>
      ${iconButton({ icon: 'qr', label: words.scan, test: 'open-entries', press: () => glass.show({ is: 'entries' }) })}
      ${
        owner
          ? iconButton({
              icon: 'settings',
              label: words.settings,
              test: 'open-settings',
              press: () => glass.open({ at: 'settings' }),
            })
          : nothing
      }
    </header>
    ${phone.online ? nothing : html`<p class="net-line" role="status">${words.noNetwork}</p>`}
    <div class="search-line">
      ${icon('search')}
      <input
        type="search"
        .value=${ui.search}
        placeholder=${words.businessSearch}
        aria-label=${words.search}
        data-testid="search-chats"
        @input=${({ target }: Event) => glass.set({ search: (target as HTMLInputElement).value })}
      />
    </div>
    <div class="chips" role="group" aria-label=${words.chats}>
      ${(['all', 'unread', 'groups'] as const).map(
        (filter) =>
          html`<button
            type="button"
            class="chip"
            aria-pressed=${String(ui.filter === filter)}
            data-testid="filter-${filter}"
            @click=${() => glass.set({ filter })}
          >
            ${words[filter]}
          </button>`,
      )}
    </div>
    <ul class="chat-rows" aria-label=${words.chats} ?hidden=${chats.length === 0}>
      ${repeat(
        chats,
        ({ id }) => id,
        (chat) => chatRow(glass, chat),
      )}
    </ul>
    ${chats.length === 0 ? html`<p class="empty">${words.noChats}</p>` : nothing}
    <button
      type="button"
      class="fab"
      aria-label=${words.newChat}
      data-testid="new-chat"
      @click=${() => glass.show({ is: 'entries' })}
    >
      ${icon('chat')}
    </button>
  `;
}

function isShown({ unread, kind, title }: ChatSummary, { filter, search }: PhoneUi): boolean {
  if (filter === 'unread' && unread === 0) return false;
  if (filter === 'groups' && kind !== 'group') return false;
  return title.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
}

function chatRow(glass: Glass, chat: ChatSummary): TemplateResult {
  const { words, phone, now } = glass;
  const { id, title, picture, kind, official, last, unread } = chat;
  return html`<li>
    <button
      type="button"
      class="chat-row ${unread > 0 ? 'unread' : ''}"
      data-testid="chat-row-${id}"
      @click=${() => glass.open({ at: 'chat', chat: id })}
    >
      ${avatar(title, picture, kind)}
      <span class="chat-row-words">
        <span class="chat-row-top">
          <strong>${named(title, official, words)}</strong>
          ${last ? html`<time>${shortWhen(last.at, now, phone.language)}</time>` : nothing}
        </span>
        <span class="chat-row-low">
          ${chat.typing ? html`<em class="typing-words">${words.typing}</em>` : lastLine(glass, chat)}
          ${labelDots(glass, chat)}
          ${unread > 0 ? html`<span class="badge" data-testid="unread">${unread}</span>` : nothing}
        </span>
      </span>
    </button>
  </li>`;
}

function lastLine({ words }: Glass, { last, blocked }: ChatSummary): TemplateResult {
  if (blocked) return html`<span class="chat-row-last">${icon('block')}${words.block}</span>`;
  if (!last) return html`<span class="chat-row-last"></span>`;
  return html`<span class="chat-row-last">
    ${last.mine && last.status ? ticksOf(last.status, words) : nothing} ${kindIcon(last.kind)}
    <span>${withoutMarks(last.text)}</span>
  </span>`;
}

function labelDots({ phone }: Glass, { labels }: ChatSummary): TemplateResult | typeof nothing {
  if (phone.face !== 'owner' || labels.length === 0) return nothing;
  return html`<span class="label-dots">
    ${labels.map((id) => {
      const label = labelOf(phone, id);
      return label
        ? html`<i ${styled({ '--label': label.color })} title=${label.name}><span>${label.name}</span></i>`
        : nothing;
    })}
  </span>`;
}

const labelOf = ({ labels }: OwnerPhone, id: string): OwnerPhone['labels'][number] | undefined =>
  labels.find((label) => label.id === id);
