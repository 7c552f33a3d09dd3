import type { SystemTx } from '../../../platform/db/index.ts';
import type { NewConsentEntry } from '../record.ts';
import type { ConsentPurpose } from '../rules.ts';
import { stopsOf } from './settings.ts';
import type { Heard } from './said.ts';

/** WhatsApp tells the second in which something was said. Who stops is taken at its end, so what they agreed to in it ends. */
const withinSecond = 999;

/** What wishes mean in the ledger. */
export async function entriesFor(tx: SystemTx, heard: readonly Heard[]): Promise<NewConsentEntry[]> {
  const stops = await stopsOf(
    tx,
    heard.map(({ workspaceId }) => workspaceId),
  );
  const starting = heard.filter(({ wish }) => wish === 'start');
  const earlier = await earlierGrants(tx, starting);
  return heard.flatMap((one) => {
    if (one.wish === 'start') return renewals(one, earlier.get(one.contactId) ?? []);
    if (one.wish === 'agree') return [agreement(one, one.notice)];
    const purposes = one.wish === 'stop' ? stops.get(one.workspaceId)! : (['promotions'] as const);
    return purposes.map((purpose) => withdrawal(one, purpose));
  });
}

const about = ({ workspaceId, contactId, language, messageId, numberId, saidBy, at }: Heard) => ({
  workspaceId,
  contactId,
  language,
  at,
  source: 'chat',
  evidence: { messageId, numberId, saidBy },
});

function withdrawal(heard: Heard, purpose: ConsentPurpose): NewConsentEntry {
  const at = new Date(heard.at.getTime() - (heard.at.getTime() % 1000) + withinSecond);
  return { ...about(heard), at, kind: 'withdrawn', purpose };
}

const agreement = (heard: Heard, notice: { noticeId: string; version: number }): NewConsentEntry => ({
  ...about(heard),
  notice,
  kind: 'granted',
  purpose: 'promotions',
});

interface EarlierGrant {
  contactId: string;
  purpose: ConsentPurpose;
  entryId: string | null;
  noticeId: string | null;
  noticeVersion: number | null;
}

/** They had agreed before, so that they want it again is enough: in the words that they agreed to then. */
const renewals = (heard: Heard, earlier: readonly EarlierGrant[]): NewConsentEntry[] =>
  earlier.map(({ purpose, entryId, noticeId, noticeVersion }) => {
    const told = about(heard);
    const evidence = entryId === null ? told.evidence : { ...told.evidence, renews: entryId };
    const notice = noticeId === null ? undefined : { noticeId, version: noticeVersion! };
    return { ...told, evidence, notice, kind: 'granted', purpose };
  });

/**
 * What these people may be given back: what they once agreed to and does not stand now, and messages about their orders,
 * which need no agreement and only have to be wanted.
 */
async function earlierGrants(tx: SystemTx, heard: readonly Heard[]): Promise<Map<string, EarlierGrant[]>> {
  if (heard.length === 0) return new Map();
  const rows = await tx.sql<EarlierGrant>(
    `with asked as (
       select distinct workspace_id, contact_id from json_to_recordset($1::json) as row (workspace_id uuid, contact_id uuid)
     ), agreed as (
       select distinct on (entry.contact_id, entry.purpose) entry.*
       from asked join consent_entries entry using (workspace_id, contact_id)
       where entry.kind = 'granted' order by entry.contact_id, entry.purpose, entry.at desc
     )
     select agreed.contact_id as "contactId", agreed.purpose, agreed.entry_id as "entryId",
       agreed.notice_id as "noticeId", agreed.notice_version as "noticeVersion"
     from agreed join consent_states state using (workspace_id, contact_id)
     where not agreed.purpose = any(state.granted)
     union all
     select asked.contact_id, 'orders', null, null, null from asked join consent_states state using (workspace_id, contact_id)
     where state.withdrawn && array['orders', '*'] and not 'orders' = any(state.granted)
       and not exists (select from agreed where agreed.contact_id = asked.contact_id and agreed.purpose = 'orders')`,
    [
      JSON.stringify(
        heard.map(({ workspaceId, contactId }) => ({ workspace_id: workspaceId, contact_id: contactId })),
      ),
    ],
  );
  return Map.groupBy(rows, ({ contactId }) => contactId);
}
