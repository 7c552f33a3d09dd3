import type { SendComponent, SendParameter } from '@trikon/whatsapp';

/** Components of a message, as they look once it is read. */
export const texts = (...values: string[]): SendParameter[] =>
  values.map((value) => ({ type: 'text', text: value }));

export const bodyWith = (...values: string[]): SendComponent => ({
  type: 'body',
  parameters: texts(...values),
});

export const bodyOf = (...parameters: SendParameter[]): SendComponent => ({ type: 'body', parameters });

export const headerOf = (...parameters: SendParameter[]): SendComponent => ({ type: 'header', parameters });

export const buttonOf = (
  sub_type: string,
  index: number | string,
  ...parameters: SendParameter[]
): SendComponent => ({ type: 'button', sub_type, index, parameters });

export const suffix = (index: number | string, value: string): SendComponent =>
  buttonOf('url', index, { type: 'text', text: value });

export const coupon = (index: number, coupon_code: string): SendComponent =>
  buttonOf('copy_code', index, { type: 'coupon_code', coupon_code });

export const action = (sub_type: string, index: number, value: Record<string, unknown> = {}): SendComponent =>
  buttonOf(sub_type, index, { type: 'action', action: value });

export const offerUntil = (expiration_time_ms: number): SendComponent => ({
  type: 'limited_time_offer',
  parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms } }],
});

export const image = (id: string): SendParameter => ({ type: 'image', image: { id } });

export const cardsOf = (parameter: (card: number) => SendParameter, ...indexes: number[]): SendComponent => ({
  type: 'carousel',
  cards: indexes.map((card_index) => ({ card_index, components: [headerOf(parameter(card_index))] })),
});
