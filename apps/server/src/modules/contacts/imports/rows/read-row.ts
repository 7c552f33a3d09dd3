import type { FieldValue, ImportPlan, ImportProblem, ImportTarget } from '@trikon/contract';
import type { ContactField } from '../../fields/fields.ts';
import { readFieldValue } from '../../fields/read-field-value.ts';
import { cleanCell } from './clean-cell.ts';
import { readLanguage } from './read-language.ts';
import { readPhoneCell } from './read-phone-cell.ts';

/** What a row says of somebody; null and what is missing says nothing. */
export interface ImportRow {
  /** As spreadsheets count: the header is row 1. */
  row: number;
  phone: string | null;
  country: string | null;
  name: string | null;
  email: string | null;
  city: string | null;
  language: string | null;
  ownerId: string | null;
  /** By name. */
  tags: string[];
  fields: Record<string, FieldValue>;
  consents: { purpose: string; granted: boolean }[];
  /** What it is recognised by. */
  key: string;
}

export interface RowProblem {
  row: number;
  problem: ImportProblem;
  /** Counted from 0; null for the whole row. */
  column: number | null;
}

/** What rows are read against. */
export interface RowGround {
  fields: ReadonlyMap<string, ContactField>;
  /** By e-mail and, where only one has it, by name; small letters. */
  owners: ReadonlyMap<string, string>;
}

type Draft = Omit<ImportRow, 'row' | 'key'>;
type CellReader = (draft: Draft, text: string, reading: Reading) => ImportProblem | undefined;

interface Reading {
  plan: ImportPlan;
  ground: RowGround;
}

/** Every cell of a row counts: one that cannot be read keeps the whole row out, so that nobody is half imported. */
export function readRow(cells: readonly string[], row: number, reading: Reading): ImportRow | RowProblem {
  const { plan } = reading;
  if (
    cells.length > plan.columns.length &&
    cells.slice(plan.columns.length).some((cell) => cell.trim() !== '')
  )
    return { row, problem: 'too_many_cells', column: null };
  const draft: Draft = { ...nothing, tags: [], fields: {}, consents: [] };
  for (const [column, target] of plan.columns.entries()) {
    const cell = cells[column];
    if (target === null || cell === undefined || cell === '') continue;
    const text = cleanCell(cell);
    if (text === '') continue;
    const problem = text.includes('\uFFFD') ? 'unreadable_text' : readCell(target, draft, { text, reading });
    if (problem !== undefined) return { row, problem, column };
  }
  const key = keyOf(draft, plan);
  if (key === null) return { row, problem: plan.key.kind === 'phone' ? 'no_phone' : 'no_key', column: null };
  return { row, key, ...draft };
}

const nothing = {
  phone: null,
  country: null,
  name: null,
  email: null,
  city: null,
  language: null,
  ownerId: null,
};

function readCell(
  target: ImportTarget,
  draft: Draft,
  { text, reading }: { text: string; reading: Reading },
): ImportProblem | undefined {
  if (target.kind === 'field') return readOwnField(draft, target.key, { text, reading });
  if (target.kind === 'consent') return readConsent(draft, target.purpose, text);
  return readers[target.kind](draft, text, reading);
}

const readers: Record<Exclude<ImportTarget['kind'], 'field' | 'consent'>, CellReader> = {
  phone: (draft, text, { plan }) => {
    const read = readPhoneCell(text, plan.country);
    if ('problem' in read) return read.problem;
    draft.phone = read.phone;
    draft.country = read.country;
    return undefined;
  },
  name: (draft, text) => {
    if (text.length > 200) return 'name_too_long';
    draft.name = text;
    return undefined;
  },
  email: (draft, text) => {
    const email = text.toLowerCase();
    if (email.length > 254 || !emailText.test(email)) return 'email_wrong';
    draft.email = email;
    return undefined;
  },
  city: (draft, text) => {
    if (text.length > 100) return 'city_too_long';
    draft.city = text;
    return undefined;
  },
  language: (draft, text) => {
    draft.language = readLanguage(text);
    return draft.language === null ? 'language_unknown' : undefined;
  },
  tags: (draft, text) => {
    const names = text.split(/[,;|،]/u).map((name) => name.trim().slice(0, 60).trim());
    draft.tags = [...new Set(names.filter((name) => name !== ''))].slice(0, 20);
    return undefined;
  },
  owner: (draft, text, { ground }) => {
    draft.ownerId = ground.owners.get(text.toLowerCase()) ?? null;
    return draft.ownerId === null ? 'owner_unknown' : undefined;
  },
};

const emailText = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/;

function readOwnField(
  draft: Draft,
  key: string,
  { text, reading }: { text: string; reading: Reading },
): ImportProblem | undefined {
  const field = reading.ground.fields.get(key);
  const read = field && readFieldValue(field, text);
  if (read === undefined || 'problem' in read) return 'field_wrong';
  draft.fields[key] = read.value;
  return undefined;
}

const agreed = new Set(['opted in', 'opt-in', 'opted-in', 'subscribed', 'agreed', 'granted', 'सहमत']);
const refused = new Set([
  'opted out',
  'opt-out',
  'opted-out',
  'unsubscribed',
  'declined',
  'withdrawn',
  'असहमत',
]);

/** A no is kept too: it is stricter than silence. */
function readConsent(draft: Draft, purpose: string, text: string): ImportProblem | undefined {
  const word = text.toLowerCase();
  const read = readFieldValue({ kind: 'yes_no', choices: [] }, text);
  const granted = agreed.has(word) ? true : refused.has(word) ? false : 'value' in read ? read.value : null;
  if (typeof granted !== 'boolean') return 'consent_unclear';
  draft.consents.push({ purpose, granted });
  return undefined;
}

function keyOf({ phone, email, fields }: Draft, { key }: ImportPlan): string | null {
  if (key.kind === 'phone') return phone;
  if (key.kind !== 'field') return email;
  const value = fields[key.key];
  return value === undefined ? null : JSON.stringify(value);
}
