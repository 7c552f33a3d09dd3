import type { DirectiveResult } from 'lit-html/directive.js';
import { html, nothing, type TemplateResult } from 'lit-html';
import { styled } from '../core/styled.ts';
import type { MediaView } from '../../src/phones/card-view.ts';
import type { MessageContent, MessageView } from '../../src/phones/view.ts';
import { lengthOf, sizeOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { avatar } from '../core/parts.ts';

/** Room for the picture before it is there, so that nothing jumps. */
const room = ({ width, height }: MediaView): DirectiveResult =>
  styled({
    aspectRatio: width && height ? String(Math.min(Math.max(width / height, 0.75), 1.91)) : '4 / 3',
  });

export const picture = (glass: Glass, media: MediaView, caption?: string): TemplateResult =>
  html`<button
    type="button"
    class="picture"
    ${room(media)}
    aria-label=${caption ? `${glass.words.openPhoto}: ${caption}` : glass.words.openPhoto}
    @click=${() => glass.show({ is: 'viewer', media, caption })}
  >
    <img src=${media.url} alt="" loading="lazy" />
  </button>`;

export const video = (glass: Glass, media: MediaView, caption?: string): TemplateResult =>
  html`<button
    type="button"
    class="picture picture-video"
    ${room(media)}
    aria-label=${caption ? `${glass.words.openVideo}: ${caption}` : glass.words.openVideo}
    @click=${() => glass.show({ is: 'viewer', media, caption })}
  >
    <video src=${media.url} preload="metadata" muted playsinline></video>
    <span class="play-disc">${icon('play')}</span>
    <span class="video-length"
      >${icon('video')}${media.seconds === undefined ? nothing : lengthOf(media.seconds)}</span
    >
  </button>`;

export const sticker = ({ words }: Glass, media: MediaView): TemplateResult =>
  html`<img class="sticker" src=${media.url} alt=${words.sticker} />`;

const extensionOf = (name: string): string => /\.(\w{1,5})$/.exec(name)?.[1]?.toUpperCase() ?? 'FILE';

export function document(glass: Glass, media: MediaView, name: string, pages?: number): TemplateResult {
  const extension = extensionOf(name);
  const facts = [
    pages === undefined ? '' : `${pages} ${pages === 1 ? glass.words.page : glass.words.pages}`,
    sizeOf(media.bytes),
    extension,
  ];
  return html`<a class="document" href=${media.url} download=${name} data-testid="document-file">
    <span class="document-icon document-${extension.toLowerCase()}" aria-hidden="true">${extension}</span>
    <span class="document-words"
      ><strong>${name}</strong><small>${facts.filter(Boolean).join(' · ')}</small></span
    >
  </a>`;
}

type Audio = Extract<MessageContent, { kind: 'audio' }>;

export function audio(glass: Glass, view: MessageView, { media, voice }: Audio): TemplateResult {
  const { words, ui, phone, chat } = glass;
  const playing = ui.playing === view.id;
  const who = view.mine ? phone.name : (chat?.title ?? '');
  return html`<span class="audio ${voice ? 'voice' : ''} ${playing ? 'playing' : ''}">
    ${
      voice
        ? html`<span class="voice-face"
            >${avatar(who, view.mine ? phone.picture : chat?.picture)}${icon('mic')}</span
          >`
        : html`<span class="audio-face">${icon('headphones')}</span>`
    }
    <button
      type="button"
      class="audio-play"
      aria-label=${playing ? words.pause : words.play}
      data-testid="play"
      @click=${(event: Event) => toggle(glass, view, event)}
    >
      ${icon(playing ? 'pause' : 'play')}
    </button>
    <span class="wave">${wave(view.id)}</span>
    <span class="audio-length"
      >${media.seconds === undefined ? sizeOf(media.bytes) : lengthOf(media.seconds)}</span
    >
    <audio src=${media.url} preload="none" @ended=${() => glass.set({ playing: undefined })}></audio>
  </span>`;
}

/** Bars that look like speech, always the same for one message. */
function wave(id: string): TemplateResult[] {
  let seed = 11;
  for (const letter of id) seed = (seed * 33 + letter.charCodeAt(0)) % 65_521;
  return Array.from({ length: 34 }, (_, bar) => {
    seed = (seed * 75 + 74) % 65_537;
    const height = `${18 + Math.round((seed / 65_537) * 62 * Math.abs(Math.sin(bar / 5 + 1)))}%`;
    return html`<i ${styled({ height })}></i>`;
  });
}

function toggle(glass: Glass, { id, mine }: MessageView, { currentTarget }: Event): void {
  const sound = (currentTarget as Element).parentElement?.querySelector('audio');
  if (glass.ui.playing === id) {
    sound?.pause();
    glass.set({ playing: undefined });
    return;
  }
  glass.set({ playing: id });
  // A file that the browser cannot play was still listened to as far as the business knows.
  sound?.play().catch(() => glass.set({ playing: undefined }));
  if (!mine && glass.chat) void glass.act({ type: 'play', chat: glass.chat.id, message: id });
}
