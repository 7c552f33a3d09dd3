/** A template as far as it is understood. Meta adds to components without notice: what is unknown is passed over. */
export interface TemplateShape extends PartShape {
  body: TextShape;
  /** How long the body may be once its values are in. */
  bodyLimit: number;
  footer: string | null;
  offer: { text: string; expires: boolean } | null;
  cards: PartShape[] | null;
  /** Two cards stand for as many products as are sent, two to ten. */
  hasProductCards: boolean;
  isNamed: boolean;
  /** Of a one-time code, which is the only value that it takes. */
  isCode: boolean;
}

export interface PartShape {
  header: HeaderShape | null;
  body: TextShape | null;
  buttons: ButtonShape[];
}

export interface TextShape {
  text: string;
  /** In the order in which they are sent. */
  variables: { name: string; example: string | null }[];
}

export type HeaderShape = { format: 'TEXT'; text: TextShape } | { format: string; text: null };

export interface ButtonShape {
  type: string;
  text: string;
  url: string | null;
  example: string | null;
}

export interface TemplateSource {
  category: string;
  parameterFormat: string;
  components: readonly unknown[];
}

export function shapeOf({ category, parameterFormat, components }: TemplateSource): TemplateShape {
  const isNamed = parameterFormat === 'NAMED';
  const part = partOf(components, isNamed);
  const offer = objectIn(componentOf(components, 'LIMITED_TIME_OFFER'), 'limited_time_offer');
  const carousel = componentOf(components, 'CAROUSEL');
  const cards =
    carousel && listIn(carousel, 'cards').map((card) => partOf(listIn(card, 'components'), isNamed));
  return {
    ...part,
    body: part.body ?? { text: '', variables: [] },
    bodyLimit: components.length > 1 ? 1024 : 32_768,
    footer: textIn(componentOf(components, 'FOOTER'), 'text'),
    offer: offer && { text: textIn(offer, 'text') ?? '', expires: offer.has_expiration === true },
    cards,
    hasProductCards: cards?.[0]?.header?.format === 'PRODUCT',
    isNamed,
    isCode: category === 'AUTHENTICATION',
  };
}

function partOf(components: readonly unknown[], isNamed: boolean): PartShape {
  const body = componentOf(components, 'BODY');
  const buttons = listIn(componentOf(components, 'BUTTONS'), 'buttons');
  return {
    header: headerOf(componentOf(components, 'HEADER'), isNamed),
    body: body && textShape(textIn(body, 'text') ?? '', isNamed, examplesOf(body, 'body_text')),
    buttons: buttons.map((button) => ({
      type: (textIn(button, 'type') ?? '').toUpperCase(),
      text: textIn(button, 'text') ?? '',
      url: textIn(button, 'url'),
      example: firstText(valueIn(button, 'example')),
    })),
  };
}

function headerOf(header: Loose | null, isNamed: boolean): HeaderShape | null {
  if (header === null) return null;
  const format = (textIn(header, 'format') ?? 'TEXT').toUpperCase();
  if (format !== 'TEXT') return { format, text: null };
  const text = textShape(textIn(header, 'text') ?? '', isNamed, examplesOf(header, 'header_text'));
  return { format: 'TEXT', text };
}

export const variable = /\{\{([^{}]*)\}\}/g;

function textShape(
  text: string,
  isNamed: boolean,
  exampleOf: (name: string, at: number) => string | null,
): TextShape {
  const names = [...new Set(Array.from(text.matchAll(variable), ([, name = '']) => name))];
  if (!isNamed) names.sort((a, b) => Number(a) - Number(b));
  return { text, variables: names.map((name, at) => ({ name, example: exampleOf(name, at) })) };
}

/** `{"body_text": [["Asha", "25OFF"]]}`, `{"header_text": ["Asha"]}` or `{"body_text_named_params": [{"param_name", "example"}]}` */
function examplesOf(component: Loose, key: string): (name: string, at: number) => string | null {
  const example = objectIn(component, 'example');
  const named = new Map(
    listIn(example, `${key}_named_params`).map((each) => [
      textIn(each, 'param_name'),
      textIn(each, 'example'),
    ]),
  );
  const [first] = listIn(example, key);
  const ordered = Array.isArray(first) ? first : listIn(example, key);
  return (name, at) => named.get(name) ?? firstText(ordered[at]);
}

type Loose = Record<string, unknown>;

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueIn = (object: unknown, name: string): unknown => (isObject(object) ? object[name] : undefined);

const textIn = (object: unknown, name: string): string | null => firstText(valueIn(object, name));

function firstText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : null;
}

function objectIn(object: unknown, name: string): Loose | null {
  const value = valueIn(object, name);
  return isObject(value) ? value : null;
}

function listIn(object: unknown, name: string): unknown[] {
  const value = valueIn(object, name);
  return Array.isArray(value) ? value : [];
}

const componentOf = (components: readonly unknown[], type: string): Loose | null =>
  components.filter(isObject).find((each) => textIn(each, 'type')?.toUpperCase() === type) ?? null;
