import type { Fact } from '../../platform/events/index.ts';
import type { MetaNumber } from './meta-number.ts';
import type { NumberRow } from './number-row.ts';

interface Change {
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

const asText = (value: unknown): string | null =>
  typeof value === 'string' ? value : value === null || value === undefined ? null : JSON.stringify(value);

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
] as const satisfies (keyof MetaNumber)[];

type Named = Pick<NumberRow, 'numberId' | 'phone' | 'name'>;

/** What there is to tell of a number that was read. */
export function factsOf(before: NumberRow | undefined, after: MetaNumber & { numberId: string }): Fact[] {
  if (before === undefined || before.disconnectedAt !== null)
    return [{ type: 'number.connected', data: namesOf(after) }];
  const changes = changesBetween<MetaNumber>(before, after, watched);
  return changes.length === 0 ? [] : [{ type: 'number.changed', data: { ...namesOf(after), changes } }];
}

export const namesOf = ({ numberId, phone, name }: Named): Named => ({ numberId, phone, name });
