import type { SendComponent, SendParameter } from '@trikon/whatsapp';
import { refuse } from '../../graph/errors.ts';
import type { Template } from '../template.ts';
import { fillButtons } from './fill-buttons.ts';
import type { FilledButton, SendButton } from './fill-buttons.ts';
import { fillHeader } from './fill-header.ts';
import type { FilledHeader } from './fill-header.ts';
import { fillText } from './fill-text.ts';
import type { FillOptions } from './fill-text.ts';
import { planOf } from './plan.ts';
import type { PartPlan, Plan } from './plan.ts';

export interface FilledPart {
  header?: FilledHeader | undefined;
  body?: string | undefined;
  /** One for each button of the template, in its order. */
  buttons: FilledButton[];
}

/** A message's values, every one checked against its template. Plain JSON, to be kept with the message. */
export interface Filled extends FilledPart {
  body: string;
  offerExpiresAt?: number;
  cards?: FilledPart[];
  orderStatus?: Record<string, unknown>;
}

type Cards = Extract<SendComponent, { type: 'carousel' }>['cards'];

interface Sorted {
  header: readonly SendParameter[];
  body: readonly SendParameter[];
  offer: readonly SendParameter[];
  orderStatus: readonly SendParameter[];
  cards?: Cards;
  buttons: SendButton[];
}

const none: readonly SendParameter[] = [];

/** Whether a message, read already, fits its template: 132000, 132005, 132012, 132018, 131008 where it does not. */
export function matchTemplate(
  template: Template,
  components: readonly SendComponent[] = [],
  options: FillOptions = {},
): Filled {
  const plan = planOf(template);
  const parts = sortComponents(components);
  const header = fillHeader(plan.header, parts.header);
  if (template.category === 'AUTHENTICATION') checkCode(parts.body);
  return {
    ...(header && { header }),
    body: fillText(plan.body, parts.body, { where: 'body', limit: plan.bodyLimit }, options),
    buttons: fillButtons(plan.buttons, parts.buttons),
    ...fillOffer(plan, parts.offer),
    ...fillCards(plan, parts.cards),
    ...fillOrderStatus(template, parts.orderStatus),
  };
}

function sortComponents(components: readonly SendComponent[]): Sorted {
  const sorted: Sorted = { header: none, body: none, offer: none, orderStatus: none, buttons: [] };
  for (const component of components) {
    if (component.type === 'button') sorted.buttons.push(component);
    else if (component.type === 'carousel') sorted.cards = component.cards;
    else if (component.type === 'limited_time_offer') sorted.offer = component.parameters;
    else if (component.type === 'order_status') sorted.orderStatus = component.parameters;
    else sorted[component.type] = component.parameters;
  }
  return sorted;
}

function fillOffer({ offer }: Plan, [first]: readonly SendParameter[]): Pick<Filled, 'offerExpiresAt'> {
  if (!offer) {
    return first ? refuse(132018, 'limited_time_offer: the template has no limited-time offer') : {};
  }
  if (!offer.expires) return {};
  return first?.type === 'limited_time_offer'
    ? { offerExpiresAt: first.limited_time_offer.expiration_time_ms }
    : refuse(131008, 'limited_time_offer: expiration_time_ms is required');
}

function fillCards({ cards, productCards }: Plan, given: Cards | undefined): Pick<Filled, 'cards'> {
  if (!cards) return given ? refuse(132018, 'carousel: the template has no carousel') : {};
  const list = given ?? [];
  const fits = productCards ? list.length >= 2 && list.length <= 10 : list.length === cards.length;
  if (!fits) {
    const expected = productCards ? '2 to 10' : cards.length;
    refuse(
      132000,
      `carousel: number of cards (${list.length}) does not match the expected number of cards (${expected})`,
    );
  }
  const filled: FilledPart[] = [];
  for (const { card_index: index, components } of list) {
    const plan = productCards ? cards[0] : cards[index];
    if (!plan || index >= list.length || filled[index]) {
      refuse(131009, `carousel: card_index ${index} is not valid`);
    }
    filled[index] = fillCard(plan, components);
  }
  return { cards: filled };
}

function fillCard(plan: PartPlan, components: readonly SendComponent[]): FilledPart {
  const parts = sortComponents(components);
  const header = fillHeader(plan.header, parts.header);
  return {
    ...(header && { header }),
    ...(plan.body && { body: fillText(plan.body, parts.body, { where: 'carousel body', limit: 160 }) }),
    buttons: fillButtons(plan.buttons, parts.buttons),
  };
}

function fillOrderStatus(
  { subCategory }: Template,
  [first]: readonly SendParameter[],
): Pick<Filled, 'orderStatus'> {
  if (subCategory !== 'ORDER_STATUS') {
    return first ? refuse(132018, 'order_status: the template is not an order status template') : {};
  }
  return first?.type === 'order_status'
    ? { orderStatus: first.order_status }
    : refuse(131008, 'order_status: order_status is required');
}

/** Meta, 'Authentication templates': a code has at most 15 characters. */
function checkCode([code]: readonly SendParameter[]): void {
  if (code?.type === 'text' && code.text.length > 15) {
    refuse(131009, 'body: a one-time code can have at most 15 characters');
  }
}
