import type { ConsentState } from './rules.ts';
import { baseOf, isWithdrawn } from './rules.ts';
import { recordExactly, type NewConsentEntry } from './record.ts';
import { lockStates, stateColumns, type AnyTx } from './states.ts';

export interface Merge {
  workspaceId: string;
  from: string;
  into: string;
}

interface StateRow extends ConsentState {
  contactId: string;
  frozenReason: string | null;
}

const nothingSaid = { granted: [], withdrawn: [], stoppedAt: null, frozenAt: null, frozenReason: null };

/**
 * Two contacts turned out to be one person: what was taken back or stopped under either holds, and so does what was
 * agreed to under one and not taken back under the other. `from` keeps its own state, should the merge be undone.
 */
export async function carryConsent(tx: AnyTx, merges: readonly Merge[]): Promise<void> {
  const contacts = merges.flatMap(({ workspaceId, from, into }) =>
    [from, into].map((contactId) => ({ workspaceId, contactId })),
  );
  await lockStates(tx, contacts);
  const states = await tx.sql<StateRow>(
    `select ${stateColumns} from consent_states state
     join jsonb_to_recordset($1::jsonb) as given ("workspaceId" uuid, "contactId" uuid)
       on state.workspace_id = given."workspaceId" and state.contact_id = given."contactId"`,
    [JSON.stringify(contacts)],
  );
  const byContact = new Map(states.map((state) => [state.contactId, state]));
  const stateOf = (contactId: string): StateRow => byContact.get(contactId) ?? { contactId, ...nothingSaid };
  const entries = merges.flatMap((merge) =>
    carried(stateOf(merge.from), stateOf(merge.into), tx.now).map((entry) => ({
      ...entry,
      workspaceId: merge.workspaceId,
      contactId: merge.into,
      source: 'merge',
      evidence: { from: merge.from },
    })),
  );
  await recordExactly(tx, entries as NewConsentEntry[]);
}

interface CarriedPurpose {
  kind: 'granted' | 'withdrawn';
  purpose: string;
  at: Date;
}

type Carried = CarriedPurpose | { kind: 'stopped'; at: Date } | { kind: 'frozen'; reason: string; at: Date };

/**
 * What is taken back of everything, or of a whole, comes before what both agreed to after that, so each of them is
 * dated a little after what it outlives.
 */
function carried(from: StateRow, into: StateRow, now: Date): Carried[] {
  const after = (step: number): Date => new Date(now.getTime() + step);
  const isWiped = from.withdrawn.includes('*') && !into.withdrawn.includes('*');
  const purposes = new Set([from, into].flatMap(({ granted, withdrawn }) => [...granted, ...withdrawn]));
  purposes.delete('*');
  let before: Said = isWiped ? { granted: [], withdrawn: ['*'] } : into;
  const carry = (purpose: string, at: Date): CarriedPurpose[] => {
    const wanted = together(from, into, purpose);
    return wanted === null || wanted === together(before, before, purpose)
      ? []
      : [{ kind: wanted, purpose, at }];
  };
  const wholes = [...purposes]
    .filter((purpose) => baseOf(purpose) === purpose)
    .flatMap((each) => carry(each, after(1)));
  const newlyWithdrawn = new Set(
    wholes.flatMap(({ kind, purpose }) => (kind === 'withdrawn' ? [purpose] : [])),
  );
  before = {
    ...before,
    granted: before.granted.filter((purpose) => !newlyWithdrawn.has(baseOf(purpose))),
  };
  const parts = [...purposes]
    .filter((purpose) => baseOf(purpose) !== purpose)
    .flatMap((each) => carry(each, after(2)));
  return [
    ...(isWiped ? [{ kind: 'withdrawn', purpose: '*', at: now } as const] : []),
    ...wholes,
    ...parts,
    ...(from.stoppedAt && !into.stoppedAt ? [{ kind: 'stopped', at: now } as const] : []),
    ...(from.frozenReason !== null && into.frozenReason === null
      ? [{ kind: 'frozen', reason: from.frozenReason, at: now } as const]
      : []),
  ];
}

type Said = Pick<ConsentState, 'granted' | 'withdrawn'>;

/** The stricter of what was said of a purpose; null when neither said anything. */
function together(one: Said, other: Said, purpose: string): 'granted' | 'withdrawn' | null {
  if (isWithdrawn(one, purpose) || isWithdrawn(other, purpose)) return 'withdrawn';
  return one.granted.includes(purpose) || other.granted.includes(purpose) ? 'granted' : null;
}
