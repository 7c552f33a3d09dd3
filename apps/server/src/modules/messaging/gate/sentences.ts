import { orderedRules } from './ordered-rules.ts';

const sentences: ReadonlyMap<string, { en: string; hi: string }> = new Map(
  orderedRules({ holdouts: [] }).map(({ name, sentence }) => [name, sentence]),
);

/** Of a stored decision; null of a rule that an older or newer program had. */
export const sentenceOf = (rule: string): { en: string; hi: string } | null => sentences.get(rule) ?? null;
