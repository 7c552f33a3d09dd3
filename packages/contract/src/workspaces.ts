import { z } from 'zod';
import { get, patch } from './procedure.ts';
import { id, language, line, timeZone } from './scalars.ts';

export const workspaceSchema = z.object({
  workspaceId: id,
  organisationId: id,
  name: z.string(),
  country: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  language,
  requireTwoFactor: z.boolean(),
  sessionIdleMinutes: z.number(),
  demo: z.boolean(),
  createdAt: z.date(),
});

const settings = {
  name: line(80),
  country: z.string().regex(/^[A-Z]{2}$/, 'Use the two letters of ISO 3166, such as IN'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'Use the three letters of ISO 4217, such as INR'),
  timeZone,
  language,
  requireTwoFactor: z.boolean(),
  sessionIdleMinutes: z.number().int().min(5).max(43_200),
};

export const workspaces = {
  get: get('workspace.read', '/workspace', { summary: 'The workspace of this request' }).output(
    workspaceSchema,
  ),
  update: patch('workspace.update', '/workspace', { summary: 'Change the settings that are given' })
    .input(z.strictObject(settings).partial())
    .output(workspaceSchema),
};
