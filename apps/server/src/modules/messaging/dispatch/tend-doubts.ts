import { assert } from '../../../platform/errors/index.ts';
import type { DispatchParts } from './dispatch-parts.ts';
import { endDoubts, endOfDoubt, findDoubts, type Doubt, type DoubtEnd } from './doubt.ts';
import type { Access } from './number-access.ts';
import type { NumberName } from './row.ts';
import { findUnaccounted } from './unaccounted.ts';

/** Ends the doubts that have been waited for long enough. */
export async function tendDoubts(
  { db, clock }: Pick<DispatchParts, 'db' | 'clock'>,
  number: NumberName,
  { client, phoneNumberId }: Access,
): Promise<void> {
  const doubts = await db.acrossWorkspaces('dispatch', (tx) => findDoubts(tx, number));
  const now = clock.now();
  const ends = doubts.flatMap((doubt) => {
    const end = endOfDoubt(doubt, now);
    return end === null ? [] : [{ doubt, end }];
  });
  if (ends.length === 0) return;
  const since = earliest(ends);
  const unaccounted =
    since === null ? 0 : await findUnaccounted({ db, client }, { ...number, phoneNumberId, since });
  const ended = ends.map(({ doubt: { messageId }, end }) => ({
    workspaceId: number.workspaceId,
    messageId,
    // Meta has something of ours that we do not know: it may be this one.
    end: end === 'resend' && unaccounted > 0 ? ('close' as const) : end,
    by: end === 'resend' && unaccounted > 0 ? 'history' : 'time',
  }));
  await db.acrossWorkspaces('dispatch', (tx) => endDoubts(tx, ended));
}

function earliest(ends: { doubt: Doubt; end: DoubtEnd }[]): Date | null {
  const times = ends.filter(({ end }) => end === 'resend').map(({ doubt }) => doubt.startedAt.getTime());
  if (times.length === 0) return null;
  const first = new Date(Math.min(...times));
  assert(!Number.isNaN(first.getTime()), 'an attempt has a time');
  return first;
}
