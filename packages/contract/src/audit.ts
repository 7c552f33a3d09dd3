import { z } from 'zod';
import { get } from './procedure.ts';
import { id, pageInput, pageOf } from './scalars.ts';

export const signInOutcomes = [
  'succeeded',
  'wrong_password',
  'second_factor_required',
  'wrong_code',
] as const;
export const signInMethods = ['password', 'passkey', 'two_factor', 'company'] as const;

const signInSchema = z.object({
  eventId: id,
  at: z.date(),
  userId: id,
  name: z.string(),
  email: z.string(),
  outcome: z.enum(signInOutcomes),
  method: z.enum(signInMethods),
  ipAddress: z.string().nullable(),
  device: z.string().nullable(),
});

export const signIns = {
  list: get('sign-ins.read', '/sign-ins', {
    summary: 'Sign-ins of the members of the workspace, newest first',
  })
    .input(
      z.strictObject({
        ...pageInput,
        userId: id.optional(),
        outcome: z.enum(signInOutcomes).optional(),
        from: z.iso.datetime().optional(),
        to: z.iso.datetime().optional(),
      }),
    )
    .output(pageOf(signInSchema)),
};
