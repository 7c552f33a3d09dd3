import { html, type TemplateResult } from 'lit-html';
import type { MediaKind } from '../../src/phones/actions.ts';
import type { ChatView } from '../../src/phones/view.ts';
import type { Glass, Sheet } from '../core/glass.ts';
import { icon, type IconName } from '../core/icons.ts';
import { sampleDocument, samplePhoto, sampleSticker } from '../phone/sample-files.ts';
import { fieldsOf, mainButton, sheet } from './sheet.ts';

export function attachSheet(glass: Glass): TemplateResult {
  const { words } = glass;
  const ways: [IconName, string, string, Sheet['is'] & ('file' | 'location' | 'contact' | 'poll')][] = [
    ['picture', words.attachGallery, 'attach-file', 'file'],
    ['pin', words.location, 'attach-location', 'location'],
    ['person', words.contact, 'attach-contact', 'contact'],
    ['poll', words.poll, 'attach-poll', 'poll'],
  ];
  return sheet(glass, {
    name: 'attach',
    title: words.attach,
    body: html`<div class="attach-grid">
      ${ways.map(
        ([name, text, test, is]) =>
          html`<button
            type="button"
            class="attach attach-${is}"
            data-testid=${test}
            @click=${() => glass.show({ is })}
          >
            <span>${icon(name)}</span>${text}
          </button>`,
      )}
    </div>`,
  });
}

/** A ready sample of each kind, for a test or a look, and any file of one's own. */
export function fileSheet(glass: Glass, chat: ChatView): TemplateResult {
  const { words } = glass;
  const pick = async ({ target }: Event): Promise<void> => {
    const file = (target as HTMLInputElement).files?.[0];
    if (file) await sendFile(glass, chat, file, kindOf(file));
  };
  const samples: [MediaKind, string, IconName, () => Promise<File>][] = [
    ['image', words.attachPhoto, 'camera', samplePhoto],
    ['document', words.attachDocument, 'document', sampleDocument],
    ['sticker', words.attachSticker, 'smile', sampleSticker],
  ];
  return sheet(glass, {
    name: 'file',
    title: words.attachGallery,
    body: html`
      <div class="attach-grid">
        ${samples.map(
          ([as, text, name, make]) =>
            html`<button
              type="button"
              class="attach attach-${as}"
              data-testid="attach-${as}"
              @click=${() => void make().then((file) => sendFile(glass, chat, file, as))}
            >
              <span>${icon(name)}</span>${text}
            </button>`,
        )}
      </div>
      <label class="field">
        <span>${words.caption}</span>
        <input name="caption" data-testid="caption" class="caption-field" />
      </label>
      <label class="file-field">
        ${icon('clip')}${words.attachFile}
        <input type="file" data-testid="file" @change=${(event: Event) => void pick(event)} />
      </label>
    `,
  });
}

const kindOf = ({ type }: File): MediaKind => {
  if (type === 'image/jpeg' || type === 'image/png') return 'image';
  if (type === 'image/webp') return 'sticker';
  if (type.startsWith('video/')) return 'video';
  return type.startsWith('audio/') ? 'audio' : 'document';
};

async function sendFile(glass: Glass, chat: ChatView, file: File, as: MediaKind): Promise<void> {
  const field = document.querySelector<HTMLInputElement>(
    `[data-phone="${CSS.escape(glass.phone.id)}"] .caption-field`,
  );
  const caption = field?.value.trim();
  const replyTo = glass.ui.replyTo;
  glass.show(undefined);
  glass.set({ replyTo: undefined });
  const media = await glass.upload(file, file.name);
  if (!media) return;
  await glass.act({
    type: 'send-media',
    as,
    chat: chat.id,
    media: media.id,
    ...(caption && { caption }),
    ...(as === 'document' && { name: file.name }),
    ...(replyTo && { replyTo }),
  });
}

export function contactSheet(glass: Glass, chat: ChatView): TemplateResult {
  const { words } = glass;
  const send = (event: Event): void => {
    const { name = '', phone = '' } = fieldsOf(event);
    glass.show(undefined);
    const card = { name, phones: [{ phone, type: 'CELL', onWhatsApp: true }], emails: [] };
    void glass.act({ type: 'send-contacts', chat: chat.id, contacts: [card] });
  };
  return sheet(glass, {
    name: 'contact',
    title: words.contact,
    body: html`<form class="fields" @submit=${send}>
      <label class="field"
        ><span>${words.name}</span
        ><input name="name" value="Kavita Deshmukh" required data-testid="contact-name"
      /></label>
      <label class="field">
        <span>${words.phoneNumber}</span>
        <input name="phone" type="tel" value="+919822012345" required data-testid="contact-phone" />
      </label>
      ${mainButton(words.send, 'contact-send')}
    </form>`,
  });
}

export function pollSheet(glass: Glass, chat: ChatView): TemplateResult {
  const { words } = glass;
  const send = (event: Event): void => {
    const { question = '', ...options } = fieldsOf(event);
    glass.show(undefined);
    void glass.act({
      type: 'send-poll',
      chat: chat.id,
      question,
      options: Object.values(options).filter(Boolean),
    });
  };
  return sheet(glass, {
    name: 'poll',
    title: words.poll,
    body: html`<form class="fields" @submit=${send}>
      <label class="field"
        ><span>${words.question}</span><input name="question" required data-testid="poll-question"
      /></label>
      ${[1, 2, 3].map(
        (number) =>
          html`<label class="field">
            <span>${words.option} ${number}</span>
            <input name="option${number}" ?required=${number < 3} data-testid="poll-option-${number}" />
          </label>`,
      )}
      ${mainButton(words.send, 'poll-send')}
    </form>`,
  });
}

const emoji =
  '😀 😂 😍 🥰 😊 😎 🤔 😢 😡 👍 👎 🙏 👏 💪 🎉 ❤ 🔥 ✨ 🎁 🛍 🚚 📦 💳 🏠 🦷 📚 📱 💻 🍛 ☕ 🌸 🪔'.split(' ');

export function emojiSheet(glass: Glass, chat: ChatView): TemplateResult {
  const add = (one: string): void => {
    glass.set({ drafts: { ...glass.ui.drafts, [chat.id]: `${glass.ui.drafts[chat.id] ?? ''}${one}` } });
  };
  return sheet(glass, {
    name: 'emoji',
    title: glass.words.emoji,
    body: html`<div class="emoji-grid">
      ${emoji.map((one) => html`<button type="button" class="emoji" aria-label=${one} @click=${() => add(one)}>${one}</button>`)}
    </div>`,
  });
}
