import { randomInt } from 'node:crypto';
import { newId } from '../../src/platform/ids/index.ts';
import type { TestApp } from '../test-app.ts';

interface Planting {
  workspaceId: string;
  word: string;
  ids: Record<string, string>;
}

/** Rows that no request of a person leaves behind: sign-ins seen, events given up on, jobs that failed, webhooks. */
export async function plantRows(app: TestApp, { workspaceId, word, ids }: Planting): Promise<void> {
  const { database } = app;
  const now = app.clock.now();
  const [signIn] = await database.asOwner<{ id: string }>(
    `insert into sign_ins (workspace_id, at, event_id, user_id, name, email, outcome, method, ip_address, device)
     values ($1, $2, gen_random_uuid(), $3, $4, $5, 'succeeded', 'password', $6, $7) returning event_id as id`,
    [
      workspaceId,
      now,
      ids.ownerId,
      `${word} owner`,
      `${word}@example.in`,
      `${word} address`,
      `${word} device`,
    ],
  );
  ids.signInId = signIn!.id;
  ids.parkedEventId = await plantParkedEvent(app, { workspaceId, word, ids });
  const [provider] = await database.asOwner<{ id: string }>(
    `insert into identity.sign_on_providers
       (organisation_id, provider_id, name, issuer, client_id, client_secret, email_domains, created_at)
     values ($1, gen_random_uuid(), $2, $3, $2, $4, $5, $6) returning provider_id as id`,
    [
      ids.organisationId,
      `${word} sign-on`,
      `https://${word}.example.in`,
      Buffer.from(word),
      [`${word}.example.in`],
      now,
    ],
  );
  ids.providerId = provider!.id;
  for (const name of ['retriedJobId', 'discardedJobId'])
    ids[name] = await plantFailedJob(app, workspaceId, word);
}

async function plantParkedEvent(app: TestApp, { workspaceId, word, ids }: Planting): Promise<string> {
  const eventId = newId(app.clock.now());
  const person = { userId: ids.ownerId, name: `${word} owner`, email: `${word}@example.in` };
  const data = { ...person, outcome: 'succeeded', method: 'password', ipAddress: word, device: word };
  const at = app.clock.now().toISOString();
  const event = { workspaceId, eventId, at, type: 'member.sign_in', contactId: null, data };
  await app.database.asOwner(
    `insert into parked_events (workspace_id, consumer, event_id, event, reason, parked_at)
     values ($1, 'audit.sign-ins', $2, $3, $4, $5)`,
    [workspaceId, eventId, JSON.stringify(event), `${word} reason`, at],
  );
  return eventId;
}

/** Its number is long, so that finding it somewhere is no accident. */
async function plantFailedJob(app: TestApp, workspaceId: string, word: string): Promise<string> {
  const [job] = await app.database.asOwner<{ id: string }>(
    `with task as (
       insert into graphile_worker._private_tasks (identifier) values ('twin')
       on conflict (identifier) do update set identifier = excluded.identifier returning id
     )
     insert into graphile_worker._private_jobs (id, task_id, payload, attempts, max_attempts, last_error)
     overriding system value
     select $3, id, $1, 3, 3, $2 from task returning id::text`,
    [
      JSON.stringify({ workspace_id: workspaceId, tries: 3, input: { note: word } }),
      `${word} error`,
      randomInt(1e12, 9e12),
    ],
  );
  return job!.id;
}
