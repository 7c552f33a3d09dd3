import { html, nothing, type TemplateResult } from 'lit-html';
import type { AdView, EntriesView } from '../../src/phones/view.ts';
import { phoneNumber } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { actionRow, avatar, named } from '../core/parts.ts';
import { fieldsOf, mainButton, sheet } from './sheet.ts';
import { ownImage } from '../core/own-picture.ts';

const key = 'entries';

/** Where a chat with a business begins: a code or link, an ad, or the number itself. */
export function entriesSheet(glass: Glass): TemplateResult {
  const { words } = glass;
  const entries = glass.load(key, () => glass.api.entries());
  return sheet(glass, {
    name: 'entries',
    title: words.newChat,
    full: true,
    body: html`
      <form class="fields" @submit=${(event: Event) => void openLink(glass, fieldsOf(event)['url'] ?? '')}>
        <label class="field">
          <span>${words.scan}</span>
          <input name="url" placeholder=${words.linkHint} required data-testid="link" />
        </label>
        ${mainButton(words.open, 'open-link')}
      </form>
      ${entries ? lists(glass, entries) : html`<p class="empty" aria-busy="true">…</p>`}
    `,
  });
}

const lists = (glass: Glass, { businesses, ads, links }: EntriesView): TemplateResult => html`
  <h4 class="sheet-title">${glass.words.businesses}</h4>
  ${businesses.map(
    ({ number, phone, name, picture, official }) =>
      html`<button
        type="button"
        class="action-row"
        data-testid="business-${number}"
        @click=${() => void openLink(glass, `https://wa.me/${phone}`)}
      >
        ${avatar(name, picture, 'business')}
        <span class="action-text">
          ${named(name, official, glass.words)}<small>${phoneNumber(phone)}</small>
        </span>
      </button>`,
  )}
  ${links.length > 0 ? html`<h4 class="sheet-title">${glass.words.codes}</h4>` : nothing}
  ${links.map(({ label, url }, index) =>
    actionRow({
      icon: 'qr',
      text: label,
      detail: url,
      test: `entry-link-${index}`,
      press: () => void openLink(glass, url),
    }),
  )}
  ${ads.length > 0 ? html`<h4 class="sheet-title">${glass.words.ads}</h4>` : nothing}
  ${ads.map((ad) => adCard(glass, ad))}
`;

/** A post as it stands in a feed, with the button that leads to the chat. */
const adCard = (glass: Glass, ad: AdView): TemplateResult =>
  html`<article class="ad" data-testid="ad-${ad.id}">
    <header>
      ${avatar(ad.advertiser)}
      <span><strong>${ad.advertiser}</strong><small>${glass.words.sponsored}</small></span>
    </header>
    <p>${ad.text}</p>
    ${ownImage(ad.picture, nothing)}
    <footer>
      <strong>${ad.headline}</strong>
      <button type="button" class="ad-button" data-testid="tap-ad" @click=${() => void tapAd(glass, ad)}>
        ${icon('chat')}${glass.words.chatOnWhatsApp}
      </button>
    </footer>
  </article>`;

async function openLink(glass: Glass, url: string): Promise<void> {
  const answer = await glass.act({ type: 'open-link', url });
  if (answer?.chat) arrive(glass, answer.chat, answer.draft);
}

async function tapAd(glass: Glass, { id }: AdView): Promise<void> {
  const answer = await glass.act({ type: 'tap-ad', ad: id });
  if (answer?.chat) arrive(glass, answer.chat, answer.draft);
}

function arrive(glass: Glass, chat: string, draft: string | undefined): void {
  glass.forget(key);
  glass.open({ at: 'chat', chat });
  if (draft) glass.set({ drafts: { ...glass.ui.drafts, [chat]: draft } });
}
