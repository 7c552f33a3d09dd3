import { isObject, parseDelivery, textIn, type Json, type Update } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';
import { routesOf } from '../../numbers/index.ts';
import { objectIn } from './appliers/fields.ts';
import { routeUpdate } from './routed.ts';

export interface Visible {
  body: string;
  encoding: 'text' | 'base64';
  isWhole: boolean;
}

interface Asking {
  workspaceId: string;
  metaAppId: string | null;
  body: Buffer;
}

/**
 * What of a body a workspace may see: what belongs to it; and what belongs to nobody, when it is the only one that the
 * app serves. Null if that is nothing.
 */
export async function visibleBody(
  tx: SystemTx,
  { workspaceId, metaAppId, body }: Asking,
): Promise<Visible | null> {
  if (await isOnlyOne(tx, { workspaceId, metaAppId })) return { ...written(body), isWhole: true };
  const delivery = parseDelivery(body);
  if (delivery.outcome !== 'read') return null;
  const routes = await routesOf(tx, namesIn(delivery.updates));
  const isOwn = (place: Pick<Update, 'wabaId' | 'phoneNumberId'>): boolean => {
    const route = routeUpdate(place, metaAppId, routes);
    return typeof route !== 'string' && route.workspaceId === workspaceId;
  };
  if (delivery.updates.every(isOwn)) return { ...written(body), isWhole: true };
  const entries = ownEntries(JSON.parse(body.toString()) as Json, isOwn);
  if (entries.length === 0) return null;
  return { body: JSON.stringify({ entry: entries }, null, 2), encoding: 'text', isWhole: false };
}

async function isOnlyOne(
  tx: SystemTx,
  { workspaceId, metaAppId }: Pick<Asking, 'workspaceId' | 'metaAppId'>,
): Promise<boolean> {
  const others = await tx.sql(
    `select from system.account_routes where meta_app_id = $1 and workspace_id <> $2
     union all select from whatsapp_apps where meta_app_id = $1 and workspace_id <> $2 limit 1`,
    [metaAppId, workspaceId],
  );
  return others.length === 0;
}

function namesIn(updates: readonly Update[]): Parameters<typeof routesOf>[1] {
  return {
    phoneNumberIds: updates.flatMap(({ phoneNumberId }) => phoneNumberId ?? []),
    wabaIds: updates.map(({ wabaId }) => wabaId),
  };
}

type IsOwn = (place: Pick<Update, 'wabaId' | 'phoneNumberId'>) => boolean;

function ownEntries(body: Json, isOwn: IsOwn): Json[] {
  const entries = isObject(body) && Array.isArray(body.entry) ? body.entry : [];
  return entries.flatMap((entry): Json[] => {
    if (!isObject(entry) || !Array.isArray(entry.changes)) return [];
    const wabaId = textIn(entry, 'id') ?? '';
    const changes = entry.changes.filter((change) =>
      isOwn({ wabaId, ...numberOf(objectIn(change, 'value')) }),
    );
    return changes.length === 0 ? [] : [{ ...entry, changes }];
  });
}

function numberOf(value: Json | undefined): { phoneNumberId?: string } {
  const phoneNumberId =
    textIn(objectIn(value, 'metadata'), 'phone_number_id') ??
    textIn(objectIn(value, 'recipient'), 'phone_number_id');
  return phoneNumberId === undefined ? {} : { phoneNumberId };
}

function written(body: Buffer): Pick<Visible, 'body' | 'encoding'> {
  try {
    return { body: prettified(new TextDecoder('utf-8', { fatal: true }).decode(body)), encoding: 'text' };
  } catch {
    return { body: body.toString('base64'), encoding: 'base64' };
  }
}

/** Numbers that JavaScript cannot hold stay as they are written: then the text is shown as it came. */
function prettified(text: string): string {
  try {
    const value = JSON.parse(text) as Json;
    const pretty = JSON.stringify(value, null, 2);
    return /\d{16}/.test(text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')) ? text : pretty;
  } catch {
    return text;
  }
}
