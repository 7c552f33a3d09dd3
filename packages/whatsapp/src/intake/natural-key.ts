import { createHash } from 'node:crypto';
import { type Json, textIn } from '../json/lossless-json.ts';
import type { UpdateKind } from './update.ts';

// What a database index holds easily. Meta's ids are far shorter.
const longestKey = 400;

export interface Keyed {
  kind: UpdateKind;
  field: string;
  wabaId: string;
  phoneNumberId: string | undefined;
  /** As it came with the entry: the same news may be true a second time, later. */
  time: Json | undefined;
  value: Json;
}

/** Meta repeats deliveries for days: by this key a repetition is known however late it comes. */
export function naturalKey(keyed: Keyed): string {
  const { kind, phoneNumberId = '', value } = keyed;
  const parts = partsOf(kind, phoneNumberId, value);
  if (parts === undefined) return contentKey(keyed);
  const key = [kind, ...parts].map(escapeColon).join(':');
  return key.length <= longestKey ? key : `${kind}:${digest(key)}`;
}

function partsOf(kind: UpdateKind, phoneNumberId: string, value: Json): string[] | undefined {
  const id = textIn(value, 'id');
  if (id === undefined) return undefined;
  if (kind === 'message') return [phoneNumberId, id];
  const status = textIn(value, 'status');
  return kind === 'status' && status !== undefined ? [id, status, recipientOf(value)] : undefined;
}

/** A message to a group has a status for each of its participants. */
function recipientOf(value: Json): string {
  const names = [
    'recipient_participant_id',
    'recipient_participant_user_id',
    'recipient_id',
    'recipient_user_id',
  ];
  return names.map((name) => textIn(value, name)).find((text) => text !== undefined) ?? '';
}

function contentKey({ kind, field, wabaId, phoneNumberId, time, value }: Keyed): string {
  return `${kind}:${digest(JSON.stringify(sorted([field, wabaId, phoneNumberId ?? null, time ?? null, value])))}`;
}

/** Two writings of one content are one content. */
function sorted(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null)]));
}

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

const escapeColon = (text: string): string =>
  /[%:]/.test(text) ? text.replaceAll('%', '%25').replaceAll(':', '%3A') : text;
