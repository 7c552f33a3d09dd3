import { z } from 'zod';
import { permissionNames } from './permissions.ts';
import { get, post, remove } from './procedure.ts';
import { id, line, nothing, pageInput, pageOf } from './scalars.ts';

const apiKeySchema = z.object({
  keyId: id,
  name: z.string(),
  hint: z.string(),
  permissions: z.array(z.enum(permissionNames)),
  requestsPerMinute: z.number(),
  createdBy: id,
  createdAt: z.date(),
  expiresAt: z.date().nullable(),
  revokedAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
});

export const apiKeys = {
  list: get('api-keys.manage', '/api-keys', { summary: 'API keys, the revoked ones too' })
    .input(z.strictObject(pageInput))
    .output(pageOf(apiKeySchema)),
  create: post('api-keys.manage', '/api-keys', {
    summary: 'Create an API key',
    description: 'The key is in this answer and nowhere else. It can hold only permissions that you hold.',
    personOnly: true,
    secretAnswer: true,
    successStatus: 201,
  })
    .input(
      z.strictObject({
        name: line(60),
        permissions: z.array(z.enum(permissionNames)).min(1).max(permissionNames.length),
        expiresInDays: z.number().int().min(1).max(730).nullable().default(null),
        requestsPerMinute: z.number().int().min(1).max(100_000).default(600),
      }),
    )
    .output(apiKeySchema.extend({ key: z.string() })),
  revoke: remove('api-keys.manage', '/api-keys/{keyId}', { summary: 'Revoke an API key at once' })
    .input(z.strictObject({ keyId: id }))
    .output(nothing),
};
