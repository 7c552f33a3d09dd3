import { html, nothing, type TemplateResult } from 'lit-html';
import type { MediaView } from '../../src/phones/card-view.ts';
import type { ChatSummary, ChatView, MessageView, PhoneView } from '../../src/phones/view.ts';
import { phoneNumber } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { actionRow, avatar } from '../core/parts.ts';
import { lineOf } from '../messages/line.ts';
import { fieldsOf, mainButton, sheet } from './sheet.ts';

const quick = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const minute = 60_000;
/** How long WhatsApp lets one change and take back a message. */
const [editFor, deleteFor] = [15 * minute, 60 * 60 * minute];

export function messageMenuSheet(glass: Glass, chat: ChatView, view: MessageView): TemplateResult {
  const { words, now } = glass;
  const { id, mine, at, content } = view;
  const on = { chat: chat.id, message: id };
  const text = content.kind === 'text' ? content.text : undefined;
  const close = (then: () => void) => (): void => {
    glass.show(undefined);
    then();
  };
  const edit = close(() => glass.set({ editing: id, drafts: { ...glass.ui.drafts, [chat.id]: text ?? '' } }));
  const copy = close(() => {
    void navigator.clipboard?.writeText(lineOf(content, words)).catch(() => {});
    glass.say(words.copied);
  });
  // In groups of the Cloud API messages are answered and reacted to, and nothing else.
  const isPlain = !chat.group?.mirrored;
  const mayEdit = isPlain && mine && text !== undefined && now - at < editFor;
  const mayTakeBack = isPlain && mine && now - at < deleteFor;
  return sheet(glass, {
    name: 'message-menu',
    title: words.messageMenu,
    body: html`
      ${reactionRow(glass, chat, view)}
      ${actionRow({ icon: 'reply', text: words.reply, test: 'menu-reply', press: close(() => glass.set({ replyTo: id })) })}
      ${
        isPlain
          ? actionRow({
              icon: 'forward',
              text: words.forward,
              test: 'menu-forward',
              press: () => glass.show({ is: 'forward', message: id }),
            })
          : nothing
      }
      ${actionRow({ icon: 'copy', text: words.copy, test: 'menu-copy', press: copy })}
      ${mayEdit ? actionRow({ icon: 'pencil', text: words.edit, test: 'menu-edit', press: edit }) : nothing}
      ${
        mayTakeBack
          ? actionRow({
              icon: 'trash',
              text: words.deleteForEveryone,
              tone: 'danger',
              test: 'menu-delete-everyone',
              press: close(() => void glass.act({ type: 'delete', ...on, for: 'everyone' })),
            })
          : nothing
      }
      ${
        isPlain
          ? actionRow({
              icon: 'trash',
              text: words.deleteForMe,
              tone: 'danger',
              test: 'menu-delete-me',
              press: close(() => void glass.act({ type: 'delete', ...on, for: 'me' })),
            })
          : nothing
      }
    `,
  });
}

export const reactSheet = (glass: Glass, chat: ChatView, view: MessageView): TemplateResult =>
  sheet(glass, { name: 'react', title: glass.words.react, body: reactionRow(glass, chat, view) });

/** A tap on what one has given takes it back. */
function reactionRow(glass: Glass, chat: ChatView, { id, reactions }: MessageView): TemplateResult {
  const given = reactions.find(({ mine }) => mine)?.emoji;
  const react = (emoji: string): void => {
    glass.show(undefined);
    void glass.act({ type: 'react', chat: chat.id, message: id, emoji: emoji === given ? '' : emoji });
  };
  return html`<div class="emoji-row" role="group" aria-label=${glass.words.react}>
    ${quick.map(
      (emoji) =>
        html`<button
          type="button"
          class="emoji"
          aria-label=${emoji}
          aria-pressed=${String(emoji === given)}
          data-testid="react-${emoji}"
          @click=${() => react(emoji)}
        >
          ${emoji}
        </button>`,
    )}
  </div>`;
}

export function forwardSheet(glass: Glass, chat: ChatView, { id }: MessageView): TemplateResult {
  const { words, phone } = glass;
  const send = (event: Event): void => {
    const to = Object.keys(fieldsOf(event));
    if (to.length === 0) return;
    glass.show(undefined);
    void glass.act({ type: 'forward', chat: chat.id, message: id, to });
  };
  return sheet(glass, {
    name: 'forward',
    title: words.forwardTo,
    body: html`<form class="fields" @submit=${send}>
      <div class="rows">
        ${phone.chats
          .filter(takesForwarded(phone))
          .map(
            ({ id: to, title, picture, kind }) =>
              html`<label class="row" data-testid="forward-${to}">
                ${avatar(title, picture, kind)}<span>${title}</span><input type="checkbox" name=${to} />
              </label>`,
          )}
      </div>
      ${mainButton(words.forward, 'forward-send')}
    </form>`,
  });
}

/** A customer's groups belong to a business, and take what is written in them alone. */
const takesForwarded =
  ({ face }: PhoneView) =>
  ({ kind }: ChatSummary): boolean =>
    face === 'owner' || kind !== 'group';

export const contactsSheet = (glass: Glass, { content }: MessageView): TemplateResult =>
  sheet(glass, {
    name: 'contacts',
    title: glass.words.contact,
    body: (content.kind === 'contacts' ? content.contacts : []).map(
      ({ name, organization, phones, emails }) =>
        html`<div class="contact-full">
          <span class="contact"
            >${avatar(name)}<span
              ><strong>${name}</strong><small>${organization ?? nothing}</small></span
            ></span
          >
          ${phones.map(({ phone, onWhatsApp, type }) =>
            actionRow({
              icon: onWhatsApp ? 'chat' : 'phone',
              text: phoneNumber(phone.replace(/\D/g, '')),
              detail: type,
              press: () =>
                void glass.act({ type: 'open-link', url: `https://wa.me/${phone.replace(/\D/g, '')}` }),
            }),
          )}
          ${emails.map((email) => html`<p class="sheet-text">${icon('mail')} ${email}</p>`)}
        </div>`,
    ),
  });

/** A picture or a video over the whole screen. */
export const viewerSheet = (glass: Glass, media: MediaView, caption?: string): TemplateResult =>
  sheet(glass, {
    name: 'viewer',
    title: caption ?? (media.mime.startsWith('video/') ? glass.words.video : glass.words.photo),
    full: true,
    body: html`<div class="viewer">
      ${
        media.mime.startsWith('video/')
          ? html`<video
              src=${media.url}
              controls
              playsinline
              aria-label=${caption ?? glass.words.video}
            ></video>`
          : html`<img src=${media.url} alt=${caption ?? glass.words.photo} />`
      }
    </div>`,
  });
