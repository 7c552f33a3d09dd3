import type { SystemTx } from '../../../platform/db/index.ts';
import { amendmentKinds, applyAmendments } from './amendments.ts';
import { findMessages, nameOf, type MessageKey } from './keys.ts';
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
export async function applyTold(tx: SystemTx, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const messages = await findMessages(tx, told);
  const known = told.flatMap((each) => {
    const messageId = messages.get(nameOf(each));
    return messageId === undefined ? [] : [{ ...each, messageId }];
  });
  await keepStrays(
    tx,
    told.filter((each) => !messages.has(nameOf(each))),
  );
  await recordStatuses(
    tx,
    known.filter(({ status }) => status !== 'reply' && !amendmentKinds.has(status)),
  );
  await linkReplies(
    tx,
    known.filter(({ status }) => status === 'reply'),
  );
  await applyAmendments(
    tx,
    known.filter(({ status }) => amendmentKinds.has(status)),
  );
}
