import { html, type TemplateResult } from 'lit-html';
import { styled } from '../core/styled.ts';
import type { ChatView } from '../../src/phones/view.ts';
import type { Glass } from '../core/glass.ts';
import { fieldsOf, mainButton, sheet } from '../sheets/sheet.ts';

export function labelsSheet(glass: Glass, chat: ChatView): TemplateResult {
  const { words, phone } = glass;
  const labels = phone.face === 'owner' ? phone.labels : [];
  const toggle = (label: string, on: boolean): void =>
    void glass.act({ type: 'label', chat: chat.id, label, on });
  return sheet(glass, {
    name: 'labels',
    title: words.labels,
    body: html`<div class="rows">
      ${labels.map(
        ({ id, name, color }) =>
          html`<label class="row" data-testid="label-${id}">
            <i class="label-dot" ${styled({ '--label': color })}></i><span>${name}</span>
            <input
              type="checkbox"
              .checked=${chat.labels.includes(id)}
              @change=${({ target }: Event) => toggle(id, (target as HTMLInputElement).checked)}
            />
          </label>`,
      )}
    </div>`,
  });
}

/** The business platform asks to join this number; history can be granted here and never again. */
export function connectSheet(glass: Glass): TemplateResult {
  const { words, phone } = glass;
  const partner = phone.face === 'owner' ? (phone.platform.partner ?? '') : '';
  const answer = (event: Event): void => {
    const { history } = fieldsOf(event);
    glass.show(undefined);
    void glass.act({ type: 'answer-connect', accept: true, shareHistory: history === 'on' });
  };
  const refuse = (): void => {
    glass.show(undefined);
    void glass.act({ type: 'answer-connect', accept: false, shareHistory: false });
  };
  return sheet(glass, {
    name: 'connect',
    title: `${words.connectTitle} ${partner}`,
    body: html`<form class="fields" @submit=${answer}>
      <p class="sheet-text">${words.connectText}</p>
      <label class="row">
        <span>${words.shareHistory}<small>${words.shareHistoryText}</small></span>
        <input type="checkbox" name="history" checked data-testid="share-history" />
      </label>
      ${mainButton(words.connect, 'connect-accept')}
      <button type="button" class="quiet-button" data-testid="connect-refuse" @click=${refuse}>
        ${words.notNow}
      </button>
    </form>`,
  });
}

export function newGroupSheet(glass: Glass): TemplateResult {
  const { words } = glass;
  const create = async (event: Event): Promise<void> => {
    const { name = '' } = fieldsOf(event);
    glass.show(undefined);
    const answer = await glass.act({ type: 'create-group', name });
    if (answer?.chat) glass.open({ at: 'chat', chat: answer.chat });
  };
  return sheet(glass, {
    name: 'new-group',
    title: words.newGroup,
    body: html`<form class="fields" @submit=${(event: Event) => void create(event)}>
      <label class="field"
        ><span>${words.name}</span><input name="name" required data-testid="group-name"
      /></label>
      ${mainButton(words.done, 'create-group')}
    </form>`,
  });
}
