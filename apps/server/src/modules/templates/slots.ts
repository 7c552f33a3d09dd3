import type { parameterKinds } from '@trikon/contract';
import type { ButtonShape, HeaderShape, PartShape, TemplateShape, TextShape } from './shape.ts';

export type ParameterKind = (typeof parameterKinds)[number];

export interface Parameter {
  /** How a value for it is given: `body.1`, `header.image`, `button.0.url`, `card.1.body.name`, `code`. */
  name: string;
  kind: ParameterKind;
  required: boolean;
  example: string | null;
  maxLength: number | null;
}

/** Where in a message the value of a parameter goes. */
export interface Slot extends Parameter {
  part: 'header' | 'limited_time_offer' | 'body' | 'button';
  card: number | null;
  /** Of a button: its place and kind. */
  index: number;
  subType: string;
  /** With named parameters: Meta's own name. */
  metaName: string | null;
}

/** Every place that takes a value, in the order of the message. A product carousel has as many cards as are wanted. */
export function slotsOf(shape: TemplateShape, wantedCards = 0): Slot[] {
  const cards = shape.cards ?? [];
  const count = shape.hasProductCards ? Math.max(2, Math.min(wantedCards, 10)) : cards.length;
  return [
    ...partSlots(shape, shape, null),
    ...Array.from({ length: count }, (_, card) =>
      partSlots(shape, cards[shape.hasProductCards ? 0 : card]!, card),
    ).flat(),
  ];
}

function partSlots(shape: TemplateShape, part: PartShape, card: number | null): Slot[] {
  const prefix = card === null ? '' : `card.${card}.`;
  const at = (slot: NewSlot): Slot => ({
    ...unsaid,
    ...slot,
    card,
    name: slot.name === 'code' ? 'code' : `${prefix}${slot.name}`,
  });
  const expires = card === null && shape.offer?.expires === true;
  const offer: NewSlot = { name: 'offer.expires', part: 'limited_time_offer', kind: 'time' };
  return [
    ...headerSlots(shape, part.header),
    ...(expires ? [offer] : []),
    ...(shape.isCode ? [codeInBody] : textSlots(shape, part.body, 'body')),
    ...part.buttons.flatMap((button, index) =>
      buttonSlots(shape, button).map((slot) => ({
        ...slot,
        part: 'button' as const,
        index,
        name: slot.name === 'code' ? 'code' : `button.${index}.${slot.name}`,
      })),
    ),
  ].map(at);
}

type NewSlot = Pick<Slot, 'name' | 'kind' | 'part'> & Partial<Slot>;

const unsaid = { required: true, example: null, maxLength: null, index: 0, subType: '', metaName: null };

/** Meta, 'Authentication templates': at most 15 characters, repeated in the button. */
const code = { name: 'code', kind: 'code', maxLength: 15 } as const;
const codeInBody: NewSlot = { ...code, part: 'body' };

const textSlots = ({ isNamed }: TemplateShape, text: TextShape | null, part: 'header' | 'body'): NewSlot[] =>
  (text?.variables ?? []).map(({ name, example }) => ({
    name: `${part}.${name}`,
    part,
    kind: 'text',
    example,
    maxLength: part === 'header' ? 60 : 1024,
    metaName: isNamed ? name : null,
  }));

const headerKinds = new Map<string, ParameterKind>([
  ['IMAGE', 'image'],
  ['VIDEO', 'video'],
  ['DOCUMENT', 'document'],
  ['GIF', 'gif'],
  ['LOCATION', 'location'],
  ['PRODUCT', 'product'],
]);

function headerSlots(shape: TemplateShape, header: HeaderShape | null): NewSlot[] {
  if (header?.text) return textSlots(shape, header.text, 'header');
  const kind = headerKinds.get(header?.format ?? '');
  return kind === undefined ? [] : [{ name: `header.${kind}`, part: 'header', kind }];
}

type ButtonSlot = Omit<NewSlot, 'part'>;

/** Kinds that are not here take nothing. */
const buttonKinds: Record<string, ButtonSlot[]> = {
  QUICK_REPLY: [
    { name: 'payload', kind: 'payload', required: false, maxLength: 512, subType: 'quick_reply' },
  ],
  COPY_CODE: [{ name: 'coupon', kind: 'coupon_code', maxLength: 15, subType: 'copy_code' }],
  FLOW: [{ name: 'flow', kind: 'flow', required: false, subType: 'flow' }],
  CATALOG: [{ name: 'catalog', kind: 'catalog', required: false, subType: 'catalog' }],
  MPM: [{ name: 'products', kind: 'products', subType: 'mpm' }],
  ORDER_DETAILS: [{ name: 'order', kind: 'order', subType: 'order_details' }],
  VOICE_CALL: [
    { name: 'minutes', kind: 'call_minutes', required: false, subType: 'voice_call' },
    { name: 'payload', kind: 'payload', required: false, maxLength: 512, subType: 'voice_call' },
  ],
};

function buttonSlots({ isCode }: TemplateShape, { type, url, example }: ButtonShape): ButtonSlot[] {
  // Meta shows the button of a code as one that opens an address.
  if (isCode) return type === 'OTP' || url?.includes('{{') ? [{ ...code, subType: 'url' }] : [];
  if (type !== 'URL') return (buttonKinds[type] ?? []).map((slot) => ({ ...slot, example }));
  return url?.includes('{{')
    ? [{ name: 'url', kind: 'url_suffix', maxLength: 2000, example, subType: 'url' }]
    : [];
}
