import type { ParameterFormat, TemplateBody, TemplateFooter, TemplateHeader } from '@trikon/whatsapp';
import { readBodyExample, readHandles, readHeaderExample } from './examples.ts';
import { readText, readWord } from './reading.ts';
import type { Fields } from './reading.ts';
import { checkLength, refuseMissing, refuseTemplate } from './refusals.ts';
import { checkPlacement, checkVariables } from './variables.ts';

const emoji = /\p{Extended_Pictographic}/u;
const formatting = /[*~`\n\r]|(^|\s)_[^_]+_(\s|$)/;

/** Where no emoji, line break or bold, italic, struck and typewriter text may be. */
export const isPlain = (text: string): boolean => !emoji.test(text) && !formatting.test(text);

const headerFormats = ['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'GIF', 'LOCATION', 'PRODUCT'] as const;

export function readHeader(given: Fields, format: ParameterFormat): TemplateHeader {
  const kind = readWord(given.format ?? refuseMissing('HEADER', 'format'), headerFormats, 'format');
  if (kind === 'TEXT') return readTextHeader(given, format);
  if (kind === 'LOCATION' || kind === 'PRODUCT') return { type: 'HEADER', format: kind };
  return {
    type: 'HEADER',
    format: kind,
    example: { header_handle: readHandles(given.example, 'HEADER') },
  };
}

function readTextHeader(given: Fields, format: ParameterFormat): TemplateHeader {
  const text = checkLength(requireText(given, 'HEADER'), 60, 'message header');
  if (!isPlain(text)) {
    refuseTemplate(
      'headerFormat',
      "The message header can't have new lines, formatting characters, emojis or asterisks.",
    );
  }
  const names = checkVariables(text, format, 'headerFormat');
  if (names.length > 1) refuseTemplate('headerFormat', 'The message header can only have one variable.');
  const example = readHeaderExample(given.example, { component: 'HEADER', names, format });
  return { type: 'HEADER', format: 'TEXT', text, ...(example && { example }) };
}

export function readBody(given: Fields, format: ParameterFormat, limit = 1024): TemplateBody {
  const text = checkLength(requireText(given, 'BODY'), limit, 'message body');
  if (/\n\s*\n\s*\n/.test(text.replaceAll('\r', ''))) {
    refuseTemplate('bodyFormat', "The message body can't have more than two consecutive new lines.");
  }
  const names = checkVariables(text, format, 'bodyFormat');
  checkPlacement(text);
  const example = readBodyExample(given.example, { component: 'BODY', names, format });
  return { type: 'BODY', text, ...(example && { example }) };
}

export function readFooter(given: Fields): TemplateFooter {
  const text = checkLength(requireText(given, 'FOOTER'), 60, 'message footer');
  if (text.includes('{{') || /[\n\r]/.test(text)) {
    refuseTemplate('footerFormat', "The message footer can't have any variables or new lines.");
  }
  return { type: 'FOOTER', text };
}

function requireText(given: Fields, component: string): string {
  const text = given.text;
  if (text === undefined || text === null || text === '') refuseMissing(component, 'text');
  const read = readText(text, 'text');
  return read.trim() === '' ? refuseMissing(component, 'text') : read;
}
