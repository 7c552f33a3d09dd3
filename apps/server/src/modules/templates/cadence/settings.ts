import type { Tx } from '../../../platform/db/index.ts';
import { invalidField } from '../../../platform/errors/index.ts';
import { publish } from '../../../platform/events/index.ts';
import { keyOfActor } from '../families/actors.ts';
import type { AnyTx } from '../template-row.ts';
import { isFestival } from './festivals.ts';

export interface CareSettings {
  refreshDays: number;
  auditDays: number;
  lockDays: number;
  festivals: string[];
  languages: string[];
  domains: string[];
  disclosures: Record<string, string>;
}

const usualCare: CareSettings = {
  refreshDays: 30,
  auditDays: 90,
  lockDays: 14,
  festivals: [],
  languages: [],
  domains: [],
  disclosures: {},
};

const columns = `refresh_days as "refreshDays", audit_days as "auditDays", lock_days as "lockDays", festivals, languages,
  domains, disclosures`;

export async function getCare(tx: AnyTx, workspaceId: string): Promise<CareSettings> {
  const [row] = await tx.sql<CareSettings>(`select ${columns} from template_care where workspace_id = $1`, [
    workspaceId,
  ]);
  return row ?? usualCare;
}

type Change = { [Name in keyof CareSettings]?: CareSettings[Name] | undefined };

export async function updateCare(tx: Tx, change: Change): Promise<CareSettings> {
  const unknown = change.festivals?.findIndex((key) => !isFestival(key)) ?? -1;
  if (unknown >= 0) throw invalidField(`festivals.${unknown}`, 'unknown', 'There is no such festival here.');
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const next: CareSettings = { ...(await getCare(tx, tx.workspaceId)), ...Object.fromEntries(given) };
  await tx.sql(
    `insert into template_care (workspace_id, refresh_days, audit_days, lock_days, festivals, languages, domains,
       disclosures, updated_at, updated_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (workspace_id) do update set refresh_days = $2, audit_days = $3, lock_days = $4, festivals = $5,
       languages = $6, domains = $7, disclosures = $8, updated_at = $9, updated_by = $10`,
    [
      tx.workspaceId,
      next.refreshDays,
      next.auditDays,
      next.lockDays,
      [...new Set(next.festivals)],
      [...new Set(next.languages)],
      [...new Set(next.domains)],
      JSON.stringify(next.disclosures),
      tx.now,
      keyOfActor(tx.actor),
    ],
  );
  await publish(tx, { type: 'template_cadence.changed', data: { changed: given.map(([name]) => name) } });
  return getCare(tx, tx.workspaceId);
}

/** Which languages stand in, in this order, where a template lacks the contact's. */
export const languageOrder = async (tx: Tx): Promise<string[]> =>
  (await getCare(tx, tx.workspaceId)).languages;
