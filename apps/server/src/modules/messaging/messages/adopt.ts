import type { SystemTx } from '../../../platform/db/index.ts';
import { amendmentKinds, applyAmendments } from './amendments.ts';
import { findMessages, nameOf, type MessageKey } from './keys.ts';
import type { MessageNeighbours, Proof } from './neighbours.ts';
import { recordStatuses } from './record-statuses.ts';
import { linkReplies } from './replies.ts';
import { keepStrays, takeFoundStrays, takeStrays, type Told } from './strays.ts';

/** For whoever has just recorded under which keys messages are known: what was told of them before takes effect. */
export async function adoptStrays(tx: SystemTx, keys: readonly MessageKey[]): Promise<void> {
  await applyTold(tx, await takeStrays(tx, keys));
}

/** What was told at the same moment in which its message became known. Says how much it was. */
export async function adoptFoundStrays(tx: SystemTx, since: Date): Promise<number> {
  const told = await takeFoundStrays(tx, since, 500);
  await applyTold(tx, told);
  return told.length;
}

/** Gives effect to what is told of known messages, and keeps the rest until they are. */
export async function applyTold(
  tx: SystemTx,
  told: readonly Told[],
  settle?: MessageNeighbours['settle'],
): Promise<void> {
  if (told.length === 0) return;
  const known = await findTold(tx, told, settle);
  const isUnknown = (each: Told): boolean => !known.has(nameOf(each));
  await keepStrays(tx, told.filter(isUnknown));
  const found = told
    .filter((each) => !isUnknown(each))
    .map((each) => ({ ...each, messageId: known.get(nameOf(each))! }));
  const {
    statuses = [],
    replies = [],
    amendments = [],
  } = Object.groupBy(found, ({ status }) =>
    status === 'reply' ? 'replies' : amendmentKinds.has(status) ? 'amendments' : 'statuses',
  );
  await recordStatuses(tx, statuses);
  await linkReplies(tx, replies);
  await applyAmendments(tx, amendments);
}

/** Our ids of the messages. What Meta repeats of ours in a status says which message it is before its id is known. */
async function findTold(
  tx: SystemTx,
  told: readonly Told[],
  settle: MessageNeighbours['settle'] | undefined,
): Promise<Map<string, string>> {
  const known = await findMessages(tx, told);
  const unknown = told.filter((each) => !known.has(nameOf(each)));
  const proofs = settle === undefined ? [] : unknown.flatMap(proofIn);
  if (settle === undefined || proofs.length === 0) return known;
  await settle(tx, proofs);
  return new Map([...known, ...(await findMessages(tx, unknown))]);
}

function proofIn({ workspaceId, numberId, wamid, at, status, value }: Told): Proof[] {
  const reference = value.biz_opaque_callback_data;
  if (typeof reference !== 'string') return [];
  return [{ by: 'status', workspaceId, numberId, wamid, at, status, reference }];
}
