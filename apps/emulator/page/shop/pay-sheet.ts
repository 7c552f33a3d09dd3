import { html, nothing, type TemplateResult } from 'lit-html';
import type { PayOutcome } from '../../src/phones/actions.ts';
import type { OrderView, PayMethod } from '../../src/phones/card-view.ts';
import type { ChatView, MessageView } from '../../src/phones/view.ts';
import { priceOf } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon, type IconName } from '../core/icons.ts';
import { actionRow, avatar } from '../core/parts.ts';
import { mainButton, sheet } from '../sheets/sheet.ts';

const icons: Record<PayMethod['kind'], IconName> = {
  upi: 'bank',
  card: 'card',
  netbanking: 'bank',
  wallet: 'wallet',
  link: 'link',
};

/** First how to pay, then what the bank says: success, failure, no answer yet, or the person walks away. */
export function paySheet(
  glass: Glass,
  chat: ChatView,
  { id, content }: MessageView,
  method?: PayMethod,
): TemplateResult {
  const { words } = glass;
  const order = content.kind === 'card' ? content.card.order : undefined;
  if (!order) return html``;
  return sheet(glass, {
    name: 'pay',
    title: method ? words.enterPin : words.choosePayment,
    body: html`
      <div class="pay-head">
        ${avatar(chat.title, chat.picture, 'business')}
        <span
          ><small>${words.payTo} ${chat.title}</small
          ><strong>${priceOf(order.total, glass.phone.language)}</strong></span
        >
      </div>
      ${method ? outcomes(glass, chat, id, method) : methods(glass, id, order)}
    `,
  });
}

function methods(glass: Glass, message: string, { methods: all }: OrderView): TemplateResult {
  const { words } = glass;
  const apps = all.filter(({ kind }) => kind === 'upi');
  const others = all.filter(({ kind }) => kind !== 'upi');
  const row = (method: PayMethod): TemplateResult =>
    actionRow({
      icon: icons[method.kind],
      text: method.name,
      test: `pay-${method.kind === 'upi' ? method.app : method.kind}`,
      press: () => glass.show({ is: 'pay', message, method }),
    });
  return html`
    ${
      apps.length > 0
        ? html`<h4 class="sheet-title">${words.upiApps}</h4>
            ${apps.map(row)}`
        : nothing
    }
    ${
      others.length > 0
        ? html`<h4 class="sheet-title">${words.otherWays}</h4>
            ${others.map(row)}`
        : nothing
    }
  `;
}

function outcomes(glass: Glass, chat: ChatView, message: string, { kind, name }: PayMethod): TemplateResult {
  const { words } = glass;
  const pay = (outcome: PayOutcome) => (): void => {
    glass.show(undefined);
    void glass.act({ type: 'pay', chat: chat.id, message, outcome, method: kind });
  };
  return html`
    <p class="sheet-text">${icon(icons[kind])} ${name}</p>
    ${mainButton(words.paySucceed, 'pay-success', pay('success'))}
    ${actionRow({ icon: 'close', text: words.payFail, tone: 'danger', test: 'pay-failed', press: pay('failed') })}
    ${actionRow({ icon: 'clock', text: words.payPending, test: 'pay-pending', press: pay('pending') })}
    ${actionRow({ icon: 'back', text: words.payAbandon, test: 'pay-abandoned', press: pay('abandoned') })}
  `;
}
