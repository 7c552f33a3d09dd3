import { randomInt } from 'node:crypto';
import type { Tx } from '../../../platform/db/index.ts';

export interface RightsSettings {
  code: string;
  isPageOpen: boolean;
  contactName: string | null;
  contactAddress: string | null;
  dueDays: number;
  warnDays: number;
  fourEyes: boolean;
  backupDays: number;
}

const settingsColumns = `code, is_page_open as "isPageOpen", contact_name as "contactName",
  contact_address as "contactAddress", due_days as "dueDays", warn_days as "warnDays", four_eyes as "fourEyes",
  backup_days as "backupDays"`;

/** Without what looks alike in print. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const newCode = (length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

/** The law allows ninety days for a grievance and names none for the rest; thirty is what people expect. */
const first = { dueDays: 30, warnDays: 7, backupDays: 30 };

/** As long as nobody wrote them the page is closed and there is no row: its code is not known to anybody either. */
export async function readSettings(tx: Tx): Promise<RightsSettings> {
  const [kept] = await tx.sql<RightsSettings>(
    `select ${settingsColumns} from rights_settings where workspace_id = $1`,
    [tx.workspaceId],
  );
  const closed = { code: '', isPageOpen: false, contactName: null, contactAddress: null, fourEyes: false };
  return kept ?? { ...closed, ...first };
}

type Changes = { [Name in keyof Omit<RightsSettings, 'code'>]?: RightsSettings[Name] | undefined };

export async function updateSettings(tx: Tx, changes: Changes): Promise<RightsSettings> {
  const before = await readSettings(tx);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const after = { ...before, code: before.code || newCode(8), ...given };
  await tx.sql(
    `insert into rights_settings (workspace_id, code, is_page_open, contact_name, contact_address, due_days, warn_days,
       four_eyes, backup_days, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (workspace_id) do update set is_page_open = excluded.is_page_open, contact_name = excluded.contact_name,
       contact_address = excluded.contact_address, due_days = excluded.due_days, warn_days = excluded.warn_days,
       four_eyes = excluded.four_eyes, backup_days = excluded.backup_days, updated_at = excluded.updated_at`,
    [
      tx.workspaceId,
      after.code,
      after.isPageOpen,
      after.contactName,
      after.contactAddress,
      after.dueDays,
      after.warnDays,
      after.fourEyes,
      after.backupDays,
      tx.now,
    ],
  );
  return after;
}

export const pagePath = '/r';

export const shownSettings = ({ code, ...settings }: RightsSettings, publicUrl: string) => ({
  ...settings,
  pageUrl: code === '' ? '' : `${publicUrl}${pagePath}/${code}`,
});
