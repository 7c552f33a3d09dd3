/** What Meta says of a message under the name of its type; outside of it nothing is taken for granted. */
type Json = Record<string, unknown>;

/** The words in a message, for lists, search and previews. Of what is not known, or has none, nothing. */
export function textOf(type: string, content: unknown): string {
  const inside = isObject(content) ? content[type] : undefined;
  const read = readers[type];
  return read === undefined ? '' : read(inside, content).slice(0, mostCharacters);
}

const mostCharacters = 8_000;

type Read = (inside: unknown, content: unknown) => string;

const caption: Read = (inside) => field(inside, 'caption');

const readers: Record<string, Read> = {
  text: (inside) => field(inside, 'body'),
  image: caption,
  video: caption,
  document: (inside) => joined('\n', field(inside, 'filename'), field(inside, 'caption')),
  location: (inside) => joined(', ', field(inside, 'name'), field(inside, 'address')),
  contacts: (inside) => joined(', ', ...listOf(inside).map(nameOf)),
  reaction: (inside) => field(inside, 'emoji'),
  button: (inside) => field(inside, 'text'),
  order: (inside) => joined('\n', field(inside, 'text'), ...listOf(inside, 'product_items').map(orderLine)),
  system: (inside) => field(inside, 'body'),
  edit: (inside) => {
    const message = isObject(inside) ? inside['message'] : undefined;
    const type = field(message, 'type');
    // Nobody edits an edit; who says so wants to see how deep this goes.
    return type === 'edit' ? '' : textOf(type, message);
  },
  interactive: (inside) => interactiveText(inside),
  template: (inside) => templateText(inside),
};

const nameOf = (card: unknown): string => {
  const name = isObject(card) ? card['name'] : undefined;
  return field(name, 'formatted_name') || field(listOf(card, 'phones')[0], 'phone');
};

const orderLine = (item: unknown): string => {
  const quantity = isObject(item) ? item['quantity'] : undefined;
  return typeof quantity === 'number' ? `${quantity} × ${field(item, 'product_retailer_id')}` : '';
};

/** What was asked, with its buttons; or what was answered. */
function interactiveText(interactive: unknown): string {
  if (!isObject(interactive)) return '';
  const type = field(interactive, 'type');
  const answer = interactive[type];
  if (type.endsWith('_reply')) {
    return joined('\n', field(answer, 'title'), field(answer, 'description'), field(answer, 'body'));
  }
  const part = (name: string): string => field(interactive[name], 'text');
  return joined(
    '\n',
    part('header'),
    part('body'),
    part('footer'),
    ...labelsOf(interactive['action']),
    ...cardTexts(interactive['action']),
  );
}

function labelsOf(action: unknown): string[] {
  const parameters = isObject(action) ? action['parameters'] : undefined;
  const titles = (choices: unknown[], name: string): string[] =>
    choices.map((one) => field(isObject(one) ? one[name] : undefined, 'title'));
  return [
    ...titles(listOf(action, 'buttons'), 'reply'),
    ...listOf(action, 'sections').flatMap((section) => [
      field(section, 'title'),
      ...listOf(section, 'rows').map((row) => field(row, 'title')),
    ]),
    field(parameters, 'display_text') || field(parameters, 'flow_cta'),
  ];
}

const cardTexts = (action: unknown): string[] =>
  listOf(action, 'cards').flatMap((card) => [
    field(isObject(card) ? card['body'] : undefined, 'text'),
    ...labelsOf(isObject(card) ? card['action'] : undefined),
  ]);

/** What was filled in. The template's own words are known to who holds the template. */
function templateText(template: unknown): string {
  const values = isObject(template) && isObject(template['values']) ? Object.values(template['values']) : [];
  return joined(
    '\n',
    ...values.map((value) => (typeof value === 'string' ? value : '')),
    ...listOf(template, 'components').flatMap((component) => [
      ...parameterTexts(component),
      ...listOf(component, 'cards').flatMap((card) => listOf(card, 'components').flatMap(parameterTexts)),
    ]),
  );
}

const parameterTexts = (component: unknown): string[] =>
  listOf(component, 'parameters').map((parameter) => field(parameter, 'text'));

const joined = (between: string, ...parts: string[]): string => parts.filter(Boolean).join(between);

const field = (value: unknown, name: string): string => {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === 'string' ? found : '';
};

const listOf = (value: unknown, name?: string): unknown[] => {
  const found = name === undefined ? value : isObject(value) ? value[name] : undefined;
  return Array.isArray(found) ? found.slice(0, 100) : [];
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
