import { createHash, randomBytes } from 'node:crypto';
import type { Permission } from '@trikon/contract';
import { q, type Tx } from '../../platform/db/index.ts';
import { publish } from '../../platform/events/index.ts';
import { notFound, Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { decodeCursor, pageOf } from '../../platform/paging/index.ts';

interface ApiKeyRow {
  keyId: string;
  name: string;
  hint: string;
  permissions: Permission[];
  requestsPerMinute: number;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

const columns = `key_id as "keyId", name, hint, permissions, requests_per_minute as "requestsPerMinute", created_by as "createdBy",
  created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;

export async function listApiKeys(tx: Tx, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(cursor, ['uuid']);
  const rows = await tx.sql<ApiKeyRow>(
    `select ${columns} from api_keys where workspace_id = $1 and ($2::uuid is null or key_id < $2)
     order by key_id desc limit $3`,
    [tx.workspaceId, after?.[0] ?? null, limit + 1],
  );
  return pageOf(rows, limit, (row) => [row.keyId]);
}

interface NewKey {
  name: string;
  permissions: Permission[];
  expiresInDays: number | null;
  requestsPerMinute: number;
}

export async function createApiKey(
  tx: Tx,
  input: NewKey,
  caller: Caller,
): Promise<ApiKeyRow & { key: string }> {
  const missing = input.permissions.filter((permission) => !caller.permissions.has(permission));
  if (missing.length > 0) {
    throw new Refusal('forbidden', `A key cannot hold permissions that you do not (${missing.join(', ')}).`);
  }
  const keyId = newId(tx.now);
  const key = composeKey(keyId);
  const row: ApiKeyRow = {
    keyId,
    name: input.name,
    hint: `${key.slice(0, 10)}…${key.slice(-4)}`,
    permissions: [...new Set(input.permissions)],
    requestsPerMinute: input.requestsPerMinute,
    createdBy: caller.id,
    createdAt: tx.now,
    expiresAt:
      input.expiresInDays === null ? null : new Date(tx.now.getTime() + input.expiresInDays * 86_400_000),
    revokedAt: null,
    lastUsedAt: null,
  };
  await tx.run(
    q.insertInto('api_keys').values({
      workspace_id: tx.workspaceId,
      key_id: keyId,
      name: row.name,
      hint: row.hint,
      secret_hash: hashKey(key),
      permissions: row.permissions,
      requests_per_minute: row.requestsPerMinute,
      created_by: caller.id,
      created_at: tx.now,
      expires_at: row.expiresAt,
    }),
  );
  await publish(tx, { type: 'api_key.created', data: { keyId, name: row.name, hint: row.hint } });
  return { ...row, key };
}

export async function revokeApiKey(tx: Tx, keyId: string): Promise<Record<string, never>> {
  const [revoked] = await tx.sql<{ name: string }>(
    `update api_keys set revoked_at = coalesce(revoked_at, $3) where workspace_id = $1 and key_id = $2 returning name`,
    [tx.workspaceId, keyId, tx.now],
  );
  if (revoked === undefined) throw notFound('API key');
  await publish(tx, { type: 'api_key.revoked', data: { keyId, name: revoked.name } });
  return {};
}

/** `tk_` lets secret scanners find a leaked key; the id inside finds its row, the rest proves it. */
function composeKey(keyId: string): string {
  const id = Buffer.from(keyId.replaceAll('-', ''), 'hex').toString('base64url');
  return `tk_${id}_${randomBytes(24).toString('base64url')}`;
}

const keyPattern = /^tk_([\w-]{22})_[\w-]{32}$/;

/** The id in a key, or null when this is no key of ours. */
export function keyIdIn(key: string): string | null {
  const id = keyPattern.exec(key)?.[1];
  if (id === undefined) return null;
  const hex = Buffer.from(id, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// A key holds 192 random bits, so a plain hash cannot be searched; slow hashing would only slow every request.
export const hashKey = (key: string): Buffer => createHash('sha256').update(key).digest();
