import { html, nothing, type TemplateResult } from 'lit-html';
import type { ButtonView } from '../../src/phones/card-view.ts';
import type { ChatView, MessageView } from '../../src/phones/view.ts';
import { phoneNumber } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { actionRow } from '../core/parts.ts';
import { cardButton } from '../messages/buttons.ts';
import { fieldsOf, mainButton, sheet } from './sheet.ts';

type ListButton = Extract<ButtonView, { kind: 'list' }>;

/** A list message: one row is chosen, then sent. */
export function listSheet(
  glass: Glass,
  chat: ChatView,
  { id }: MessageView,
  button: ListButton,
): TemplateResult {
  const { words } = glass;
  const send = (event: Event): void => {
    const { row } = fieldsOf(event);
    if (!row) return;
    glass.show(undefined);
    void glass.act({ type: 'choose-row', chat: chat.id, message: id, row });
  };
  return sheet(glass, {
    name: 'list',
    title: button.title ?? button.text,
    body: html`<form id="list-${id}" @submit=${send}>
      ${button.sections.map(
        ({ title, rows }) =>
          html`<fieldset class="rows">
            <legend>${title ?? words.choose}</legend>
            ${rows.map(
              (row) =>
                html`<label class="row" data-testid="row-${row.id}">
                  <span
                    ><strong>${row.title}</strong
                    >${row.description ? html`<small>${row.description}</small>` : nothing}</span
                  >
                  <input type="radio" name="row" value=${row.id} required />
                </label>`,
            )}
          </fieldset>`,
      )}
      ${mainButton(words.sendChoice, 'list-send')}
    </form>`,
  });
}

/** All buttons of a template that has more than fit below a bubble. */
export const buttonsSheet = (glass: Glass, view: MessageView): TemplateResult =>
  sheet(glass, {
    name: 'buttons',
    title: glass.words.allOptions,
    body: html`<div class="card-buttons card-buttons-all">
      ${
        view.content.kind === 'card'
          ? view.content.card.buttons.map((button) => cardButton(glass, view, button))
          : nothing
      }
    </div>`,
  });

/** What was filled in, as its sender can look it up. */
export const answerSheet = (glass: Glass, { content }: MessageView): TemplateResult =>
  sheet(glass, {
    name: 'answer',
    title: content.kind === 'answer' ? content.title : glass.words.seeResponse,
    body: html`<ul class="answer-lines">
      ${content.kind === 'answer' ? content.lines.map((line) => html`<li>${line}</li>`) : nothing}
    </ul>`,
  });

export function callPermissionSheet(glass: Glass, chat: ChatView, { id }: MessageView): TemplateResult {
  const { words } = glass;
  const answer = (answer: 'accept' | 'reject', permanent: boolean): void => {
    glass.show(undefined);
    void glass.act({ type: 'answer-call-request', chat: chat.id, message: id, answer, permanent });
  };
  return sheet(glass, {
    name: 'call-permission',
    title: `${chat.title} ${words.callRequest}`,
    body: [
      actionRow({
        icon: 'phone',
        text: words.callAllowOnce,
        test: 'call-allow',
        press: () => answer('accept', false),
      }),
      actionRow({
        icon: 'check',
        text: words.callAllowAlways,
        test: 'call-always',
        press: () => answer('accept', true),
      }),
      actionRow({
        icon: 'block',
        text: words.callDeny,
        tone: 'danger',
        test: 'call-deny',
        press: () => answer('reject', false),
      }),
    ],
  });
}

export function shareNumberSheet(glass: Glass, chat: ChatView, { id }: MessageView): TemplateResult {
  const { words, phone } = glass;
  const share = (): void => {
    glass.show(undefined);
    void glass.act({ type: 'share-number', chat: chat.id, message: id });
  };
  return sheet(glass, {
    name: 'share-number',
    title: words.shareContact,
    body: html`<p class="sheet-text">
        ${icon('person')} ${words.shareContactAsk} <strong>${phoneNumber(phone.phone)}</strong>
      </p>
      ${mainButton(words.share, 'share-number', share)}
      <button type="button" class="quiet-button" @click=${() => glass.show(undefined)}>
        ${words.dontShare}
      </button>`,
  });
}
