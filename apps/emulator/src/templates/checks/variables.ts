import type { ParameterFormat } from '@trikon/whatsapp';
import { refuseTemplate } from './refusals.ts';
import type { TemplateRefusal } from './refusals.ts';

const variable = /\{\{([^{}]*)\}\}/g;
const named = /^[a-z][a-z0-9_]*$/;
const positional = /^[1-9]\d*$/;

/** The names of a text's variables in the order of their first appearance. */
export const variablesIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(variable), ([, name = '']) => name)),
];

/** Variables are `{{1}}`, `{{2}}` … without a gap, or `{{lowercase_names}}` (Meta, 'Template components'). */
export function checkVariables(text: string, format: ParameterFormat, refusal: TemplateRefusal): string[] {
  const names = variablesIn(text);
  const rest = text.replaceAll(variable, '');
  if (rest.includes('{{') || rest.includes('}}')) {
    refuseTemplate(refusal, 'Variable parameters have mismatched curly braces. The correct format is {{1}}.');
  }
  return format === 'NAMED' ? checkNames(names, refusal) : checkNumbers(names, refusal);
}

function checkNames(names: string[], refusal: TemplateRefusal): string[] {
  const wrong = names.find((name) => !named.test(name));
  if (wrong !== undefined) {
    refuseTemplate(
      refusal,
      `The variable {{${wrong}}} can only have lowercase letters, numbers and underscores, and has to begin with a letter.`,
    );
  }
  return names;
}

function checkNumbers(names: string[], refusal: TemplateRefusal): string[] {
  const wrong = names.find((name) => !positional.test(name));
  if (wrong !== undefined) {
    refuseTemplate(refusal, `The variable {{${wrong}}} has to be a whole number in double curly braces.`);
  }
  const sorted = names.toSorted((a, b) => Number(a) - Number(b));
  if (sorted.some((name, at) => Number(name) !== at + 1)) {
    refuseTemplate(refusal, 'Variable parameters have to be sequential: {{1}}, {{2}}, {{3}}.');
  }
  return sorted;
}

/** Meta, 'Common rejection reasons': no variable first or last, and enough words around the variables. */
export function checkPlacement(text: string): void {
  const trimmed = text.trim();
  if (/^\{\{[^{}]*\}\}/.test(trimmed) || /\{\{[^{}]*\}\}$/.test(trimmed)) {
    refuseTemplate('variableAtEdge', "Variables can't be at the start or end of the template.");
  }
  const count = text.match(variable)?.length ?? 0;
  if (count > 0 && wordsIn(text) < 2 * count + 1) {
    refuseTemplate(
      'tooManyVariables',
      'This template has too many variables for its length. Reduce the number of variables or increase the message length.',
    );
  }
}

/** Scripts without spaces count by character: two make about a word. */
function wordsIn(text: string): number {
  const rest = text.replaceAll(variable, ' ');
  const ideographs =
    rest.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const words = rest.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
  return words + Math.floor(ideographs / 2);
}
