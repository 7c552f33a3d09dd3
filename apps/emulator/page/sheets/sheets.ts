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
import { attachSheet, contactSheet, emojiSheet, fileSheet, pollSheet } from './attach.ts';
import { answerSheet, buttonsSheet, callPermissionSheet, listSheet, shareNumberSheet } from './answers.ts';
import { adSheet, entriesSheet } from './entries.ts';
import { flowSheet } from './flow.ts';
import { locationSheet } from './location.ts';
import { chatMenuSheet, marketingSheet, reportSheet } from './chat-menu.ts';
import { contactsSheet, forwardSheet, messageMenuSheet, reactSheet, viewerSheet } from './message-menu.ts';

type In = [glass: Glass, chat: ChatView];

/** The sheet that lies over a phone's screen, if there is one and what it is about is still there. */
export function sheetOf(glass: Glass): TemplateResult | undefined {
  const { sheet } = glass.ui;
  if (!sheet) return undefined;
  if (sheet.is === 'entries') return entriesSheet(glass);
  if (sheet.is === 'ad') return adSheet(glass, sheet.ad);
  if (sheet.is === 'new-group') return newGroupSheet(glass);
  if (sheet.is === 'connect') return connectSheet(glass);
  const { chat } = glass;
  if (!chat) return undefined;
  const about = 'message' in sheet ? chat.messages.find(({ id }) => id === sheet.message) : undefined;
  return about ? messageSheet([glass, chat], sheet, about) : chatSheet([glass, chat], sheet);
}

function chatSheet(at: In, sheet: Sheet): TemplateResult | undefined {
  const [glass] = at;
  switch (sheet.is) {
    case 'attach':
      return attachSheet(glass);
    case 'contact':
      return contactSheet(...at);
    case 'poll':
      return pollSheet(...at);
    case 'file':
      return fileSheet(...at);
    case 'emoji':
      return emojiSheet(...at);
    case 'catalog':
      return catalogSheet(...at);
    case 'cart':
      return cartSheet(...at);
    case 'chat-menu':
      return chatMenuSheet(...at);
    case 'report':
      return reportSheet(...at);
    case 'marketing':
      return marketingSheet(...at);
    case 'labels':
      return labelsSheet(...at);
    case 'location':
      return locationSheet(...at);
    case 'product':
      return productSheet(...at, sheet.product);
    case 'viewer':
      return viewerSheet(glass, sheet.media, sheet.caption);
    default:
      return undefined;
  }
}

function messageSheet(at: In, sheet: Sheet, about: MessageView): TemplateResult | undefined {
  const [glass, chat] = at;
  const button = 'button' in sheet ? buttonOf(about, sheet.button) : undefined;
  const product = sheet.is === 'card-product' ? productOf(about, sheet.button) : undefined;
  switch (sheet.is) {
    case 'message-menu':
      return messageMenuSheet(glass, chat, about);
    case 'react':
      return reactSheet(glass, chat, about);
    case 'forward':
      return forwardSheet(glass, chat, about);
    case 'contacts':
      return contactsSheet(glass, about);
    case 'answer':
      return answerSheet(glass, about);
    case 'buttons':
      return buttonsSheet(glass, about);
    case 'call-permission':
      return callPermissionSheet(glass, chat, about);
    case 'cart-items':
      return cartItemsSheet(glass, about);
    case 'order':
      return orderSheet(glass, about);
    case 'pay':
      return paySheet(glass, chat, about, sheet.method);
    case 'location':
      return locationSheet(glass, chat, about.id);
    case 'share-number':
      return shareNumberSheet(glass, chat, about);
    case 'card-product':
      return product && productSheet(glass, chat, product);
    case 'list':
      return button?.kind === 'list' ? listSheet(glass, chat, about, button) : undefined;
    case 'products':
      return button?.kind === 'products' ? productsSheet(glass, chat, button) : undefined;
    case 'address':
      return button?.kind === 'address' ? addressSheet(glass, chat, about, button.form) : undefined;
    case 'flow':
      return button ? flowSheet(glass, chat, about, button.key) : undefined;
    default:
      return undefined;
  }
}

const cardOf = ({ content }: MessageView): CardView | undefined =>
  content.kind === 'card' ? content.card : undefined;

function buttonOf(about: MessageView, key: string): ButtonView | undefined {
  const card = cardOf(about);
  const all = [...(card?.buttons ?? []), ...(card?.carousel ?? []).flatMap(({ buttons }) => buttons)];
  return all.find((button) => button.key === key);
}

/** The product beside the button: the message's own, or that of its card. */
function productOf(about: MessageView, key: string): CardView['product'] {
  const card = cardOf(about);
  const beside = card?.carousel?.find(({ buttons }) => buttons.some((button) => button.key === key));
  return beside?.product ?? card?.product;
}
