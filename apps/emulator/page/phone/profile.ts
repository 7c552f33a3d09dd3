import { html, nothing, type TemplateResult } from 'lit-html';
import type { BusinessView, ChatView } from '../../src/phones/view.ts';
import { phoneNumber } from '../core/format.ts';
import type { Glass } from '../core/glass.ts';
import { icon, type IconName } from '../core/icons.ts';
import { actionRow, avatar, iconButton, named } from '../core/parts.ts';

/** Who one is writing with, and what can be decided about them. */
export function profile(glass: Glass): TemplateResult {
  const { chat, words } = glass;
  if (!chat) return html`<div aria-busy="true"></div>`;
  const { business, group } = chat;
  return html`
    <header class="app-bar">
      ${iconButton({ icon: 'back', label: words.back, test: 'back', press: () => glass.open({ at: 'chat', chat: chat.id }) })}
      <h3 class="app-bar-title">${words.contactInfo}</h3>
    </header>
    <div class="pane" tabindex="0" data-testid="profile">
      <div class="profile-head">
        ${avatar(chat.title, chat.picture, chat.kind)}
        <h4>${named(chat.title, chat.official, words)}</h4>
        <p>${addressOf(chat)}</p>
        ${business ? html`<p class="profile-kind">${icon('shop')}${words.businessAccount}</p>` : nothing}
      </div>
      ${business ? businessFacts(business) : nothing}
      ${
        group
          ? html`<ul class="members">
              ${group.members.map(
                ({ name, phone }) =>
                  html`<li>
                    ${avatar(name)}<span>${name}<small>${phone ? phoneNumber(phone) : nothing}</small></span>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      ${business ? decisions(glass, chat, business) : nothing}
    </div>
  `;
}

const addressOf = ({ business, customer }: ChatView): string => {
  if (business)
    return business.username
      ? `@${business.username} · ${phoneNumber(business.phone)}`
      : phoneNumber(business.phone);
  if (customer?.phone) return phoneNumber(customer.phone);
  return customer?.username ? `@${customer.username}` : '';
};

function businessFacts({
  category,
  about,
  description,
  address,
  email,
  websites,
}: BusinessView): TemplateResult {
  const facts: [IconName, string | undefined][] = [
    ['tag', category],
    ['info', about],
    ['shop', description],
    ['pin', address],
    ['mail', email],
    ...websites.map((site): [IconName, string] => ['globe', site]),
  ];
  return html`<ul class="facts">
    ${facts.map(([name, text]) => (text ? html`<li>${icon(name)}<span>${text}</span></li>` : nothing))}
  </ul>`;
}

function decisions(glass: Glass, chat: ChatView, { marketing, calls }: BusinessView): TemplateResult {
  const { words } = glass;
  const stopped = marketing === 'stopped';
  const next = calls.permission === 'none' ? 'permanent' : 'none';
  return html`<div class="pane-group">
    ${actionRow({
      icon: stopped ? 'bell-off' : 'bell',
      text: words.offersTitle,
      detail: stopped ? words.offersOff : words.offersOn,
      test: 'open-marketing',
      press: () => glass.show({ is: 'marketing' }),
    })}
    ${
      calls.offered
        ? actionRow({
            icon: 'phone',
            text: words.callPermission,
            detail: {
              none: words.callDeny,
              temporary: words.callAllowOnce,
              permanent: words.callAllowAlways,
            }[calls.permission],
            test: 'allow-calls',
            press: () => void glass.act({ type: 'allow-calls', chat: chat.id, value: next }),
          })
        : nothing
    }
    ${actionRow({
      icon: 'block',
      text: `${chat.blocked ? words.unblock : words.block} ${chat.title}`,
      tone: 'danger',
      test: chat.blocked ? 'unblock' : 'block',
      press: () => void glass.act({ type: chat.blocked ? 'unblock' : 'block', chat: chat.id }),
    })}
    ${actionRow({
      icon: 'flag',
      text: `${words.report} ${chat.title}`,
      tone: 'danger',
      test: 'report',
      press: () => glass.show({ is: 'report' }),
    })}
  </div>`;
}
