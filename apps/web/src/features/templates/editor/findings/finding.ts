import type { TemplateContent, TemplateFinding } from '@trikon/contract';

export type Severity = TemplateFinding['severity'];

export interface Finding {
  key: string;
  severity: Severity;
  /** Where in the content it is: `components.1.text`, `variables.body.name.sample`; empty when it is about the whole. */
  field: string;
  /** Something is not there yet: no reason to scold anybody who is still writing. */
  isGap: boolean;
  says: string;
  fix: string | null;
  cures: TemplateFinding['cures'];
}

const order: Severity[] = ['blocks', 'risk', 'advice'];

export const bySeverity = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));

/** A field’s own, and those of what is inside it that has no field. */
export const isAbout = ({ field }: Finding, path: string): boolean =>
  field === path || field.startsWith(`${path}.`);

/** Puts a cure’s values where its pointers (RFC 6901, within the components) lead. A pointer into nothing changes nothing. */
export function cured(content: TemplateContent, cures: Finding['cures']): TemplateContent {
  const components = structuredClone(content.components) as unknown;
  for (const { op, pointer, value } of cures) {
    const steps = pointer
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = steps.pop();
    const holder = steps.reduce<unknown>((at, key) => inside(at, key), components);
    if (last === undefined || typeof holder !== 'object' || holder === null) continue;
    if (Array.isArray(holder) && op === 'add') {
      holder.splice(last === '-' ? holder.length : Number(last), 0, value);
    } else Object.assign(holder, { [last]: value });
  }
  return { ...content, components: components as TemplateContent['components'] };
}

const inside = (holder: unknown, key: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<string, unknown>)[key]
    : undefined;
