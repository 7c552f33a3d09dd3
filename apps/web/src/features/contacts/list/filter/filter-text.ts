import type { Condition, ContactFilter } from '../queries.ts';

/** A line of the filter as a person fills it in: what about, how, and with what. */
export interface Line {
  subject: string;
  op: string;
  value: string;
}

export interface Lines {
  match: 'all' | 'any';
  lines: readonly Line[];
}

export const noLines: Lines = { match: 'all', lines: [] };
/** More than anybody reads; the server takes as many. */
export const mostLines = 20;

/** As it stands in the address: `all~tag.has.<id>~city.is.Surat`, with each part encoded. */
export function linesToText({ match, lines }: Lines): string | undefined {
  if (lines.length === 0) return undefined;
  const parts = lines.map(({ subject, op, value }) => [subject, op, value].map(encode).join('.'));
  return [match, ...parts].join('~');
}

export function linesFromText(text: string | undefined): Lines {
  const [match, ...parts] = (text ?? '').split('~');
  if (match !== 'all' && match !== 'any') return noLines;
  const lines = parts.flatMap((part): Line[] => {
    const [subject = '', op = '', value = ''] = part.split('.').map(decode);
    return subject === '' || op === '' ? [] : [{ subject, op, value }];
  });
  return { match, lines: lines.slice(0, mostLines) };
}

/** Lines that are not filled in yet do not narrow anything. */
export function filterOf(
  { match, lines }: Lines,
  beginningOf: (day: string) => string,
): ContactFilter | undefined {
  const conditions = lines.flatMap((line) => conditionOf(line, beginningOf) ?? []);
  return conditions.length === 0 ? undefined : { match, conditions };
}

const attributes = ['city', 'language', 'country', 'source'] as const;
const withoutValue = new Set(['empty', 'not_empty', 'yes', 'no', 'never']);

export const needsValue = (op: string): boolean => !withoutValue.has(op);

function conditionOf({ subject, op, value }: Line, beginningOf: (day: string) => string): Condition | null {
  if (needsValue(op) && value.trim() === '') return null;
  const attribute = attributes.find((name) => name === subject);
  if (attribute !== undefined)
    return {
      kind: 'attribute',
      name: attribute,
      op: op as 'is',
      values: needsValue(op) ? [value.trim()] : [],
    };
  if (subject.startsWith('field:')) {
    const key = subject.slice('field:'.length);
    if (op === 'yes' || op === 'no') return { kind: 'field', key, op: 'is', value: op === 'yes' };
    return { kind: 'field', key, op: op as 'is', ...(needsValue(op) ? { value: value.trim() } : {}) };
  }
  return plainCondition({ subject, op, value }, beginningOf);
}

function plainCondition(
  { subject, op, value }: Line,
  beginningOf: (day: string) => string,
): Condition | null {
  switch (subject) {
    case 'tag':
      return { kind: 'tag', op: op as 'has', tagIds: [value] };
    case 'owner':
      return { kind: 'owner', op: op as 'is', ownerIds: [value === 'nobody' ? null : value] };
    case 'consent':
      return { kind: 'consent', purpose: value, state: op as 'granted' };
    case 'blocked':
    case 'phone':
      return { kind: subject, is: op === 'yes' };
    case 'created':
    case 'changed':
    case 'last_message':
      if (op === 'never') return { kind: 'last_message' };
      return isDay(value) ? { kind: subject, [op === 'before' ? 'to' : 'from']: beginningOf(value) } : null;
    default:
      return null;
  }
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll('.', '%2E').replaceAll('~', '%7E');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
