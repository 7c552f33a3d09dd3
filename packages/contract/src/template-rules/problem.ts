/** What WhatsApp would refuse in a template, by the field that is to be changed. Codes never change. */
export interface TemplateProblem {
  /** As a path into the content: `components.0.text`, `variables.body.1.sample`, `media.header`. */
  field: string;
  code: TemplateProblemCode;
  message: string;
}

export type TemplateProblemCode =
  | 'missing'
  | 'too_long'
  | 'too_many'
  | 'twice'
  | 'not_allowed'
  | 'not_plain'
  | 'too_many_breaks'
  | 'braces'
  | 'variable_name'
  | 'variable_order'
  | 'variable_at_edge'
  | 'variables_adjacent'
  | 'variables_too_many'
  | 'variable_twice'
  | 'sample_missing'
  | 'wrong_order'
  | 'wrong_address'
  | 'wrong_phone'
  | 'wrong_label'
  | 'wrong_number'
  | 'wrong_app'
  | 'terms'
  | 'cards_differ'
  | 'needs_other';

export const problem = (field: string, code: TemplateProblemCode, message: string): TemplateProblem => ({
  field,
  code,
  message,
});

export const when = (condition: boolean, make: () => TemplateProblem): TemplateProblem[] =>
  condition ? [make()] : [];

/** As WhatsApp counts: an emoji is one. */
const lengthOf = (text: string): number => Array.from(text).length;

export const tooLong = (
  field: string,
  text: string,
  { most, what }: { most: number; what: string },
): TemplateProblem[] =>
  when(lengthOf(text) > most, () =>
    problem(
      field,
      'too_long',
      `WhatsApp takes at most ${most} characters in ${what}; there are ${lengthOf(text)}.`,
    ),
  );
