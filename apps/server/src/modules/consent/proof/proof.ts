import type { Tx } from '../../../platform/db/index.ts';
import { readKeptCheckpoints } from '../ledger/checkpoints.ts';
import type { LedgerParts } from '../ledger/ledger-parts.ts';
import { listPurposes, type ShownPurpose } from '../notices/purposes.ts';
import { readConsent, survivorOf, type ShownConsent } from '../read.ts';
import { baseOf, consentRefusal, usualCategory } from '../rules.ts';
import { readProvedEntries, type ProvedEntry } from './proved-entries.ts';

/** Why somebody may be messaged, or not, with everything that somebody else needs to believe it. */
export async function proveConsent(tx: Tx, { keyOf }: Pick<LedgerParts, 'keyOf'>, named: string) {
  const contactId = await survivorOf(tx, named);
  const state = await readConsent(tx, contactId);
  const { entries, more } = await readProvedEntries(tx, contactId);
  const own = entries.filter((entry) => entry.contactId === contactId);
  const known = await listPurposes(tx, tx.workspaceId);
  const asked = known.filter(({ purpose, archivedAt }) => archivedAt === null || isSpokenOf(state, purpose));
  const lastOf = (...kinds: ProvedEntry['kind'][]): string | null =>
    own.find(({ kind }) => kinds.includes(kind))?.entryId ?? null;
  const key = keyOf(tx.workspaceId);
  return {
    ...(await whoIs(tx, contactId)),
    at: tx.now,
    purposes: asked.map((purpose) => provedPurpose(state, own, purpose)),
    frozen:
      state.frozenAt && state.frozenReason !== null
        ? { at: state.frozenAt, reason: state.frozenReason, decidedBy: lastOf('frozen') }
        : null,
    stopped: state.stoppedAt && { at: state.stoppedAt, decidedBy: lastOf('stopped') },
    entries,
    more,
    keyId: key.id,
    publicKey: key.publicPem,
    checkpoint: await checkpointAfter(tx, entries),
  };
}

const isSpokenOf = ({ granted, withdrawn }: ShownConsent, purpose: string): boolean =>
  granted.includes(purpose) || withdrawn.includes(purpose);

function provedPurpose(
  state: ShownConsent,
  entries: readonly ProvedEntry[],
  { purpose, texts }: ShownPurpose,
) {
  const refusal = consentRefusal(state, usualCategory(purpose), purpose);
  const isGranted = state.granted.includes(purpose);
  // Of two at one instant the stricter counts.
  const deciding = entries
    .filter(({ kind, purpose: about }) =>
      isGranted
        ? kind === 'granted' && about === purpose
        : kind === 'withdrawn' && (about === purpose || about === baseOf(purpose) || about === '*'),
    )
    .sort((one, other) => other.at.getTime() - one.at.getTime());
  return {
    purpose,
    texts,
    allowed: refusal === null,
    refusal,
    basis: refusal === null ? (isGranted ? ('granted' as const) : ('not_objected' as const)) : null,
    decidedBy: deciding[0]?.entryId ?? null,
  };
}

async function whoIs(tx: Tx, contactId: string) {
  const [contact] = await tx.sql<{ contactName: string | null; contactPhone: string | null }>(
    `select coalesce(name, profile_name) as "contactName", phone as "contactPhone" from contacts
     where workspace_id = $1 and contact_id = $2`,
    [tx.workspaceId, contactId],
  );
  return {
    contactId,
    contactName: contact?.contactName ?? null,
    contactPhone: contact?.contactPhone ?? null,
  };
}

/** The first that was signed over all of these entries, or the last that there is. */
async function checkpointAfter(tx: Tx, entries: readonly ProvedEntry[]) {
  const checkpoints = await readKeptCheckpoints(tx, tx.workspaceId);
  const newest = Math.max(0, ...entries.map(({ seal }) => seal?.seq ?? 0));
  const found = checkpoints.find(({ seq }) => seq >= newest) ?? checkpoints.at(-1);
  if (found === undefined) return null;
  const { seq, head, at, signature } = found;
  return { seq, head, at, signature };
}
