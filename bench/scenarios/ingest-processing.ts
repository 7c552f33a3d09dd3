import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connectNumber, type ConnectedNumber } from '../ground/connected-number.ts';
import type { Ground } from '../ground/ground.ts';
import { compare, type Result } from '../ground/scenario.ts';

/** Of each four updates one is a customer's message, and three say what became of one of ours. */
const messages = 1_500;
const words = ['sent', 'delivered', 'read'] as const;
const updates = messages * (1 + words.length);

/**
 * Updates taken in each second, each in a delivery of its own, by the running program; against bare inserts of as many
 * rows into the same tables, which look nothing up, decide nothing and tell nobody.
 */
export async function measure(ground: Ground): Promise<Result> {
  await using number = await connectNumber(ground);
  await plantCustomers(number);
  let round = 0;
  return await compare(
    'per s',
    () => takenInPerSecond(number, `ours ${round++}`),
    () => insertedPerSecond(number, `bare ${round++}`),
  );
}

/** Customers who are known, since most who write have written before. */
async function plantCustomers({ sql, workspaceId, numberId }: ConnectedNumber): Promise<void> {
  await sql(
    `with person as (
       insert into contacts (workspace_id, contact_id, phone, source, created_at, updated_at)
       select $1, gen_random_uuid(), '+' || (919800000000 + nth), 'bench', now(), now()
       from generate_series(0, $3 - 1) as nth returning workspace_id, contact_id, phone
     ), known as (
       insert into contact_identities (workspace_id, identity_id, contact_id, kind, value, first_seen_at, last_seen_at)
       select workspace_id, gen_random_uuid(), contact_id, 'phone', phone, now(), now() from person
     )
     insert into conversations (workspace_id, conversation_id, number_id, contact_id, created_at)
     select workspace_id, gen_random_uuid(), $2, contact_id, now() from person`,
    [workspaceId, numberId, messages],
  );
}

/** What was sent, and waits for its statuses. */
async function plantSent({ sql, workspaceId, numberId }: ConnectedNumber, name: string): Promise<void> {
  await sql(
    `with sent as (
       insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type,
         content, at, wamid, status, created_at)
       select workspace_id, uuidv7(), conversation_id, contact_id, number_id, 'out', 'api', 'text',
         '{"text":{"body":"Your order has left our shop."}}', now(), $3 || row_number() over (), 'accepted', now()
       from conversations where workspace_id = $1 and number_id = $2 returning workspace_id, number_id, wamid, message_id
     )
     insert into message_keys select workspace_id, number_id, wamid, message_id from sent`,
    [workspaceId, numberId, `${name} `],
  );
}

function bodiesOf({ wabaId, phoneNumberId }: ConnectedNumber, name: string): string[] {
  const now = Math.floor(Date.now() / 1000);
  const body = (value: object): string =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: wabaId,
          changes: [
            {
              field: 'messages',
              value: {
                messaging_product: 'whatsapp',
                metadata: { display_phone_number: '912614001234', phone_number_id: phoneNumberId },
                ...value,
              },
            },
          ],
        },
      ],
    });
  return Array.from({ length: messages }, (_, nth) => {
    const phone = String(919_800_000_000 + nth);
    const contacts = [{ profile: { name: 'Asha Menon' }, wa_id: phone }];
    const text = { body: `Is the peacock blue saree of order ${nth} in stock? ${'नमस्ते '.repeat(18)}` };
    const message = { from: phone, id: `${name} in ${nth}`, timestamp: String(now), type: 'text', text };
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' };
    return [
      body({ contacts, messages: [message] }),
      ...words.map((status) => {
        const priced = status === 'read' ? {} : { pricing };
        const told = {
          id: `${name} ${nth + 1}`,
          status,
          timestamp: String(now),
          recipient_id: phone,
          ...priced,
        };
        return body({ statuses: [told] });
      }),
    ];
  }).flat();
}

async function takenInPerSecond(number: ConnectedNumber, name: string): Promise<number> {
  const { sql, workspaceId, appId } = number;
  await plantSent(number, name);
  await sql(
    `insert into webhook_deliveries (workspace_id, received_on, body_hash, delivery_id, app_id, received_at, body, size)
     select $1, current_date, sha256(body::bytea), uuidv7(), $2, now(), convert_to(body, 'UTF8'), octet_length(body)
     from unnest($3::text[]) as body`,
    [workspaceId, appId, bodiesOf(number, name)],
  );
  const pending = async (): Promise<number> =>
    (
      await sql<{ count: number }>(
        `select count(*)::integer as count from webhook_deliveries where state = 'pending'`,
      )
    )[0]!.count;
  // From the moment at which the program has found them.
  while ((await pending()) === updates) await pause(2);
  const [started, found] = [performance.now(), await pending()];
  while ((await pending()) > 0) await pause(5);
  return (found / (performance.now() - started)) * 1000;
}

/** Rows of one round: a key and a message for each that came, a status for each other, an event for most. */
async function insertedPerSecond(
  { sql, workspaceId, numberId }: ConnectedNumber,
  name: string,
): Promise<number> {
  const batch = 300;
  const started = performance.now();
  for (let done = 0; done < updates; done += batch) {
    const rows = Array.from({ length: batch }, (_, nth) => ({
      id: randomUUID(),
      wamid: `${name} ${done + nth}`,
    }));
    const inbound = JSON.stringify(rows.slice(0, batch / 4));
    await sql('begin');
    await sql(
      `insert into message_keys select $1, $2, wamid, id from json_to_recordset($3::json) as row (id uuid, wamid text)`,
      [workspaceId, numberId, inbound],
    );
    await sql(
      `insert into messages (workspace_id, message_id, conversation_id, contact_id, number_id, direction, origin, type,
         content, text, at, wamid, status, created_at)
       select $1, id, id, id, $2, 'in', 'customer', 'text', '{"text":{"body":"Is it in stock?"}}', 'Is it in stock?',
         now(), wamid, 'received', now() from json_to_recordset($3::json) as row (id uuid, wamid text)`,
      [workspaceId, numberId, inbound],
    );
    await sql(
      `insert into message_statuses (workspace_id, message_id, status, at, received_at)
       select $1, id, 'sent', now(), now() from json_to_recordset($2::json) as row (id uuid)`,
      [workspaceId, JSON.stringify(rows.slice(batch / 4))],
    );
    await sql(
      `insert into events (workspace_id, at, event_id, type, actor_kind, actor_id, data)
       select $1, now(), id, 'message.revoked', 'system', 'bench', '{}' from json_to_recordset($2::json) as row (id uuid)`,
      [workspaceId, JSON.stringify(rows.slice(batch / 4))],
    );
    await sql('commit');
  }
  return (updates / (performance.now() - started)) * 1000;
}
