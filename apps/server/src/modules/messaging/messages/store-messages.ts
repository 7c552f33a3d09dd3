import type { SystemTx } from '../../../platform/db/index.ts';
import { publishIn, type Fact } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { SeenIdentity } from '../../contacts/index.ts';
import { textOf } from '../content/text.ts';
import { applyTold } from './adopt.ts';
import {
  findEarlierAnswers,
  noteAnswers,
  pairOf,
  touchConversations,
  type Conversation,
} from './conversations.ts';
import { addKeys, findMessages, nameOf } from './keys.ts';
import { insertMessages } from './insert-messages.ts';
import type { MessageNeighbours, Proof } from './neighbours.ts';
import type { NewMessage, PlacedMessage } from './new-message.ts';
import { keepStrays, takeStrays, type Told } from './strays.ts';

export interface Stored {
  /** What was not known before. */
  fresh: PlacedMessage[];
  /** What cannot be kept as a message, because its customer has no name that could be theirs. */
  homeless: NewMessage[];
}

/** Stores what was not known before, with everything that follows from it. */
export async function storeMessages(
  tx: SystemTx,
  given: readonly NewMessage[],
  neighbours: MessageNeighbours,
): Promise<Stored> {
  if (given.length === 0) return { fresh: [], homeless: [] };
  const known = await findMessages(tx, given);
  const unknown = given.filter((message) => !known.has(nameOf(message)));
  const { placed, homeless } = await place(tx, unknown, neighbours);
  await settleEchoes(tx, placed, neighbours);
  const fresh = await addKeys(tx, placed);
  if (fresh.length > 0) await storeFresh(tx, fresh, neighbours);
  return { fresh, homeless };
}

/** Says whose each message is. */
async function place(
  tx: SystemTx,
  messages: readonly NewMessage[],
  { resolveContacts }: MessageNeighbours,
): Promise<{ placed: PlacedMessage[]; homeless: NewMessage[] }> {
  if (messages.length === 0) return { placed: [], homeless: [] };
  const contacts = await resolveContacts(tx, messages.map(seenIn));
  const placed: PlacedMessage[] = [];
  const homeless: NewMessage[] = [];
  for (const [nth, message] of messages.entries()) {
    const contact = contacts[nth];
    if (contact) placed.push({ ...message, messageId: newId(tx.now), contactId: contact.contactId });
    else homeless.push(message);
  }
  return { placed, homeless };
}

const seenIn = ({ workspaceId, customer, at, how }: NewMessage): SeenIdentity => ({
  workspaceId,
  ...customer,
  at,
  source: how === 'history' ? 'history' : 'whatsapp',
});

/** What the business is said to have sent may be what was sent from here, without an answer of Meta's. */
async function settleEchoes(
  tx: SystemTx,
  messages: readonly PlacedMessage[],
  { settle }: MessageNeighbours,
): Promise<void> {
  const proofs = messages
    .filter(({ direction }) => direction === 'out')
    .map(({ workspaceId, numberId, wamid, at, contactId, type, content, how }): Proof => ({
      by: how === 'history' ? 'history' : 'echo',
      workspaceId,
      numberId,
      wamid,
      at,
      contactId,
      type,
      content,
    }));
  if (proofs.length > 0) await settle(tx, proofs);
}

async function storeFresh(
  tx: SystemTx,
  messages: readonly PlacedMessage[],
  neighbours: MessageNeighbours,
): Promise<void> {
  const conversations = await touchConversations(tx, messages.map(touchOf));
  const replies = messages.filter(({ replyToWamid }) => replyToWamid !== null);
  const answered = await findAnswered(tx, replies, neighbours);
  await insertMessages(tx, messages, {
    conversationOf: (message) => conversations.get(pairOf(message))!.conversationId,
    replyToOf: (message) =>
      message.replyToWamid === null ? undefined : answered.get(nameOf(answeredBy(message))),
  });
  await keepStrays(
    tx,
    replies.filter((message) => !answered.has(nameOf(answeredBy(message)))).map(strayReply),
  );
  await openFreeEntry(tx, messages, conversations);
  await publishIn(tx, factsOf(messages, conversations));
  await applyTold(tx, await takeStrays(tx, messages));
}

const touchOf = (message: PlacedMessage) => ({
  ...message,
  heldBy: message.how === 'standby' ? ('other' as const) : heldByUs(message),
});

/** While another app holds the thread, what customers say does not come as live messages. */
const heldByUs = ({ how, direction }: NewMessage): 'us' | null =>
  how === 'live' && direction === 'in' ? 'us' : null;

const answeredBy = ({ workspaceId, numberId, replyToWamid }: NewMessage) => ({
  workspaceId,
  numberId,
  wamid: replyToWamid ?? '',
});

/** Our ids of what is answered. That somebody answers a message proves that it was sent. */
async function findAnswered(
  tx: SystemTx,
  replies: readonly PlacedMessage[],
  { settle }: MessageNeighbours,
): Promise<Map<string, string>> {
  const answered = await findMessages(tx, replies.map(answeredBy));
  const unknown = replies.filter(
    (message) => message.direction === 'in' && !answered.has(nameOf(answeredBy(message))),
  );
  if (unknown.length === 0) return answered;
  const proofs = unknown.map((message): Proof => ({
    by: 'reply',
    contactId: message.contactId,
    at: message.at,
    ...answeredBy(message),
  }));
  await settle(tx, proofs);
  return new Map([...answered, ...(await findMessages(tx, unknown.map(answeredBy)))]);
}

const strayReply = (message: PlacedMessage): Told => ({
  ...answeredBy(message),
  status: 'reply',
  recipient: message.messageId,
  at: message.at,
  receivedAt: message.receivedAt,
  value: {},
  deliveryId: message.deliveryId,
});

async function openFreeEntry(
  tx: SystemTx,
  messages: readonly PlacedMessage[],
  conversations: ReadonlyMap<string, Conversation>,
): Promise<void> {
  const place = (message: PlacedMessage) => ({
    workspaceId: message.workspaceId,
    conversationId: conversations.get(pairOf(message))!.conversationId,
    at: message.at,
  });
  const offered = messages.filter(({ offersFreeEntry }) => offersFreeEntry).map(place);
  const answers = messages.filter(({ direction, how }) => direction === 'out' && how === 'live').map(place);
  await noteAnswers(tx, [...answers, ...(await findEarlierAnswers(tx, offered))]);
}

/** Only what is said now, and to us, wakes anybody. */
function factsOf(
  messages: readonly PlacedMessage[],
  conversations: ReadonlyMap<string, Conversation>,
): (Fact & { workspaceId: string })[] {
  const opened = new Set<string>();
  return messages.flatMap((message) => {
    const { workspaceId, contactId, messageId, numberId, type, groupId } = message;
    const { conversationId, isNew } = conversations.get(pairOf(message))!;
    const facts: (Fact & { workspaceId: string })[] = [];
    if (isNew && !opened.has(conversationId) && message.how !== 'history')
      facts.push({ workspaceId, contactId, type: 'conversation.opened', data: { conversationId, numberId } });
    opened.add(conversationId);
    if (message.how === 'live' && message.direction === 'in')
      facts.push({
        workspaceId,
        contactId,
        type: 'message.received',
        data: {
          messageId,
          conversationId,
          numberId,
          type,
          groupId,
          text: textOf(type, message.content).slice(0, 200) || null,
          at: message.at.toISOString(),
        },
      });
    return facts;
  });
}
