import { orderedRules } from './ordered-rules.ts';

interface Sentence {
  en: string;
  hi: string;
}

/** Found when a message is put together, which the gate does not do. */
const fileUnusable: Sentence = {
  en: 'A file of this message is not stored here any more, or WhatsApp does not take it.',
  hi: 'इस संदेश की कोई फ़ाइल यहाँ नहीं है, या WhatsApp उसे स्वीकार नहीं करता।',
};

const sentences: ReadonlyMap<string, Sentence> = new Map([
  ...orderedRules({ holdouts: [] }).map(({ name, sentence }) => [name, sentence] as const),
  ['file_unusable', fileUnusable],
]);

/** Of a stored decision; null of a rule that an older or newer program had. */
export const sentenceOf = (rule: string): Sentence | null => sentences.get(rule) ?? null;
