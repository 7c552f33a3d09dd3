import { isObject, type Json, type JsonObject } from '@trikon/whatsapp/webhooks';

type Side = 'in' | 'out';

interface Reaction {
  /** Null when it was taken back. */
  emoji: string | null;
  at: string;
}

interface Version {
  at: string;
  content: JsonObject;
  /** Only where it was another one than the message's. */
  type?: string;
}

/** A message as far as it can be changed after it was said. */
export interface AmendableMessage {
  workspaceId: string;
  messageId: string;
  conversationId: string;
  contactId: string;
  numberId: string;
  direction: Side;
  type: string;
  content: JsonObject;
  at: Date;
  /** What it said before, oldest first. */
  edits: Version[] | null;
  editedAt: Date | null;
  revokedAt: Date | null;
  reactions: Partial<Record<Side, Reaction>> | null;
}

export type Amendment = { side: Side; at: Date } & (
  | { kind: 'reaction'; emoji: string | null }
  | { kind: 'edit'; type: string; content: JsonObject }
  | { kind: 'revoke' }
);

export const isEmpty = (content: Json | undefined): boolean =>
  !isObject(content) || Object.keys(content).length === 0;

/** The message after it; null if it changes nothing. In whatever order they come, the outcome is the same. */
export function amend(message: AmendableMessage, amendment: Amendment): AmendableMessage | null {
  if (amendment.kind === 'reaction') return react(message, amendment);
  // Everybody changes what they themselves have said.
  if (amendment.side !== message.direction) return null;
  return amendment.kind === 'revoke' ? revoke(message, amendment.at) : edit(message, amendment);
}

function react(
  message: AmendableMessage,
  { side, at, emoji }: Extract<Amendment, { kind: 'reaction' }>,
): AmendableMessage | null {
  const known = message.reactions?.[side];
  const next: Reaction = { emoji: emoji === '' ? null : emoji, at: at.toISOString() };
  if (known !== undefined && !isLater(next, known)) return null;
  return { ...message, reactions: { ...message.reactions, [side]: next } };
}

/** Of two of the same second the greater text counts, so that both orders agree. */
const isLater = (one: Reaction, other: Reaction): boolean =>
  one.at > other.at || (one.at === other.at && (one.emoji ?? '') > (other.emoji ?? ''));

const revoke = (message: AmendableMessage, at: Date): AmendableMessage | null =>
  message.revokedAt !== null && message.revokedAt <= at ? null : { ...message, revokedAt: at };

function edit(
  message: AmendableMessage,
  { at, type, content }: Extract<Amendment, { kind: 'edit' }>,
): AmendableMessage {
  const present: Version = {
    at: (message.editedAt ?? message.at).toISOString(),
    content: message.content,
    type: message.type,
  };
  const [original, ...later] = [...(message.edits ?? []), present];
  // What was said first stays first, whatever the clocks of phones say.
  const ordered = [
    original,
    ...[...later, { at: at.toISOString(), content, type }].toSorted(compareVersions),
  ];
  const latest = ordered.at(-1)!;
  return {
    ...message,
    type: latest.type ?? message.type,
    content: latest.content,
    edits: ordered.slice(0, -1),
    editedAt: new Date(latest.at),
  };
}

/** Of two of the same second the greater writing is the later one, so that both orders agree. */
const compareVersions = (one: Version, other: Version): number =>
  compare(one.at, other.at) || compare(writingOf(one.content), writingOf(other.content));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** The database gives the names in an object in an order of its own. */
const writingOf = (content: JsonObject): string =>
  JSON.stringify(content, (_name, value: Json) =>
    isObject(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => compare(one, other)))
      : value,
  );
