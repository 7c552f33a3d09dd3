import type { Fact } from '../../platform/events/index.ts';
import type { MetaNumber } from './meta-number.ts';
import type { NumberRow } from './number-row.ts';

export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

/** Which of the fields differ, as the history tells it. */
export function changesBetween<Thing>(
  before: Thing,
  after: Thing,
  fields: readonly (keyof Thing & string)[],
): Change[] {
  return fields
    .map((field) => ({ field, before: asText(before[field]), after: asText(after[field]) }))
    .filter((change) => change.before !== change.after);
}

/** Null when it is the same as before. */
export function changeOf(field: string, before: unknown, after: unknown): Change | null {
  const change = { field, before: asText(before), after: asText(after) };
  return change.before === change.after ? null : change;
}

const asText = (value: unknown): string | null =>
  typeof value === 'string'
    ? value
    : value === null || value === undefined
      ? null
      : JSON.stringify(value, sorted);

/** The database keeps the names in an object in an order of its own. */
const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const watched = [
  'name',
  'nameStatus',
  'newName',
  'newNameStatus',
  'quality',
  'messagingLimit',
  'throughput',
  'messagesPerSecond',
  'status',
  'registered',
  'codeVerification',
  'pinEnabled',
  'onBusinessApp',
  'mode',
  'username',
] as const satisfies Exclude<keyof MetaNumber, 'metaHealth'>[];

type Named = Pick<NumberRow, 'numberId' | 'phone' | 'name'>;

/** What there is to tell of a number that was read. */
export function factsOf(before: NumberRow | undefined, after: MetaNumber & { numberId: string }): Fact[] {
  if (before === undefined || before.disconnectedAt !== null)
    return [{ type: 'number.connected', data: namesOf(after) }];
  const changes = changesBetween<Omit<MetaNumber, 'metaHealth'>>(before, after, watched);
  return changes.length === 0 ? [] : [{ type: 'number.changed', data: { ...namesOf(after), changes } }];
}

export const namesOf = ({ numberId, phone, name }: Named): Named => ({ numberId, phone, name });
