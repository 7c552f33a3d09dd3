import type { ContactFilter, Permission } from '@trikon/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/paging/index.ts';
import { readContacts, type Contact } from '../read.ts';
import { contactOrders, type OrderName } from './contact-order.ts';
import { readFilterGround, type FilterGround, type HigherConditions } from './filter-ground.ts';
import { asksFor } from './filter-sql.ts';
import { countContacts, pickContacts } from './pick-contacts.ts';
import type { Asked } from './where-sql.ts';

export interface ListParts {
  db: Database;
  /** What modules above know of contacts, and what of it a list shows. */
  conditions: HigherConditions;
  consentOf(tx: Tx, contactIds: readonly string[]): Promise<Map<string, ConsentShown>>;
}

export interface ConsentShown {
  granted: string[];
  withdrawn: string[];
}

interface Search extends Asked {
  cursor?: string | undefined;
  limit: number;
  order: OrderName;
  permissions: ReadonlySet<Permission>;
}

/** Rows are read by the request itself, under row security: the path that picks them gives away ids at most. */
export async function findContacts(tx: Tx, parts: ListParts, search: Search) {
  const { order, limit, cursor, permissions } = search;
  const after = decodeCursor(cursor, contactOrders[order].kinds);
  const { workspaceId } = tx;
  const ground = await readAllowedGround(tx, parts, search);
  const picked = await parts.db.acrossWorkspaces('contact-lists', (across) =>
    pickContacts(across, workspaceId, { ...search, after, limit: limit + 1 }, ground),
  );
  const page = picked.slice(0, limit);
  const ids = page.map(({ contactId }) => contactId);
  const rows = await readContacts(tx, ids);
  const consent = permissions.has('consent.read') ? await parts.consentOf(tx, ids) : null;
  const last = page.at(-1);
  return {
    items: ids.flatMap((contactId) => {
      const contact = rows.get(contactId);
      return contact === undefined ? [] : [{ ...contact, consent: shown(consent, contact) }];
    }),
    nextCursor: picked.length > limit && last ? encodeCursor([last.key, last.contactId]) : null,
  };
}

export async function countFound(
  tx: Tx,
  parts: ListParts,
  asked: Asked & { permissions: ReadonlySet<Permission> },
): Promise<{ count: number; more: boolean }> {
  const { workspaceId } = tx;
  const ground = await readAllowedGround(tx, parts, asked);
  return parts.db.acrossWorkspaces('contact-lists', (across) =>
    countContacts(across, workspaceId, asked, ground),
  );
}

const neverAsked: ConsentShown = { granted: [], withdrawn: [] };

const shown = (consent: Map<string, ConsentShown> | null, { contactId }: Contact): ConsentShown | null =>
  consent && (consent.get(contactId) ?? neverAsked);

function readAllowedGround(
  tx: Tx,
  { conditions }: ListParts,
  { filter, permissions }: Asked & { permissions: ReadonlySet<Permission> },
): Promise<FilterGround> {
  refuseHiddenConditions(filter, permissions);
  return readFilterGround(tx, conditions);
}

/** Who may not see something may not find it out by filters either. */
export function refuseHiddenConditions(
  filter: ContactFilter | undefined,
  permissions: ReadonlySet<Permission>,
): void {
  if (asksFor(filter, 'consent') && !permissions.has('consent.read'))
    throw new Refusal('forbidden', 'Filtering by consent needs the permission consent.read.');
  if (asksFor(filter, 'last_message') && !permissions.has('messages.read'))
    throw new Refusal('forbidden', 'Filtering by messages needs the permission messages.read.');
}
