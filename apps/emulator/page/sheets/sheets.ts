import type { TemplateResult } from 'lit-html';
import type { ButtonView, CardView } from '../../src/phones/card-view.ts';
import type { ChatView, MessageView } from '../../src/phones/view.ts';
import type { Glass, Sheet } from '../core/glass.ts';
import { connectSheet, labelsSheet, newGroupSheet } from '../owner/sheets.ts';
import { cartItemsSheet, cartSheet } from '../shop/cart-sheet.ts';
import { catalogSheet, productSheet, productsSheet } from '../shop/catalog-sheets.ts';
import { orderSheet } from '../shop/order-sheet.ts';
import { paySheet } from '../shop/pay-sheet.ts';
import { addressSheet } from './address.ts';
import { answerSheet, buttonsSheet, callPermissionSheet, listSheet, shareNumberSheet } from './answers.ts';
import { attachSheet, contactSheet, emojiSheet, fileSheet, pollSheet } from './attach.ts';
import { chatMenuSheet, marketingSheet, reportSheet } from './chat-menu.ts';
import { entriesSheet } from './entries.ts';
import { flowSheet } from './flow.ts';
import { locationSheet } from './location.ts';
import { contactsSheet, forwardSheet, messageMenuSheet, reactSheet, viewerSheet } from './message-menu.ts';

type Named = Sheet['is'];

/** Of the phone as a whole. */
const phoneSheets: Partial<Record<Named, (glass: Glass) => TemplateResult>> = {
  entries: entriesSheet,
  'new-group': newGroupSheet,
  connect: connectSheet,
};

const chatSheets: Partial<Record<Named, (glass: Glass, chat: ChatView) => TemplateResult>> = {
  attach: attachSheet,
  contact: contactSheet,
  poll: pollSheet,
  file: fileSheet,
  emoji: emojiSheet,
  catalog: catalogSheet,
  cart: cartSheet,
  'chat-menu': chatMenuSheet,
  report: reportSheet,
  marketing: marketingSheet,
  labels: labelsSheet,
  location: locationSheet,
};

const messageSheets: Partial<
  Record<Named, (glass: Glass, chat: ChatView, about: MessageView) => TemplateResult>
> = {
  'message-menu': messageMenuSheet,
  react: reactSheet,
  forward: forwardSheet,
  'call-permission': callPermissionSheet,
  'share-number': shareNumberSheet,
  location: (glass, chat, { id }) => locationSheet(glass, chat, id),
  contacts: (glass, _, about) => contactsSheet(glass, about),
  answer: (glass, _, about) => answerSheet(glass, about),
  buttons: (glass, _, about) => buttonsSheet(glass, about),
  'cart-items': (glass, _, about) => cartItemsSheet(glass, about),
  order: (glass, _, about) => orderSheet(glass, about),
};

/** The sheet that lies over a phone's screen, if there is one and what it is about is still there. */
export function sheetOf(glass: Glass): TemplateResult | undefined {
  const { chat, ui } = glass;
  const { sheet } = ui;
  if (!sheet) return undefined;
  const ofPhone = phoneSheets[sheet.is];
  if (ofPhone) return ofPhone(glass);
  if (sheet.is === 'viewer') return viewerSheet(glass, sheet.media, sheet.caption);
  if (!chat) return undefined;
  if (sheet.is === 'product') return productSheet(glass, chat, sheet.product);
  if (!('message' in sheet) || sheet.message === undefined) return chatSheets[sheet.is]?.(glass, chat);
  const about = chat.messages.find(({ id }) => id === sheet.message);
  if (!about) return undefined;
  if (sheet.is === 'pay') return paySheet(glass, chat, about, sheet.method);
  if ('button' in sheet && sheet.is !== 'share-number') return buttonSheet(glass, chat, about, sheet);
  return messageSheets[sheet.is]?.(glass, chat, about);
}

type ButtonSheet = Extract<Sheet, { button: string }>;

function buttonSheet(
  glass: Glass,
  chat: ChatView,
  about: MessageView,
  { is, button: key }: ButtonSheet,
): TemplateResult | undefined {
  const { button, product } = buttonOf(about, key);
  if (is === 'card-product') return product && productSheet(glass, chat, product);
  if (button?.kind === 'list') return listSheet(glass, chat, about, button);
  if (button?.kind === 'products') return productsSheet(glass, chat, button);
  if (button?.kind === 'address') return addressSheet(glass, chat, about, button.form);
  return button && flowSheet(glass, chat, about, key);
}

/** The button, and the product beside it: the message's own, or that of its card. */
function buttonOf(
  { content }: MessageView,
  key: string,
): { button?: ButtonView; product?: CardView['product'] } {
  if (content.kind !== 'card') return {};
  const { card } = content;
  const holders = [card, ...(card.carousel ?? [])];
  const holder = holders.find(({ buttons }) => buttons.some((button) => button.key === key));
  return { button: holder?.buttons.find((button) => button.key === key), product: holder?.product };
}
