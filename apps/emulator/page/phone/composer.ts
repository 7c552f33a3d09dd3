import { html, nothing, type TemplateResult } from 'lit-html';
import type { ChatView } from '../../src/phones/view.ts';
import { lengthOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { iconButton } from '../core/parts.ts';
import { lineOf } from '../messages/line.ts';
import { productLine } from '../shop/product.ts';
import { voiceNote } from './voice-note.ts';

export function composer(glass: Glass, chat: ChatView): TemplateResult {
  const { ui, words } = glass;
  if (ui.recordingSince !== undefined) return recorder(glass, chat, ui.recordingSince);
  const draft = ui.drafts[chat.id] ?? '';
  return html`<div class="composer">
    ${above(glass, chat)} ${suggestions(glass, chat, draft)}
    <div class="composer-line">
      <div class="composer-box">
        ${iconButton({ icon: 'smile', label: words.emoji, test: 'composer-emoji', press: () => glass.show({ is: 'emoji' }) })}
        <textarea
          rows="1"
          .value=${draft}
          placeholder=${words.message}
          aria-label=${words.message}
          data-testid="composer-text"
          @input=${({ target }: Event) => type(glass, chat, (target as HTMLTextAreaElement).value)}
          @keydown=${(event: KeyboardEvent) => onKey(glass, chat, event)}
        ></textarea>
        ${iconButton({ icon: 'clip', label: words.attach, test: 'composer-attach', press: () => glass.show({ is: 'attach' }) })}
        ${
          draft === ''
            ? iconButton({
                icon: 'camera',
                label: words.attachPhoto,
                test: 'composer-photo',
                press: () => glass.show({ is: 'file' }),
              })
            : nothing
        }
      </div>
      ${
        draft === ''
          ? sendButton('mic', words.recordVoice, 'composer-voice', () =>
              glass.set({ recordingSince: glass.now }),
            )
          : sendButton('send', words.send, 'composer-send', () => void send(glass, chat))
      }
    </div>
  </div>`;
}

const sendButton = (name: 'mic' | 'send', label: string, test: string, press: () => void): TemplateResult =>
  html`<button type="button" class="send" aria-label=${label} data-testid=${test} @click=${press}>
    ${icon(name)}
  </button>`;

function type(glass: Glass, { id }: ChatView, text: string): void {
  glass.set({ drafts: { ...glass.ui.drafts, [id]: text } });
}

function onKey(glass: Glass, chat: ChatView, event: KeyboardEvent): void {
  if (event.key === 'Escape') glass.set({ replyTo: undefined, editing: undefined, asking: undefined });
  // While letters of another script are put together, Enter belongs to the keyboard.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  void send(glass, chat);
}

async function send(glass: Glass, chat: ChatView): Promise<void> {
  const { replyTo, editing, asking, drafts } = glass.ui;
  const text = (drafts[chat.id] ?? '').trim();
  if (text === '') return;
  glass.set({
    drafts: { ...drafts, [chat.id]: '' },
    replyTo: undefined,
    editing: undefined,
    asking: undefined,
  });
  const sent = await glass.act(
    editing
      ? { type: 'edit', chat: chat.id, message: editing, text }
      : {
          type: 'send-text',
          chat: chat.id,
          text,
          ...(replyTo && { replyTo }),
          ...(asking && { product: asking.retailerId }),
        },
  );
  // What was refused stays in the box.
  if (!sent) glass.set({ drafts: { ...drafts, [chat.id]: text } });
}

/** What the next message belongs to: a quote, an edit, a product. */
function above(glass: Glass, chat: ChatView): TemplateResult | typeof nothing {
  const { ui, words } = glass;
  const about = chat.messages.find(({ id }) => id === (ui.replyTo ?? ui.editing));
  if (!about && !ui.asking) return nothing;
  const title = ui.editing ? words.editing : about?.mine ? words.you : (about?.author ?? chat.title);
  return html`<div class="composer-above" data-testid="composer-above">
    ${
      ui.asking
        ? html`<span class="quoted-words"
            ><strong>${words.askAboutProduct}</strong>${productLine(ui.asking)}</span
          >`
        : html`<span class="quoted-words"
            ><strong>${title}</strong><span>${about ? lineOf(about.content, words) : ''}</span></span
          >`
    }
    ${iconButton({
      icon: 'close',
      label: words.cancel,
      press: () => glass.set({ replyTo: undefined, editing: undefined, asking: undefined }),
    })}
  </div>`;
}

/** The business' commands, while one types a slash. */
function suggestions(glass: Glass, chat: ChatView, draft: string): TemplateResult | typeof nothing {
  const found = draft.startsWith('/')
    ? (chat.business?.commands ?? []).filter(({ name }) => `/${name}`.startsWith(draft))
    : [];
  if (found.length === 0) return nothing;
  return html`<ul class="commands" aria-label=${glass.words.commands}>
    ${found.map(
      ({ name, description }) =>
        html`<li>
          <button type="button" data-testid="command" @click=${() => type(glass, chat, `/${name}`)}>
            <strong>/${name}</strong><span>${description}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}

function recorder(glass: Glass, chat: ChatView, since: number): TemplateResult {
  const { words } = glass;
  const seconds = Math.max(1, Math.floor((glass.now - since) / 1000));
  return html`<div class="composer">
    <div class="composer-line">
      <div class="composer-box recording" role="status">
        ${iconButton({
          icon: 'trash',
          label: words.cancel,
          test: 'voice-cancel',
          press: () => glass.set({ recordingSince: undefined }),
        })}
        <i class="record-dot"></i><span>${words.recording} ${lengthOf(seconds)}</span>
      </div>
      ${sendButton('send', words.stopAndSend, 'voice-send', () => void sendVoice(glass, chat, seconds))}
    </div>
  </div>`;
}

/** The voice is silence of the right length: nobody has to speak to a test. */
async function sendVoice(glass: Glass, chat: ChatView, seconds: number): Promise<void> {
  const replyTo = glass.ui.replyTo;
  glass.set({ recordingSince: undefined, replyTo: undefined });
  const media = await glass.upload(voiceNote(Math.min(seconds, 60)), 'voice.ogg');
  if (!media) return;
  await glass.act({
    type: 'send-media',
    as: 'voice',
    chat: chat.id,
    media: media.id,
    ...(replyTo && { replyTo }),
  });
}
