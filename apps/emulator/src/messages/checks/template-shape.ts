import type { SendComponent, SendParameter, SendTemplate } from '@trikon/whatsapp';
import { array, integer, object, oneOf, optional, orAsText, text, variants, type Reader } from './reading.ts';
import {
  bodyParameters,
  buttonParameters,
  headerParameters,
  offerParameters,
  orderStatusParameters,
} from './template-parameters.ts';
import { wrong } from './wrong.ts';

/** A button's place in the template, as text or number. */
const index = orAsText(integer(0, 9));

interface Button {
  type: 'button';
  sub_type: string;
  index: number;
  parameters: SendParameter[];
}

const button = variants<SendComponent>('sub_type', {
  ...Object.fromEntries(
    Object.entries(buttonParameters).map(([kind, parameters]) => [kind, buttonOf(kind, parameters)]),
  ),
  // A quick reply without a payload answers with its label.
  quick_reply: object<Omit<Button, 'parameters'> & { parameters?: SendParameter[] }>({
    type: oneOf('button'),
    sub_type: oneOf('quick_reply'),
    index,
    parameters: optional(buttonParameters.quick_reply),
  }),
  // There is never more than one, so that it may go without its place.
  voice_call: object<{ type: 'button'; sub_type: string; index?: number; parameters?: SendParameter[] }>({
    type: oneOf('button'),
    sub_type: oneOf('voice_call'),
    index: optional(index),
    parameters: optional(buttonParameters.voice_call),
  }),
});

function buttonOf(kind: string, parameters: Reader<SendParameter[]>): Reader<SendComponent> {
  return object<Button>({ type: oneOf('button'), sub_type: oneOf(kind), index, parameters });
}

type Simple = {
  type: 'body' | 'header' | 'limited_time_offer' | 'order_status';
  parameters: SendParameter[];
};

const simple = (type: Simple['type'], parameters: Reader<SendParameter[]>): Reader<SendComponent> =>
  object<Simple>({ type: oneOf(type), parameters });

const onEveryCard = {
  header: simple('header', headerParameters),
  body: simple('body', bodyParameters),
  button,
};

type Carousel = Extract<SendComponent, { type: 'carousel' }>;

const cards = array(
  object<Carousel['cards'][number]>({
    card_index: orAsText(integer(0, 9)),
    components: componentsOf(variants('type', onEveryCard)),
  }),
  { min: 1, max: 10 },
);

const component = variants<SendComponent>('type', {
  ...onEveryCard,
  carousel: object<Carousel>({ type: oneOf('carousel'), cards }),
  limited_time_offer: simple('limited_time_offer', offerParameters),
  order_status: simple('order_status', orderStatusParameters),
});

/** Each component once, each button once. */
function componentsOf(component: Reader<SendComponent>): Reader<SendComponent[]> {
  const list = array(component);
  return (value, now) => {
    const components = list(value, now);
    if (components.length > 1) refuseSecond(components);
    return components;
  };
}

function refuseSecond(components: SendComponent[]): void {
  const seen = new Set<string>();
  for (const one of components) {
    const place =
      one.type === 'button' ? `button at index ${one.index ?? 'of the call'}` : `${one.type} component`;
    if (seen.has(place)) wrong(100, `There can be at most 1 ${place}`);
    seen.add(place);
  }
}

/** What every template send looks like. Whether it fits the stored template is for the template to say. */
export const template = object<SendTemplate>({
  name: text(512),
  namespace: optional(text()),
  language: object<SendTemplate['language']>({ code: text(), policy: optional(oneOf('deterministic')) }),
  components: optional(componentsOf(component)),
});
