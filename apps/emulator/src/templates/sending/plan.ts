import type {
  LibraryParameterType,
  TemplateButton,
  TemplateCard,
  TemplateComponent,
  TemplateHeader,
} from '@trikon/whatsapp';
import { variablesIn } from '../checks/variables.ts';
import type { Template } from '../template.ts';

/** A text cut at its variables: piece, value, piece, value, piece. */
export interface TextPlan {
  pieces: string[];
  /** Which parameter follows each piece. */
  slots: number[];
  names: string[];
  named: boolean;
  types?: readonly LibraryParameterType[] | undefined;
}

export type HeaderPlan =
  | { format: 'TEXT'; text: TextPlan }
  | { format: Exclude<TemplateHeader['format'], 'TEXT'> };

export interface PartPlan {
  header?: HeaderPlan | undefined;
  body?: TextPlan | undefined;
  buttons: readonly TemplateButton[];
}

/** What sending needs to know of a template, in the form in which it is needed. */
export interface Plan extends PartPlan {
  body: TextPlan;
  bodyLimit: number;
  footer?: string | undefined;
  offer?: { text: string; expires: boolean } | undefined;
  cards?: PartPlan[] | undefined;
  /** Product cards are created as two, and sent as two to ten. */
  productCards: boolean;
  asksForCalls: boolean;
}

/** Worked out once for each version of a template: an edit replaces the list of components. */
const plans = new WeakMap<readonly TemplateComponent[], Plan>();

export function planOf(template: Template): Plan {
  let plan = plans.get(template.components);
  if (!plan) plans.set(template.components, (plan = makePlan(template)));
  return plan;
}

function makePlan({ components, parameterFormat, parameterTypes }: Template): Plan {
  const part = <Type extends TemplateComponent['type']>(type: Type) =>
    components.find((one): one is Extract<TemplateComponent, { type: Type }> => one.type === type);
  const named = parameterFormat === 'NAMED';
  const offer = part('LIMITED_TIME_OFFER')?.limited_time_offer;
  const cards = part('CAROUSEL')?.cards.map((card) => planCard(card, named));
  return {
    header: planHeader(part('HEADER'), named),
    body: { ...planText(part('BODY')?.text ?? '', named), types: parameterTypes },
    // Meta, 'Messages' (template object): a body that stands alone may be longer.
    bodyLimit: components.length > 1 ? 1024 : 32_768,
    footer: part('FOOTER')?.text,
    buttons: part('BUTTONS')?.buttons ?? [],
    offer: offer && { text: offer.text, expires: offer.has_expiration },
    cards,
    productCards: cards?.[0]?.header?.format === 'PRODUCT',
    asksForCalls: part('CALL_PERMISSION_REQUEST') !== undefined,
  };
}

function planCard({ components }: TemplateCard, named: boolean): PartPlan {
  const header = components.find((component) => component.type === 'HEADER');
  const body = components.find((component) => component.type === 'BODY');
  const buttons = components.find((component) => component.type === 'BUTTONS');
  return {
    header: planHeader(header, named),
    body: body && planText(body.text, named),
    buttons: buttons?.buttons ?? [],
  };
}

function planHeader(header: TemplateHeader | undefined, named: boolean): HeaderPlan | undefined {
  if (!header) return undefined;
  return header.format === 'TEXT'
    ? { format: 'TEXT', text: planText(header.text, named) }
    : { format: header.format };
}

function planText(text: string, named: boolean): TextPlan {
  const names = variablesIn(text);
  if (!named) names.sort((a, b) => Number(a) - Number(b));
  const [first = '', ...rest] = text.split(/\{\{([^{}]*)\}\}/);
  const plan: TextPlan = { pieces: [first], slots: [], names, named };
  for (let at = 0; at < rest.length; at += 2) {
    plan.slots.push(names.indexOf(rest[at] ?? ''));
    plan.pieces.push(rest[at + 1] ?? '');
  }
  return plan;
}
