import type { ImportPlan, ImportTarget } from '@trikon/contract';
import { readPhoneCell } from './read-phone-cell.ts';

type PlainKind = Exclude<ImportTarget['kind'], 'field' | 'consent'>;

/** What columns are called, in English, Hindi and as people mix them. The more exact come first. */
const words: [PlainKind, RegExp][] = [
  [
    'phone',
    /whats ?app|phone|mobile|\bmob\b|contact (no|num)|^contact$|\btel\b|cell|फ़ोन|फोन|मोबाइल|व्हाट्स|वाट्स|नंबर|नम्बर/,
  ],
  ['email', /e ?mail|ईमेल|ई मेल|मेल/],
  ['city', /city|town|शहर|नगर|^place$/],
  ['language', /language|\blang\b|भाषा/],
  ['tags', /^tags?$|labels?|segments?|groups?|टैग|समूह/],
  ['owner', /owner|assigned|agent|sales ?(person|rep)|ज़िम्मेदार|जिम्मेदार/],
  [
    'name',
    /^(full |customer |contact |client |patient |student |guest )?name$|^नाम$|(ग्राहक|पूरा).*नाम|^customer$|^naam$/,
  ],
];

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_./()-]+/g, ' ')
    .trim();

interface Guessing {
  rows: readonly (readonly string[])[];
  header: boolean;
  fields: readonly { key: string; name: string }[];
  country: string;
}

/** What each column seems to be: by its name, and a column of phones by what is in it. Each thing once. */
export function guessPlan({ rows, header, fields, country }: Guessing): ImportPlan {
  const [first = [], ...others] = rows;
  const width = Math.max(...rows.map(({ length }) => length));
  const taken = new Set<string>();
  const once = (target: ImportTarget | null): ImportTarget | null => {
    if (target === null) return null;
    const name = JSON.stringify(target);
    if (taken.has(name)) return null;
    taken.add(name);
    return target;
  };
  const columns = Array.from({ length: width }, (_, column) =>
    once(header ? byName(plain(first[column] ?? ''), fields) : null),
  );
  const values = header ? others : rows;
  if (!taken.has('{"kind":"phone"}')) {
    const column = columns.findIndex((target, at) => target === null && holdsPhones(values, at, country));
    if (column !== -1) columns[column] = { kind: 'phone' };
  }
  return { columns, header, key: { kind: 'phone' }, policy: 'fill', tagIds: [], country, wording: null };
}

function byName(name: string, fields: Guessing['fields']): ImportTarget | null {
  if (name === '') return null;
  const own = fields.find((field) => plain(field.name) === name || plain(field.key) === name);
  if (own) return { kind: 'field', key: own.key };
  const kind = words.find(([, pattern]) => pattern.test(name))?.[0];
  return kind === undefined ? null : { kind };
}

function holdsPhones(rows: Guessing['rows'], column: number, country: string): boolean {
  const filled = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '');
  const phones = filled.filter((cell) => 'phone' in readPhoneCell(cell, country));
  return phones.length > 0 && phones.length >= filled.length * 0.7;
}
