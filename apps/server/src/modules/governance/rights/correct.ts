import type { FieldValue } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { readContact, updateContact, type Contact } from '../../contacts/index.ts';
import {
  holdRequest,
  moveRequest,
  refuseOtherKind,
  refuseUnchecked,
  takeStep,
  type Change,
} from './request-row.ts';

const attributes = ['name', 'email', 'city', 'language', 'timeZone'] as const;
type Attribute = (typeof attributes)[number];

export type Proposed = { [Name in Attribute]?: string | null | undefined } & {
  fields?: Record<string, FieldValue | null> | undefined;
};

/** With what stands there now, so that whoever approves it sees both. */
export async function propose(
  tx: Tx,
  { requestId, changes }: { requestId: string; changes: Proposed },
): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseOtherKind(request, 'correction', 'correction');
  refuseUnchecked(request);
  const proposed = comparedWith(await readContact(tx, request.contactId), changes);
  if (proposed.length === 0) throw invalidField('changes', 'nothing', 'All of this stands there already.');
  await tx.sql(
    `update rights_requests set changes = $3, state = 'in_work', updated_at = $4
     where workspace_id = $1 and request_id = $2`,
    [tx.workspaceId, requestId, JSON.stringify(proposed), tx.now],
  );
  await takeStep(tx, request, { what: 'proposed', state: 'in_work' });
}

function comparedWith(contact: Contact, { fields = {}, ...plain }: Proposed): Change[] {
  const named = attributes.flatMap((name): Change[] =>
    plain[name] === undefined ? [] : [{ field: name, before: contact[name], after: plain[name] }],
  );
  const own = Object.entries(fields).map(([key, after]) => ({
    field: `fields.${key}`,
    before: contact.fields[key] ?? null,
    after,
  }));
  return [...named, ...own].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

export async function correct(tx: Tx, requestId: string): Promise<void> {
  const request = await holdRequest(tx, requestId);
  refuseOtherKind(request, 'correction', 'correction');
  refuseUnchecked(request);
  if (request.changes === null) throw new Refusal('conflict', 'Propose first what changes to what.');
  await updateContact(tx, { contactId: request.contactId, ...changesIn(request.changes) });
  await moveRequest(tx, request, { state: 'done' });
  await takeStep(tx, request, { what: 'corrected', state: 'done' });
}

function changesIn(changes: readonly Change[]): Proposed {
  const plain = changes.filter(({ field }) => !field.startsWith('fields.'));
  const own = changes.filter(({ field }) => field.startsWith('fields.'));
  return {
    ...Object.fromEntries(plain.map(({ field, after }) => [field, after])),
    ...(own.length > 0 && {
      fields: Object.fromEntries(own.map(({ field, after }) => [field.slice('fields.'.length), after])),
    }),
  };
}
