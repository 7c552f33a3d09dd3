import type { EntryKind } from '../../src/world/journal.ts';
import type { JsonObject } from '../../src/world/json.ts';

export interface Entry extends JsonObject {
  seq: number;
  at: number;
  kind: EntryKind;
}

/** Lines of JSON, as the world writes its journal. */
export const readLines = (text: string): Entry[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const summaries: Record<EntryKind, (entry: Entry) => string> = {
  request: ({ method, path, status }) =>
    `${text(method)} ${text(path)} ${text(status === 0 ? 'no answer' : status)}`,
  webhook: ({ url, status, body, given_up: lost }) =>
    lost === undefined
      ? `${fieldsIn(body).join(', ') || 'verification'} → ${text(url)} ${text(status)}`
      : `given up → ${text(url)}`,
  state: ({ collection, id, change }) =>
    `${text(collection)} ${text(id)}${change === null ? ' removed' : ''}`,
  fault: ({ point, effect, where }) => `${text((effect as JsonObject).type)} at ${text(where ?? point)}`,
  control: () => 'world restored from a snapshot',
};

/** An entry in a line. */
export const summaryOf = (entry: Entry): string => summaries[entry.kind](entry);

/** Whether an answer or a delivery went wrong. */
export const isBad = ({ kind, status }: Entry): boolean =>
  kind === 'fault' ||
  ((kind === 'request' || kind === 'webhook') &&
    status !== undefined &&
    (Number(status) === 0 || Number(status) >= 400));

/** What a webhook's body tells of: `messages`, and within it what kind of news. */
function fieldsIn(body: unknown): string[] {
  const { entry = [] } = (body ?? {}) as { entry?: { changes?: { field: string; value?: JsonObject }[] }[] };
  const named = entry
    .flatMap(({ changes = [] }) => changes)
    .map(({ field, value }) => (value?.['statuses'] ? `${field}: ${statusIn(value)}` : field));
  return [...new Set(named)];
}

const statusIn = ({ statuses }: JsonObject): string => {
  const [first] = statuses as { status?: string }[];
  return first?.status ?? 'statuses';
};
