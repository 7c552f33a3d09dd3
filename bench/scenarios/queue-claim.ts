import { randomUUID } from 'node:crypto';
import { claim, type Hold } from '../../apps/server/src/modules/messaging/dispatch/claim.ts';
import { systemClock } from '../../apps/server/src/platform/clock/index.ts';
import { connectDatabase } from '../../apps/server/src/platform/db/index.ts';
import type { Ground } from '../ground/ground.ts';
import { compare, type Result } from '../ground/scenario.ts';
import { openSendingDatabase, type SendingDatabase } from '../ground/sending-database.ts';

const atOnce = 100;
const claimsPerRound = 30;
/** With the warm-up, six rounds of claims. */
const queued = 6 * claimsPerRound * atOnce;
const mostFinished = 10_000_000;
const perStep = 250_000;
const plantingSeconds = 90;

/**
 * How long one number's claim of a hundred messages takes beside millions that have been sent, against taking a hundred
 * rows of a bare queue. As many finished ones as this machine plants in a minute and a half, ten million at most.
 */
export async function measure(ground: Ground) {
  await using database = await openSendingDatabase(ground.dataFolder, 1);
  const finishedRows = await plantFinished(database);
  await database.plant(queued);
  await plantBareQueue(database);
  const hold = await takeLane(database);
  const db = connectDatabase({
    url: database.url,
    masterKey: database.masterKey,
    rolePrefix: 'bench',
    poolSize: 2,
    clock: systemClock,
    onIdleError: () => {},
  });
  const ours: number[] = [];
  try {
    const result: Result = await compare(
      'ms p95',
      async () => {
        const took = await times(async () => {
          const { sends } = await db.acrossWorkspaces('dispatch', (tx) =>
            claim(tx, hold, {
              most: atOnce,
              further: 8,
              isUrgent: false,
              portfolioId: null,
              limitKey: '',
              reachLeft: null,
            }),
          );
          if (sends.length !== atOnce) throw new Error(`A claim took ${sends.length} messages.`);
        });
        ours.push(...took);
        return nth(took, 0.95);
      },
      async () => nth(await times(() => database.owner.query(bareClaim, [atOnce])), 0.95),
    );
    return { ...result, p99: Math.round(nth(ours, 0.99) * 10) / 10, finishedRows };
  } finally {
    await db.close();
  }
}

async function times(work: () => Promise<unknown>): Promise<number[]> {
  const took: number[] = [];
  for (let done = 0; done < claimsPerRound; done++) {
    const begun = performance.now();
    await work();
    took.push(performance.now() - begun);
  }
  return took;
}

const nth = (values: readonly number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1]!;

async function takeLane({ owner, workspaceId, numbers }: SendingDatabase): Promise<Hold> {
  const [numberId = ''] = numbers;
  const holder = randomUUID();
  await owner.query(
    `insert into number_lanes (workspace_id, number_id, holder, fence, leased_until) values ($1, $2, $3, 1, now() + interval '1 hour')`,
    [workspaceId, numberId, holder],
  );
  return { workspaceId, numberId, holder, fence: 1 };
}

async function plantFinished({ owner, workspaceId, numbers }: SendingDatabase): Promise<number> {
  await owner.query('set synchronous_commit = off');
  const begun = performance.now();
  let planted = 0;
  while (planted < mostFinished && performance.now() - begun < plantingSeconds * 1_000) {
    await owner.query(
      `with finished as (
         insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type,
           content, text, at, status, wamid, created_at)
         select $1, overlay(gen_random_uuid()::text placing left(lpad(to_hex(ms), 12, '0'), 8) || '-' || right(lpad(to_hex(ms), 12, '0'), 4)
             || '-7' from 1 for 15)::uuid, gen_random_uuid(), gen_random_uuid(), $2, 'out', 'campaign', 'template',
           '{"template": {"name": "hello_world", "language": {"code": "en"}}}', 'Your order is on its way', now(), 'delivered',
           'wamid.' || nth, now()
         from generate_series(1, $3::int) as nth, lateral (select (extract(epoch from now()) * 1000)::bigint - nth as ms) moment
         returning workspace_id, message_id, number_id
       )
       insert into attempts (workspace_id, message_id, attempt, number_id, fence, started_at, outcome, ended_at)
       select workspace_id, message_id, 1, number_id, 1, now(), 'accepted', now() from finished`,
      [workspaceId, numbers[0], perStep],
    );
    planted += perStep;
  }
  await owner.query('analyze messages, attempts');
  await owner.query('reset synchronous_commit');
  return planted;
}

const plantBareQueue = ({ owner }: SendingDatabase): Promise<unknown> =>
  owner.query(
    `create table system.bare_queue as
       select nth as place, gen_random_uuid() as id, 'ready' as state from generate_series(1, ${queued}) as nth;
     alter table system.bare_queue add primary key (place);
     create index on system.bare_queue (place) where state = 'ready';
     analyze system.bare_queue`,
  );

const bareClaim = `
  update system.bare_queue queue set state = 'sending'
  from (
    select place from system.bare_queue where state = 'ready' order by place limit $1 for update skip locked
  ) taken where queue.place = taken.place returning queue.id`;
