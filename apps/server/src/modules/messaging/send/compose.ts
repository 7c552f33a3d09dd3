import type { OutgoingContent, TemplateValue } from '@trikon/contract';
import { fillTemplate, textOfTemplate } from '../../templates/index.ts';
import { filesIn, type NamedFile } from '../content/files.ts';
import { textOf } from '../content/text.ts';
import type { Decision } from '../gate/decide.ts';
import type { TemplateRow, Told } from '../gate/read-asked.ts';

/** A message as it is stored: what Meta's API takes, without the envelope. */
export interface Composed {
  content: Record<string, unknown>;
  text: string;
  /** Ours, which have to be at Meta before it leaves. */
  files: readonly NamedFile[];
}

/** What does not fit into the places of a template. */
export interface Unfit {
  missing: string[];
  wrong: { name: string; why: string }[];
}

/** Puts a recipient's own values in. What needs none is composed once and shared. */
export function composer(told: Told, template: TemplateRow | null): (decision: Decision) => Composed | Unfit {
  const { content } = told;
  const { type, ...inside } = content;
  if (content.type !== 'template' || template === null || content.template.components !== undefined) {
    const composed = { content: inside, text: textOf(type, inside), files: filesIn(content) };
    return () => composed;
  }
  const { values = {} } = content.template;
  const personal = Object.entries(told.personalValues ?? {});
  const compose = ({ fields }: Pick<Decision, 'fields'>): Composed | Unfit => {
    const own = personal.map(([name, { field, fallback }]) => [name, words(fields[field]) ?? fallback ?? '']);
    const all: Record<string, TemplateValue> = { ...values, ...Object.fromEntries(own) };
    const filled = fillTemplate(template, all);
    if (!('template' in filled)) return filled;
    const whole = { type, template: filled.template } as OutgoingContent;
    return {
      content: { template: filled.template },
      text: textOfTemplate(template, all),
      files: filesIn(whole),
    };
  };
  if (personal.length > 0) return compose;
  const shared = compose({ fields: {} });
  return () => shared;
}

const words = (text: string | null | undefined): string | undefined =>
  text === null || text === undefined || text.trim() === '' ? undefined : text;
