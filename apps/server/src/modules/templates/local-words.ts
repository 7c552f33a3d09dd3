import { inLocalWords } from '@trikon/contract/template-rules';
import type { TemplateValues } from './values.ts';

/** Of a text: the only places whose values are read by people. */
const place = /^(card\.\d+\.)?(header|body)\./;

/** Values with amounts and days as they are written in the template’s language. */
export const localValues = (values: TemplateValues, language: string | undefined): TemplateValues =>
  language === undefined
    ? values
    : Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          place.test(name) && !(value instanceof Date) ? inLocalWords(value, language) : value,
        ]),
      );
