import type { TemplateContent } from '@trikon/contract';
import { fixedLabels } from '@trikon/contract/template-rules';

interface Difference {
  /** As a path into the content, such as `components.BODY.text` or `variables.body.first_name.fallback`. */
  field: string;
  before: string | null;
  after: string | null;
}

/** What a person sees as changed between two contents, in the order of the message. */
export function differencesOf(before: TemplateContent, after: TemplateContent): Difference[] {
  const [old, now] = [flat(before), flat(after)];
  const fields = [...new Set([...now.keys(), ...old.keys()])];
  return fields
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }))
    .filter((difference) => difference.before !== difference.after);
}

/** By kind and not by place: a footer that was added moves nothing else. */
function flat({ components, ...rest }: TemplateContent): Map<string, string> {
  const byKind = Object.fromEntries(components.map(({ type, ...part }) => [type, part]));
  const all = new Map<string, string>();
  spread(all, 'components', byKind);
  for (const [name, value] of Object.entries(rest)) spread(all, name, value);
  return all;
}

function spread(into: Map<string, string>, path: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (typeof value !== 'object') {
    into.set(path, `${value as string | number | boolean}`);
    return;
  }
  const entries = Object.entries(value);
  // That there is a part at all is told too: a location has nothing in it.
  if (entries.length === 0 && path.split('.').length === 2) into.set(path, '');
  for (const [name, each] of entries) spread(into, `${path}.${name}`, each);
}

/** Whether customers would see the same of both: what Meta does not have, and what it words itself, is no difference. */
export const looksSame = (one: TemplateContent, other: TemplateContent, category: string): boolean =>
  seen(one, category) === seen(other, category);

function seen({ components, foreign }: TemplateContent, category: string): string {
  if (category === 'AUTHENTICATION') {
    const footer = components.find(({ type }) => type === 'FOOTER');
    return String(footer?.type === 'FOOTER' ? footer.code_expiration_minutes : null);
  }
  // The database orders the names in an object anew, so parts are put in order by what they say.
  const parts = [...components.map(plain), ...foreign.map(withoutExamples)].map((part) =>
    JSON.stringify(sorted(part)),
  );
  return parts.toSorted((one, other) => (one < other ? -1 : 1)).join();
}

function plain(component: TemplateContent['components'][number]): object {
  if (component.type === 'CAROUSEL')
    return { ...component, cards: component.cards.map((card) => card.components.map(plain)) };
  if (component.type === 'BUTTONS') return { ...component, buttons: component.buttons.map(plainButton) };
  return component;
}

type Button = Extract<TemplateContent['components'][number], { type: 'BUTTONS' }>['buttons'][number];

/** Labels that are prescribed, and a form’s first screen, are not told back as they were given. */
function plainButton(button: Button): object {
  if (button.type in fixedLabels) return { type: button.type };
  if (button.type === 'FLOW') return { type: button.type, text: button.text };
  if (button.type === 'PHONE_NUMBER')
    return { ...button, phone_number: button.phone_number.replaceAll(/\D/g, '') };
  return button;
}

const withoutExamples = (component: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(component).filter(([name]) => name !== 'example'));

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
}
