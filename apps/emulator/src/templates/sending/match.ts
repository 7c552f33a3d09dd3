import { refuse } from '../../graph/errors.ts';
import type { Template } from '../template.ts';
import { fillButtons } from './fill-buttons.ts';
import type { FilledButton } from './fill-buttons.ts';
import { fillHeader } from './fill-header.ts';
import type { FilledHeader } from './fill-header.ts';
import { fillText } from './fill-text.ts';
import type { FillOptions } from './fill-text.ts';
import { planOf } from './plan.ts';
import type { PartPlan, Plan } from './plan.ts';
import { given, givenList, isGiven, readIndex, typeOf } from './read-parameters.ts';
import type { Given } from './read-parameters.ts';

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

interface Sorted {
  header?: unknown;
  body?: unknown;
  offer?: unknown;
  cards?: unknown;
  orderStatus?: unknown;
  buttons: Given[];
}

/** Meta's synchronous checks of a template message: 132000, 132005, 132012, 132018, 131008, 131009. */
export function matchTemplate(template: Template, components: unknown, options: FillOptions = {}): Filled {
  const plan = planOf(template);
  const parts = sortComponents(components);
  const header = fillHeader(plan.header, parts.header);
  const filled: Filled = {
    ...(header && { header }),
    body: fillText(plan.body, parts.body, { where: 'body', limit: plan.bodyLimit }, options),
    buttons: fillButtons(plan.buttons, parts.buttons),
    ...fillOffer(plan, parts.offer),
    ...fillCards(plan, parts.cards),
    ...fillOrderStatus(template, parts.orderStatus),
  };
  if (template.category === 'AUTHENTICATION') checkCode(parts.body);
  return filled;
}

function sortComponents(components: unknown): Sorted {
  const sorted: Sorted = { buttons: [] };
  for (const component of givenList(components, 'template components')) {
    const one = given(component, 'template component');
    switch (typeOf(one)) {
      case 'header':
        sorted.header = one.parameters;
        break;
      case 'body':
        sorted.body = one.parameters;
        break;
      case 'button':
        sorted.buttons.push(one);
        break;
      case 'carousel':
        sorted.cards = one.cards;
        break;
      case 'limited_time_offer':
        sorted.offer = one.parameters;
        break;
      case 'order_status':
        sorted.orderStatus = one.parameters;
        break;
      case 'tap_target_configuration':
        break;
      default:
        refuse(
          100,
          `Param template component type must be one of {HEADER, BODY, BUTTON, CAROUSEL, LIMITED_TIME_OFFER, ORDER_STATUS} - got "${String(one.type)}".`,
        );
    }
  }
  return sorted;
}

function fillOffer({ offer }: Plan, parameters: unknown): Pick<Filled, 'offerExpiresAt'> {
  const [first] = givenList(parameters, 'limited_time_offer parameters');
  if (!offer) {
    return first === undefined
      ? {}
      : refuse(132018, 'limited_time_offer: the template has no limited-time offer');
  }
  if (!offer.expires) return {};
  const value = isGiven(first) ? first.limited_time_offer : undefined;
  const expires = isGiven(value) ? Number(value.expiration_time_ms) : Number.NaN;
  return Number.isSafeInteger(expires) && expires > 0
    ? { offerExpiresAt: expires }
    : refuse(131008, 'limited_time_offer: expiration_time_ms is required');
}

function fillCards({ cards, productCards }: Plan, value: unknown): Pick<Filled, 'cards'> {
  if (!cards) return value === undefined ? {} : refuse(132018, 'carousel: the template has no carousel');
  const list = givenList(value, 'carousel cards').map((card) => given(card, 'carousel card'));
  const fits = productCards ? list.length >= 2 && list.length <= 10 : list.length === cards.length;
  if (!fits) {
    const expected = productCards ? '2 to 10' : cards.length;
    refuse(
      132000,
      `carousel: number of cards (${list.length}) does not match the expected number of cards (${expected})`,
    );
  }
  const filled: FilledPart[] = [];
  for (const card of list) {
    const index = readIndex(card.card_index, 'carousel: card_index');
    const plan = productCards ? cards[0] : cards[index];
    if (!plan || index >= list.length || filled[index]) {
      refuse(131009, `carousel: card_index ${index} is not valid`);
    }
    filled[index] = fillCard(plan, card.components);
  }
  return { cards: filled };
}

function fillCard(plan: PartPlan, components: unknown): FilledPart {
  const parts = sortComponents(components);
  const header = fillHeader(plan.header, parts.header);
  return {
    ...(header && { header }),
    ...(plan.body && { body: fillText(plan.body, parts.body, { where: 'carousel body', limit: 160 }) }),
    buttons: fillButtons(plan.buttons, parts.buttons),
  };
}

function fillOrderStatus({ subCategory }: Template, parameters: unknown): Pick<Filled, 'orderStatus'> {
  const [first] = givenList(parameters, 'order_status parameters');
  if (subCategory !== 'ORDER_STATUS') {
    return first === undefined
      ? {}
      : refuse(132018, 'order_status: the template is not an order status template');
  }
  const status = isGiven(first) ? first.order_status : undefined;
  return isGiven(status) ? { orderStatus: status } : refuse(131008, 'order_status: order_status is required');
}

/** Meta, 'Authentication templates': a code has at most 15 characters. */
function checkCode(parameters: unknown): void {
  const [code] = givenList(parameters, 'body parameters');
  if (isGiven(code) && typeof code.text === 'string' && code.text.length > 15) {
    refuse(131009, 'body: a one-time code can have at most 15 characters');
  }
}
