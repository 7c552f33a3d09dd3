import { createHash } from 'node:crypto';

/** Why something is sent. What has one cause is sent once, for ever. */
export interface Cause {
  /** A word of the program's own: api, agent, flow, campaign, audience. */
  kind: string;
  id: string;
  step?: string | undefined;
}

/** The recipient is part of it where one cause is for many. */
export const causeText = ({ kind, id, step = '' }: Cause, contactId = ''): string =>
  `${kind}:${encodeURIComponent(id)}:${encodeURIComponent(step)}:${contactId}`;

/** Of everything that was asked for, whatever the order in which it was said. */
export const hashOf = (asked: object): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(sorted(asked)))
    .digest();

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([name, each]) => [name, sorted(each)]),
  );
}
