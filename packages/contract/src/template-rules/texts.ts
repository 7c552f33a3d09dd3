import type { TemplateComponentDraft } from '../template-content.ts';
import { templateLimits } from './facts.ts';
import { problem, tooLong, when, type TemplateProblem } from './problem.ts';
import { placementProblems, variableProblems, variablesIn } from './variables.ts';

const emoji = /\p{Extended_Pictographic}/u;
const formatting = /[*~`\n\r]|(^|\s)_[^_]+_(\s|$)/;

/** Where no emoji, line break or bold, italic, struck and typewriter text may be. */
export const isPlain = (text: string): boolean => !emoji.test(text) && !formatting.test(text);

export const missingText = (field: string, text: string, what: string): TemplateProblem[] =>
  when(text.trim() === '', () => problem(field, 'missing', `There are no words in ${what} yet.`));

export function headerTextProblems(field: string, text: string, isNamed: boolean): TemplateProblem[] {
  return [
    ...missingText(field, text, 'the header'),
    ...tooLong(field, text, { most: templateLimits.header, what: 'a header' }),
    ...when(!isPlain(text), () =>
      problem(field, 'not_plain', 'A header has no emoji, line breaks, bold, italics or asterisks.'),
    ),
    ...variableProblems(field, text, isNamed),
    ...when(variablesIn(text).length > 1, () =>
      problem(field, 'variables_too_many', 'A header has at most one variable.'),
    ),
  ];
}

interface BodyRules {
  isNamed: boolean;
  most: number;
}

export function bodyProblems(field: string, text: string, { isNamed, most }: BodyRules): TemplateProblem[] {
  return [
    ...missingText(field, text, 'the message'),
    ...tooLong(field, text, { most, what: 'this message' }),
    ...when(/\n\s*\n\s*\n/.test(text), () =>
      problem(field, 'too_many_breaks', 'There can be one empty line between paragraphs, not two.'),
    ),
    ...variableProblems(field, text, isNamed),
    ...placementProblems(field, text),
  ];
}

export function footerProblems(field: string, text: string): TemplateProblem[] {
  return [
    ...missingText(field, text, 'the footer'),
    ...tooLong(field, text, { most: templateLimits.footer, what: 'a footer' }),
    ...when(text.includes('{{'), () => problem(field, 'not_allowed', 'A footer has no variables.')),
  ];
}

export function offerProblems(
  field: string,
  component: Extract<TemplateComponentDraft, { type: 'LIMITED_TIME_OFFER' }>,
): TemplateProblem[] {
  const { text } = component.limited_time_offer;
  return [
    ...missingText(field, text, 'the offer'),
    ...tooLong(field, text, { most: templateLimits.offer, what: 'the line of an offer' }),
    ...when(text.includes('{{'), () =>
      problem(field, 'not_allowed', 'The line of an offer has no variables.'),
    ),
  ];
}
