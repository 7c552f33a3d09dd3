import { prepareFor } from '../../apps/server/src/modules/messaging/gate/audience.ts';
import { dryRun } from '../../apps/server/src/modules/messaging/send/foresee.ts';
import type { Told } from '../../apps/server/src/modules/messaging/gate/read-asked.ts';
import { plantAudience } from '../ground/audience.ts';
import { openDatabase } from '../ground/database.ts';
import type { Ground } from '../ground/ground.ts';
import { compare, type Result } from '../ground/scenario.ts';

const contacts = 1_000_000;

/** Every rule over a million contacts, counted and priced, against hashing the same tables together and counting. */
export async function measure({ dataFolder, workspaceId }: Ground): Promise<Result> {
  const db = await openDatabase(dataFolder);
  const audience = await plantAudience({ dataFolder, workspaceId, contacts });
  const scope = { workspaceId, actor: { kind: 'system', id: 'bench' } } as const;
  const told: Told = {
    numberId: audience.numberId,
    origin: 'campaign',
    content: { type: 'template', template: { name: 'bench', language: { code: 'en' } } },
    personalValues: { 'body.1': { field: 'name', fallback: 'friend' } },
  };
  const perSecond = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return contacts / ((performance.now() - started) / 1000);
  };
  try {
    return await compare(
      'per s',
      () =>
        perSecond(() => db.readWorkspace(scope, (tx) => dryRun(tx, { holdouts: [] }, { all: true }, told))),
      () =>
        perSecond(() =>
          db.readWorkspace(scope, async (tx) => {
            await prepareFor(tx, 'whole');
            return tx.sql(bareJoin, [workspaceId, audience.numberId]);
          }),
        ),
    );
  } finally {
    await audience.close();
    await db.close();
  }
}

const bareJoin = `
  select count(*), count(s.contact_id), count(v.contact_id), count(f.contact_id) from contacts c
  left join consent_states s on s.workspace_id = $1 and s.contact_id = c.contact_id
  left join conversations v on v.workspace_id = $1 and v.number_id = $2 and v.contact_id = c.contact_id
  left join (select contact_id, count(*) from recent_sends where workspace_id = $1 group by 1) f on f.contact_id = c.contact_id
  where c.workspace_id = $1`;
