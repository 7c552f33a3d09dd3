import type { RunDatabase } from '../stage/database.ts';
import { problem, type Problem } from './problem.ts';
import { furthest, type Told, type ToldMessage } from './told.ts';

interface StoredBody {
  id: string;
  state: string;
  reason: string | null;
}

/** Whether every body that was answered with 200 is stored, none that was forged, and all of them were taken in. */
export async function checkBodies(told: Told, database: RunDatabase): Promise<Problem[]> {
  const rows = await database.ask<StoredBody>(
    `select encode(body_hash, 'hex') as id, state, reason from webhook_deliveries`,
  );
  const stored = Map.groupBy(rows, ({ id }) => id);
  const ids = (wanted: (sort: string, done: boolean) => boolean): string[] =>
    [...told.bodies].filter(([, { sort, done }]) => wanted(sort, done)).map(([id]) => id);
  const statesOf = (id: string): string[] => (stored.get(id) ?? []).map(({ state }) => state);
  return [
    ...problem(
      'lost',
      'bodies were answered with 200 and are not stored',
      ids((_, done) => done).filter((id) => !stored.has(id)),
    ),
    ...problem(
      'wrong',
      'forged bodies were answered with 200',
      ids((sort, done) => sort === 'forged' && done),
    ),
    ...problem(
      'wrong',
      'forged bodies are stored',
      ids((sort) => sort === 'forged').filter((id) => stored.has(id)),
    ),
    ...problem(
      'lost',
      'bodies were never answered with 200',
      ids((sort, done) => sort !== 'forged' && !done),
    ),
    ...problem(
      'wrong',
      'bodies without sense are not parked with a reason',
      ids((sort, done) => sort === 'poisoned' && done).filter((id) =>
        statesOf(id).some((state) => state !== 'parked'),
      ),
    ),
    ...problem(
      'wrong',
      'bodies that make sense are parked',
      ids((sort) => sort === 'told').filter((id) => statesOf(id).includes('parked')),
    ),
    ...problem(
      'wrong',
      'bodies still wait to be taken in',
      rows.filter(({ state }) => state === 'pending').map(({ id }) => id),
    ),
  ];
}

interface StoredMessage {
  wamid: string;
  status: string;
  direction: string;
  statuses: string[];
  /** Rows with this id of Meta's; keys that lead to this message. */
  rows: number;
  keys: number;
}

const storedMessages = `
  select m.wamid, min(m.status) as status, min(m.direction) as direction, count(*)::integer as rows,
    (select count(*)::integer from message_keys k where k.workspace_id = m.workspace_id and k.wamid = m.wamid) as keys,
    (select coalesce(array_agg(s.status), '{}') from message_statuses s
      where s.workspace_id = m.workspace_id and s.message_id = any(array_agg(m.message_id))) as statuses
  from messages m where m.wamid like 'wamid.CRASH%' group by m.workspace_id, m.wamid`;

/** Whether everything that was told has its effect, once, in whatever order and however often it came. */
export async function checkEffects(told: Told, database: RunDatabase): Promise<Problem[]> {
  const rows = await database.ask<StoredMessage>(storedMessages);
  const stored = new Map(rows.map((row) => [row.wamid, row]));
  const strays = await database.ask<{ key: string }>(
    `select wamid || ' ' || status as key from stray_statuses where wamid like 'wamid.CRASH%'`,
  );
  const stray = new Set(strays.map(({ key }) => key));
  const wanted = [...told.messages].filter(([, { done }]) => done);
  const withRow = wanted.filter(([wamid]) => stored.has(wamid));
  return [
    ...problem(
      'lost',
      'messages were told and are not there',
      wanted.filter(([wamid]) => !stored.has(wamid)).map(([wamid]) => wamid),
    ),
    ...problem(
      'doubled',
      'messages are there more than once',
      rows.filter((row) => row.rows > 1 || row.keys !== 1).map(({ wamid }) => wamid),
    ),
    ...problem(
      'wrong',
      'messages were only told by somebody else',
      rows.filter(({ wamid }) => told.forged.has(wamid)).map(({ wamid }) => wamid),
    ),
    ...problem(
      'lost',
      'statuses were told and are not there',
      withRow.flatMap(([wamid, { statuses }]) =>
        [...statuses]
          .filter((status) => !stored.get(wamid)!.statuses.includes(status))
          .map((status) => `${wamid} ${status}`),
      ),
    ),
    ...problem(
      'lost',
      'statuses without their message are not kept',
      [...told.messages]
        .filter(([wamid, { done }]) => !done && !stored.has(wamid))
        .flatMap(([wamid, { statuses }]) => [...statuses].map((status) => `${wamid} ${status}`))
        .filter((key) => !stray.has(key)),
    ),
    ...problem(
      'wrong',
      'messages ended with another status than the furthest that was told',
      withRow.flatMap(([wamid, message]) => wrongEnd(wamid, message, stored.get(wamid)!)),
    ),
  ];
}

function wrongEnd(wamid: string, { kind, statuses }: ToldMessage, { status }: StoredMessage): string[] {
  const right = kind === 'message' ? 'received' : furthest(statuses);
  return right === null || right === status ? [] : [`${wamid} is ${status} and should be ${right}`];
}

const doubledEvents = `
  select type || ' of ' || (data ->> 'messageId') as what from events
  where type in ('message.received', 'message.delivered', 'message.read', 'message.failed')
  group by type, data ->> 'messageId' having count(*) > 1`;

/** Whoever follows the log hears of each change once. */
export async function checkEvents(database: RunDatabase): Promise<Problem[]> {
  const rows = await database.ask<{ what: string }>(doubledEvents);
  return problem(
    'doubled',
    'changes were published more than once',
    rows.map(({ what }) => what),
  );
}
