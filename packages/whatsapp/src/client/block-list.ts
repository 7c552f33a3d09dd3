import { classify, type ClassifiedError, type MetaError } from '../errors/index.ts';
import { isObject, type Json, type JsonObject, textIn } from '../json/lossless-json.ts';
import { GraphFailure } from './failure.ts';
import type { CallLimits, Graph } from './graph.ts';
import { readPages } from './pages.ts';

export interface Blocking {
  numberId: string;
  /** Phone numbers with a plus, or business-scoped user ids. */
  users: readonly ({ phone: string } | { userId: string })[];
}

interface BlockedUser {
  /** As the call named the customer. */
  input: string;
  waId?: string;
  userId?: string;
}

/** Each customer stands in one of the two. */
export interface BlockResult {
  done: BlockedUser[];
  failed: (BlockedUser & { errors: ClassifiedError[] })[];
}

/** Blocks customers, of whom each must have written within a day. */
export const blockUsers = (graph: Graph, blocking: Blocking, limits?: CallLimits): Promise<BlockResult> =>
  change(graph, 'POST', blocking, limits);

export const unblockUsers = (graph: Graph, blocking: Blocking, limits?: CallLimits): Promise<BlockResult> =>
  change(graph, 'DELETE', blocking, limits);

export function listBlockedUsers(
  graph: Graph,
  { numberId }: { numberId: string },
  limits?: CallLimits,
): AsyncGenerator<{ wa_id?: string; user_id?: string }, void> {
  return readPages(graph, { method: 'GET', path: [numberId, 'block_users'] }, limits);
}

// 139100: some were refused. The answer is an error, and lists what was done all the same.
const someFailed = 139_100;

async function change(
  graph: Graph,
  method: 'POST' | 'DELETE',
  { numberId, users }: Blocking,
  limits: CallLimits | undefined,
): Promise<BlockResult> {
  const json = {
    messaging_product: 'whatsapp',
    block_users: users.map((user) => ('phone' in user ? { user: user.phone } : { user_id: user.userId })),
  };
  const answer = await graph.ask({ method, path: [numberId, 'block_users'], json }, limits);
  if (answer.outcome === 'answered') return readResult(answer.body);
  if (answer.outcome === 'refused' && answer.error.code === someFailed) return readResult(answer.body);
  throw new GraphFailure(answer);
}

function readResult({ block_users: lists }: JsonObject): BlockResult {
  const { added_users: added, removed_users: removed, failed_users: failed } = isObject(lists) ? lists : {};
  return {
    // Meta's sample of unblocking has the list of blocking.
    done: [...listOf(added), ...listOf(removed)].map(readUser),
    failed: listOf(failed).map((user) => ({ ...readUser(user), errors: errorsOf(user) })),
  };
}

const readUser = (user: JsonObject): BlockedUser => ({
  input: textIn(user, 'input') ?? '',
  waId: textIn(user, 'wa_id'),
  userId: textIn(user, 'user_id'),
});

const errorsOf = ({ errors }: JsonObject): ClassifiedError[] =>
  listOf(errors).flatMap((error) =>
    typeof error.code === 'number' ? [classify(error as unknown as MetaError)] : [],
  );

const listOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
