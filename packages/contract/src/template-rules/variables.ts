import { problem, when, type TemplateProblem } from './problem.ts';

const variable = /\{\{([^{}]*)\}\}/g;

/** The names of a text’s variables in the order of their first appearance. */
export const variablesIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(variable), ([, name = '']) => name)),
];

/** Rules of Meta’s pages 'Template components' and 'Common rejection reasons'. */
export function variableProblems(field: string, text: string, isNamed: boolean): TemplateProblem[] {
  const names = variablesIn(text);
  const rest = text.replaceAll(variable, '');
  return [
    ...when(/\{\{|\}\}/.test(rest), () =>
      problem(
        field,
        'braces',
        'A variable is written between two pairs of curly braces, such as {{first_name}}.',
      ),
    ),
    ...(isNamed ? nameProblems(field, names) : numberProblems(field, names)),
    ...when(/\}\}\s*\{\{/.test(text), () =>
      problem(
        field,
        'variables_adjacent',
        'Two variables cannot stand side by side: put words between them.',
      ),
    ),
  ];
}

const nameProblems = (field: string, names: readonly string[]): TemplateProblem[] =>
  names
    .filter((name) => !/^[a-z][a-z0-9_]{0,59}$/.test(name))
    .map((name) =>
      problem(
        field,
        'variable_name',
        `{{${name}}} has to be small letters, digits and underscores, and begin with a letter.`,
      ),
    );

function numberProblems(field: string, names: readonly string[]): TemplateProblem[] {
  const wrong = names.find((name) => !/^[1-9]\d*$/.test(name));
  if (wrong !== undefined)
    return [problem(field, 'variable_name', `{{${wrong}}} has to be a number, such as {{1}}.`)];
  const sorted = names.map(Number).toSorted((a, b) => a - b);
  return when(
    sorted.some((number, at) => number !== at + 1),
    () => problem(field, 'variable_order', 'Numbered variables count up without a gap: {{1}}, {{2}}, {{3}}.'),
  );
}

/** No variable first or last, and enough words around the variables. */
export function placementProblems(field: string, text: string): TemplateProblem[] {
  const trimmed = text.trim();
  const count = text.match(variable)?.length ?? 0;
  return [
    ...when(/^\{\{[^{}]*\}\}|\{\{[^{}]*\}\}$/.test(trimmed), () =>
      problem(
        field,
        'variable_at_edge',
        'A text cannot begin or end with a variable. Put a word before or after it.',
      ),
    ),
    ...when(count > 0 && wordsIn(text) < 2 * count + 1, () =>
      problem(
        field,
        'variables_too_many',
        'There are too many variables for so few words. Write more text or use fewer variables.',
      ),
    ),
  ];
}

/** Scripts without spaces count by character: two make about a word. */
function wordsIn(text: string): number {
  const rest = text.replaceAll(variable, ' ');
  const ideographs =
    rest.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  const words = rest.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0;
  return words + Math.floor(ideographs / 2);
}
