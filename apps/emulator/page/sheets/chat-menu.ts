import { html, type TemplateResult } from 'lit-html';
import type { ReportReason } from '../../src/phones/actions.ts';
import type { ChatView } from '../../src/phones/view.ts';
import type { Glass } from '../core/glass.ts';
import { actionRow } from '../core/parts.ts';
import { fieldsOf, mainButton, sheet } from './sheet.ts';

export function chatMenuSheet(glass: Glass, chat: ChatView): TemplateResult {
  const { words, phone } = glass;
  const row = actionRow;
  const profile = (): void => glass.open({ at: 'profile', chat: chat.id });
  const leave = (): void => {
    glass.open({ at: 'chats' });
    void glass.act({ type: 'leave-group', chat: chat.id });
  };
  const rows: TemplateResult[] = [];
  if (chat.business) {
    rows.push(row({ icon: 'shop', text: words.viewBusiness, test: 'menu-profile', press: profile }));
    if (chat.business.hasCatalog) {
      rows.push(
        row({
          icon: 'list',
          text: words.viewCatalog,
          test: 'menu-catalog',
          press: () => glass.show({ is: 'catalog' }),
        }),
        row({
          icon: 'cart',
          text: words.viewCart,
          test: 'menu-cart',
          press: () => glass.show({ is: 'cart' }),
        }),
      );
    }
    rows.push(
      row({
        icon: 'bell',
        text: words.offersTitle,
        test: 'menu-marketing',
        press: () => glass.show({ is: 'marketing' }),
      }),
      blockRow(glass, chat),
      row({
        icon: 'flag',
        text: words.report,
        tone: 'danger',
        test: 'menu-report',
        press: () => glass.show({ is: 'report' }),
      }),
    );
  }
  if (phone.face === 'owner' && chat.kind === 'customer') rows.push(...customerRows(glass, chat));
  if (chat.group) {
    rows.push(
      row({ icon: 'people', text: words.groupInfo, test: 'menu-profile', press: profile }),
      row({ icon: 'open', text: words.leaveGroup, tone: 'danger', test: 'menu-leave', press: leave }),
    );
  }
  return sheet(glass, { name: 'chat-menu', title: chat.title, body: rows });
}

function blockRow(glass: Glass, { id, blocked }: ChatView): TemplateResult {
  const { words } = glass;
  return actionRow({
    icon: 'block',
    text: blocked ? words.unblock : words.block,
    tone: 'danger',
    test: blocked ? 'menu-unblock' : 'menu-block',
    press: () => {
      glass.show(undefined);
      void glass.act({ type: blocked ? 'unblock' : 'block', chat: id });
    },
  });
}

function customerRows(glass: Glass, chat: ChatView): TemplateResult[] {
  const { words } = glass;
  const saved = chat.customer?.saved ?? false;
  return [
    actionRow({
      icon: 'tag',
      text: words.labels,
      test: 'menu-labels',
      press: () => glass.show({ is: 'labels' }),
    }),
    actionRow({
      icon: 'person',
      text: saved ? words.removeContact : words.addContact,
      test: saved ? 'menu-remove-contact' : 'menu-save-contact',
      press: () => {
        glass.show(undefined);
        void glass.act(
          saved
            ? { type: 'remove-contact', chat: chat.id }
            : { type: 'save-contact', chat: chat.id, name: chat.title },
        );
      },
    }),
    blockRow(glass, chat),
  ];
}

/** WhatsApp's own switch for marketing messages of one business. */
export function marketingSheet(glass: Glass, chat: ChatView): TemplateResult {
  const { words } = glass;
  const stopped = chat.business?.marketing === 'stopped';
  const press = (): void => {
    glass.show(undefined);
    void glass.act({ type: 'marketing', chat: chat.id, value: stopped ? 'resume' : 'stop' });
  };
  return sheet(glass, {
    name: 'marketing',
    title: words.offersTitle,
    body: html`<p class="sheet-text">${stopped ? words.offersOff : words.offersOn}</p>
      ${mainButton(stopped ? words.resumeOffers : words.stopOffers, stopped ? 'resume-offers' : 'stop-offers', press)}`,
  });
}

export function reportSheet(glass: Glass, chat: ChatView): TemplateResult {
  const { words } = glass;
  const reasons: [ReportReason, string][] = [
    ['spam', words.reasonSpam],
    ['not-signed-up', words.reasonNotSignedUp],
    ['offensive', words.reasonOffensive],
    ['fraud', words.reasonFraud],
    ['other', words.reasonOther],
  ];
  const send = (event: Event): void => {
    const { reason = 'other', block } = fieldsOf(event);
    glass.show(undefined);
    void glass.act({ type: 'report', chat: chat.id, reason: reason as ReportReason, block: block === 'on' });
  };
  return sheet(glass, {
    name: 'report',
    title: words.reportTitle,
    body: html`<form class="fields" @submit=${send}>
      <p class="sheet-text">${words.reportText}</p>
      <fieldset class="rows">
        <legend>${words.report}</legend>
        ${reasons.map(
          ([value, text], index) =>
            html`<label class="row" data-testid="reason-${value}">
              <span>${text}</span><input type="radio" name="reason" value=${value} ?checked=${index === 0} />
            </label>`,
        )}
      </fieldset>
      <label class="row"
        ><span>${words.reportAndBlock}</span
        ><input type="checkbox" name="block" checked data-testid="report-block"
      /></label>
      ${mainButton(words.report, 'send-report')}
    </form>`,
  });
}
