import type { WordTable } from '../error-rule.ts';

export const english = {
  noInsights: ['Meta has no figures for this template.', 'Nothing. They are not available for it.'],
  insightsStay: ['Figures for templates cannot be switched off once they are on.', 'Nothing.'],
  insightsOff: [
    'Figures for templates are switched off for this account.',
    'Switch them on in WhatsApp Manager under insights.',
  ],
  tooMany: [
    'The account has as many templates as Meta allows. Each language counts.',
    'Delete templates that you no longer use, then try again.',
  ],
  format: [
    'A part of the template, or of its placeholders, is not formed as Meta wants it.',
    'Check the placeholders: {{1}}, {{2}} without gaps, or names in small letters.',
  ],
  tooLong: ['A text in the template is too long.', 'Shorten what the details below name.'],
  header: [
    'The header of the template is not formed as Meta wants it.',
    'Use one line without line breaks, emoji or formatting, and at most one placeholder.',
  ],
  body: [
    'The text of the template is not formed as Meta wants it.',
    'Check placeholders, examples and blank lines.',
  ],
  footer: [
    'The footer of the template is not formed as Meta wants it.',
    'Use plain text without placeholders, emoji or formatting.',
  ],
  manyVariables: [
    'The template has too many placeholders for its length.',
    'Write more words around them, or use fewer placeholders.',
  ],
  variableAtEdge: [
    'The text begins or ends with a placeholder.',
    'Put words before the first and after the last placeholder.',
  ],
} satisfies WordTable<string>;
