import type { SystemTx } from '../../../platform/db/index.ts';
import {
  countErased,
  eraserIn,
  namesThem,
  StillUnderWay,
  type ErasedPerson,
  type Eraser,
} from '../../../platform/erasing/index.ts';

/** A number in a body is in plain digits, and an id of WhatsApp's in plain letters, however the rest is written. */
const bodyNamesThem = `exists (select from unnest($3::text[]) as named (word)
  where position(convert_to(named.word, 'UTF8') in delivery.body) > 0)`;

/** Bodies that came by the workspace's own door, and those of it that came by another's. */
const theirBodies = `(delivery.workspace_id = $1 or exists (select from webhook_shares share
  where share.workspace_id = $1 and share.delivery_id = delivery.delivery_id)) and ${bodyNamesThem}`;

/** What Meta delivered, byte for byte: a body is emptied, its hash stays so that a repeat of it is known. */
const deliveries: Eraser = {
  name: 'messaging.deliveries',
  tables: ['webhook_deliveries'],
  /** Later it would be taken in as if they had just written. */
  async ready({ inSystem }, person) {
    for (const day of await inSystem(daysKept)) await inSystem((tx) => refuseWaiting(tx, person, day));
  },
  async erase({ inSystem }, person) {
    if (person.names.length === 0) return { webhook_deliveries: 0 };
    const days = await inSystem(daysKept);
    let emptied = 0;
    for (const day of days) emptied += await inSystem((tx) => emptyDay(tx, person, day));
    return { webhook_deliveries: emptied };
  },
};

const daysKept = async (tx: SystemTx): Promise<string[]> =>
  (
    await tx.sql<{ day: string }>(
      `with recursive days as (
         select min(received_on) as day from webhook_deliveries
         union all
         select (select min(received_on) from webhook_deliveries where received_on > days.day) from days where days.day is not null
       ) select day::text from days where day is not null`,
    )
  ).map(({ day }) => day);

async function refuseWaiting(tx: SystemTx, person: ErasedPerson, day: string): Promise<void> {
  const waiting = await tx.sql(
    `select from webhook_deliveries delivery
     where $2::uuid[] is not null and received_on = $4::date and state = 'pending' and ${theirBodies} limit 1`,
    [person.workspaceId, person.contactIds, person.names, day],
  );
  if (waiting.length > 0) throw new StillUnderWay('A webhook that names them has not been taken in yet.');
}

async function emptyDay(tx: SystemTx, person: ErasedPerson, day: string): Promise<number> {
  await refuseWaiting(tx, person, day);
  const [row] = await tx.sql<{ bodies: number }>(
    `with emptied as (
       update webhook_deliveries delivery set body = '{}', detail = null,
         state = case when state = 'parked' then 'discarded' else state end,
         discarded_by = case when state = 'parked' then 'erasure' else discarded_by end,
         done_at = case when state = 'parked' then $5 else done_at end
       where $2::uuid[] is not null and received_on = $4::date and ${theirBodies} returning 1
     ) select count(*)::int as bodies from emptied`,
    [person.workspaceId, person.contactIds, person.names, day, tx.now],
  );
  return row?.bodies ?? 0;
}

/** Whatever else Meta told of them, and what it told of messages that nobody knew. */
const told = eraserIn('messaging.told', ['webhook_updates', 'stray_statuses'], async (tx, person) => ({
  webhook_updates: await countErased(
    tx,
    person,
    `update webhook_updates set value = null, contact_id = null,
       key = case when ${namesThem('key')} then 'erased ' || update_id else key end
     where workspace_id = $1 and (contact_id = any($2) or ${namesThem('value::text')} or ${namesThem('key')}) returning 1`,
  ),
  stray_statuses: await countErased(
    tx,
    person,
    `delete from stray_statuses where workspace_id = $1
       and (${namesThem('value::text')} or ${namesThem('recipient')}) returning 1`,
  ),
}));

export const webhookErasers: readonly Eraser[] = [deliveries, told];
