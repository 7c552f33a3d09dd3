import { z } from 'zod';
import { consentEntry } from './consent.ts';
import { get, post } from './procedure.ts';
import { contactInList, id, pageInput, pageOf, sentence } from './scalars.ts';

/** Signed with Ed25519 over the JSON of `{ledger, workspaceId, seq, head, at, keyId}`, in that order without spaces. */
const checkpoint = z.object({
  workspaceId: id,
  /** How many entries the ledger had, and the place of the last. */
  seq: z.number().int(),
  /** The hash of that last one. */
  head: z.string(),
  at: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

const verification = z.object({
  verificationId: id,
  askedAt: z.date(),
  askedBy: z.object({ kind: z.string(), id: z.string() }),
  /** Null while it runs. */
  finishedAt: z.date().nullable(),
  entries: z.number().int(),
  problems: z.number().int(),
  /** The first hundred of them. */
  findings: z.array(
    z.object({
      code: z.string(),
      seq: z.number().int().nullable(),
      about: z.string().nullable(),
      says: sentence,
    }),
  ),
});

export const ledger = {
  get: get('consent.read', '/consent/ledger', {
    summary: 'Where the ledger of consent ends, what was signed, and what the last check found',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        /** With a place in the chain. */
        entries: z.number().int(),
        /** Recorded, and waiting for their place. */
        waiting: z.number().int(),
        oldestWaitingAt: z.date().nullable(),
        head: z.string().nullable(),
        sealedAt: z.date().nullable(),
        checkpoint: checkpoint.nullable(),
        verification: verification.nullable(),
        keyId: z.string(),
        /** In PEM: with it a checkpoint is checked by anybody. */
        publicKey: z.string(),
      }),
    ),
  entries: get('consent.read', '/consent/ledger/entries', {
    summary: 'What was recorded of everybody’s consent, newest first',
  })
    .input(z.strictObject(pageInput))
    .output(pageOf(consentEntry.extend(contactInList))),
  verify: post('consent.read', '/consent/ledger/verifications', {
    summary: 'Check the whole ledger, in the background',
    successStatus: 202,
  })
    .input(z.strictObject({}))
    .output(verification),
  verifications: get('consent.read', '/consent/ledger/verifications', {
    summary: 'The last checks of the ledger, newest first',
  })
    .input(z.strictObject({}))
    .output(z.object({ items: z.array(verification) })),
  checkpoint: post('consent.manage', '/consent/ledger/checkpoints', {
    summary: 'Sign where the ledger ends now, and keep it outside of the database',
    successStatus: 201,
  })
    .input(z.strictObject({}))
    .output(checkpoint),
  checkpoints: get('consent.read', '/consent/ledger/checkpoints', {
    summary: 'What was signed, newest first',
  })
    .input(z.strictObject(pageInput))
    .output(pageOf(checkpoint)),
};
