import { shapeOf, variable, type TemplateSource, type TextShape } from './shape.ts';
import { localValues } from './local-words.ts';
import { parametersOf } from './parameters.ts';
import { cleaned, type TemplateValues } from './values.ts';

/** The words of a template message, for lists and search. What has no value shows its name; a code is never shown. */
export function textOfTemplate(
  template: TemplateSource & { language?: string },
  values: TemplateValues,
  { fallbacks = {} }: { fallbacks?: TemplateValues } = {},
): string {
  const shape = shapeOf(template);
  const known = localValues({ ...fallbacks, ...values }, template.language);
  const body = shape.isCode
    ? shape.body.text.replaceAll(variable, '••••••')
    : fillText(shape.body, 'body.', known);
  const cards = (shape.cards ?? []).map(
    ({ body: text }, at) => text && fillText(text, `card.${at}.body.`, known),
  );
  return [
    shape.header?.text && fillText(shape.header.text, 'header.', known),
    shape.offer?.text,
    body,
    ...cards,
    shape.footer,
  ]
    .filter(Boolean)
    .join('\n');
}

/** As somebody would get it who is called as in Meta's examples. */
export const exampleTextOf = (template: TemplateSource): string =>
  textOfTemplate(
    template,
    Object.fromEntries(parametersOf(template).map(({ name, example }) => [name, example])),
  );

export function fillText({ text }: TextShape, prefix: string, values: TemplateValues): string {
  return text.replaceAll(variable, (whole, name: string) => {
    const value = values[`${prefix}${name}`];
    const words = typeof value === 'string' || typeof value === 'number' ? cleaned(String(value)) : '';
    return words === '' ? whole : words;
  });
}
