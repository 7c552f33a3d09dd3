import type { entryPointKinds, formPlaces, modalTriggers } from '@trikon/contract';
import type { Tx } from '../../platform/db/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { fill, wordsIn } from './words/words-in.ts';

export type EntryPointKind = (typeof entryPointKinds)[number];

interface Look {
  place: (typeof formPlaces)[number];
  trigger: (typeof modalTriggers)[number];
  delaySeconds: number;
  restDays: number;
  color: string;
  title: string;
  text: string;
  message: string;
}

export interface EntryPoint {
  entryPointId: string;
  kind: EntryPointKind;
  name: string;
  code: string;
  purposes: string[];
  language: string;
  campaign: string | null;
  store: string | null;
  staff: string | null;
  numberId: string | null;
  keywords: string[];
  doubleOptIn: boolean;
  allowedOrigins: string[];
  look: Look;
  active: boolean;
  createdAt: Date;
  updatedAt: Date;
  /** The business as its customers know it, and the phone of the number. */
  brand: string;
  phone: string | null;
}

export const entryPointColumns = `p.entry_point_id as "entryPointId", p.kind, p.name, p.code, p.purposes, p.language, p.campaign,
  p.store, p.staff, p.number_id as "numberId", p.keywords, p.double_opt_in as "doubleOptIn",
  p.allowed_origins as "allowedOrigins", p.look, p.active, p.created_at as "createdAt", p.updated_at as "updatedAt",
  w.name as brand, n.phone`;

export const entryPointTables = `entry_points p join workspaces w on w.workspace_id = p.workspace_id
  left join numbers n on n.workspace_id = p.workspace_id and n.number_id = p.number_id and n.disconnected_at is null`;

export async function getEntryPoint(tx: Tx, entryPointId: string): Promise<EntryPoint> {
  const [point] = await tx.sql<EntryPoint>(
    `select ${entryPointColumns} from ${entryPointTables} where p.workspace_id = $1 and p.entry_point_id = $2`,
    [tx.workspaceId, entryPointId],
  );
  if (point === undefined) throw notFound('place to opt in');
  return point;
}

/** What people send who come by this place; the code is how it is known. */
function chatTextOf(point: EntryPoint): string {
  const { look, language, brand, code, kind, keywords } = point;
  if (kind === 'keyword' && look.message === '' && keywords[0] !== undefined) return keywords[0];
  return `${look.message || fill(wordsIn(language).hello, brand)} (${code})`;
}

/** Opens WhatsApp with a message that is ready to be sent. */
export const chatUrlOf = (phone: string | null, text: string): string | null =>
  phone === null ? null : `https://wa.me/${phone.replaceAll(/\D/g, '')}?text=${encodeURIComponent(text)}`;

export const pagePath = '/o';

export function shownEntryPoint(point: EntryPoint, publicUrl: string) {
  const { brand: _brand, phone, ...shown } = point;
  const chatText = chatTextOf(point);
  return {
    ...shown,
    pageUrl: `${publicUrl}${pagePath}/${point.code}`,
    chatText,
    chatUrl: chatUrlOf(phone, chatText),
  };
}
