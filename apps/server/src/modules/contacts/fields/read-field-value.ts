import { plainDigits } from '../phone/digits.ts';
import { readDate, readTime } from './read-day.ts';
import { refused, type ReadValue, type Unreadable } from './read-value.ts';

export type FieldKind = 'text' | 'number' | 'date' | 'time' | 'yes_no' | 'choice' | 'choices' | 'link';

/** What a value has to fit. */
export interface FieldShape {
  kind: FieldKind;
  choices: readonly string[];
}

/**
 * Reads a value as people and spreadsheets write it: dates with the day first, numbers in Indian or western groups, digits
 * and words of Hindi too. What could mean two things is refused, not guessed.
 */
export function readFieldValue(field: FieldShape, written: string): ReadValue {
  const text = written.trim();
  if (text === '') return refused('empty', 'There is nothing in it.');
  if (text.length > longestText)
    return refused('too_long', `It is longer than ${longestText.toLocaleString('en-IN')} characters.`);
  if (hiddenCharacters.test(text))
    return refused('hidden_characters', 'It holds characters that hide or reverse text. Type it again.');
  return readers[field.kind](text, field);
}

const longestText = 2_000;
/** Control characters, and those that turn the direction of what follows around. */
const hiddenCharacters = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

const readers: Record<FieldKind, (text: string, field: FieldShape) => ReadValue> = {
  text: (text) => ({ value: text.normalize('NFC') }),
  number: readNumber,
  date: (text) => readDate(plainDigits(text)),
  time: (text) => readTime(plainDigits(text)),
  yes_no: readYesNo,
  choice: readChoice,
  choices: readChoices,
  link: readLink,
};

/** 1,00,000 and 100,000 alike; groups of other sizes may be a decimal comma, which would be another number. */
const numberText = /^[-+\u2212]?(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})?(?:\.\d+)?$/;

function readNumber(written: string): ReadValue {
  const plain = plainDigits(written)
    .replace(/^(?:₹|rs\.?|inr)\s*/iu, '')
    .replace(/^([-+\u2212])\s*(?:₹|rs\.?|inr)\s*/iu, '$1')
    .replaceAll(/[\s\u00A0\u202F]/g, '');
  if (!numberText.test(plain) || !/\d/.test(plain))
    return refused('no_number', 'This is not a number. Write it like 1,00,000 or 2.5, without other words.');
  const value = Number(plain.replaceAll(',', '').replace('\u2212', '-'));
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return refused(
      'number_too_large',
      'This number is too large to be kept exactly. Use a text field for it.',
    );
  return { value: value === 0 ? 0 : value };
}

const yes = new Set('yes y true 1 on ✓ haan han haa ha ji हाँ हां हा जी'.split(' '));
const no = new Set('no n false 0 off ✗ nahi nahin nahee na नहीं नही ना न'.split(' '));

function readYesNo(text: string): ReadValue {
  const word = plainDigits(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.।!]$/u, '');
  if (yes.has(word)) return { value: true };
  if (no.has(word)) return { value: false };
  return refused('no_yes_no', 'Write yes or no.');
}

const alike = (text: string): string => text.trim().normalize('NFC').toLowerCase();

function readChoice(text: string, { choices }: FieldShape): ReadValue {
  const found = choices.find((choice) => alike(choice) === alike(text));
  return found === undefined ? notAmong([text], choices) : { value: found };
}

/** One after the other, with commas, semicolons or bars between; a choice may have a comma in it itself. */
function readChoices(text: string, { choices }: FieldShape): ReadValue {
  const whole = choices.find((choice) => alike(choice) === alike(text));
  if (whole !== undefined) return { value: [whole] };
  const asked = text
    .split(/[,;|،]/u)
    .map(alike)
    .filter((part) => part !== '');
  if (asked.length === 0) return refused('empty', 'There is nothing in it.');
  const known = new Set(choices.map(alike));
  const unknown = asked.filter((part) => !known.has(part));
  if (unknown.length > 0) return notAmong(unknown, choices);
  return { value: choices.filter((choice) => asked.includes(alike(choice))) };
}

const mostNamed = 5;

function notAmong(asked: readonly string[], choices: readonly string[]): Unreadable {
  const named = choices.slice(0, mostNamed).join(', ');
  const rest = choices.length > mostNamed ? ` and ${choices.length - mostNamed} more` : '';
  const those = asked.map((one) => `“${one.slice(0, 40)}”`).join(', ');
  return refused('not_a_choice', `${those} cannot be chosen. Choose from ${named}${rest}.`);
}

function readLink(text: string): ReadValue {
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  const isWeb = url !== null && ['http:', 'https:'].includes(url.protocol) && url.hostname.includes('.');
  if (!isWeb || /\s/.test(text))
    return refused('no_link', 'This is not a web address. Write it like https://example.in/page.');
  if (url.username !== '' || url.password !== '')
    return refused('link_with_password', 'Take the name and password out of this address.');
  return { value: url.href };
}
