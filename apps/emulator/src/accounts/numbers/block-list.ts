import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import { type Call, type Edges, Reply } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { GraphError, refuse } from '../../graph/errors.ts';
import type { People } from '../../people/people.ts';
import { isObject } from '../../world/json.ts';
import { list, type Params, requireProduct } from '../reading.ts';
import { day } from '../times.ts';

interface Blocked {
  /** `<number id> <phone>` */
  id: string;
  numberId: string;
  phone: string;
  at: number;
}

interface Entry {
  input: string;
  phone?: string;
  wa_id?: string;
  user_id?: string;
}

interface Failed {
  input: string;
  wa_id?: string;
  errors: { message: string; code: number; error_data: { details: string } }[];
}

export interface BlockList {
  has(numberId: string, phone: string): boolean;
  /** The edges, once there is somebody who knows who wrote when. */
  open(neighbours: BlockNeighbours): void;
}

interface BlockNeighbours {
  people: People;
  lastWroteAt: (numberId: string, phone: string) => number | undefined;
  /** The digits of a number as a caller may write it. */
  readPhone: (written: string, countryCode: string) => string | undefined;
}

const largest = 64_000;

/** Customers whom a number does not want to hear (Meta, "Block users"). */
export function createBlockList(emulator: Emulator): BlockList {
  const { world, graph } = emulator;
  const blocked = world.collection<Blocked>('blocked');
  const byNumber = blocked.index(({ numberId }) => numberId);
  const keyOf = (numberId: string, phone: string): string => `${numberId} ${phone}`;

  function block(number: BusinessNumber, entry: Entry, wroteAt: number | undefined): Failed | null {
    const now = world.clock.now();
    if (entry.phone === undefined) return fail(entry, 131009, 'The user is not known.');
    if (emulator.directory.numberByPhone.get(entry.phone))
      return fail(entry, 131009, 'Other businesses cannot be blocked.');
    const id = keyOf(number.id, entry.phone);
    if (blocked.has(id)) return null;
    if (wroteAt === undefined || now - wroteAt > day)
      return fail(entry, 131047, 'The user has not sent a message in the last 24 hours.');
    if (byNumber.all(number.id).length >= largest) return fail(entry, 139101, 'The block list is full.');
    blocked.put({ id, numberId: number.id, phone: entry.phone, at: now });
    return null;
  }

  return {
    has: (numberId, phone) => blocked.has(keyOf(numberId, phone)),
    open(neighbours) {
      const { lastWroteAt } = neighbours;
      const read = ({ node, params }: Call<BusinessNumber>): Entry[] =>
        readUsers(params, (user) => find(emulator, neighbours, node, user));
      graph.add({
        'GET number/block_users': access((call) => {
          const page = pageOf(byNumber.all(call.node.id).toReversed(), call, {
            path: `${call.node.id}/block_users`,
          });
          const shown = page.data.map(({ phone }) => ({ messaging_product: 'whatsapp', wa_id: phone }));
          return { ...page, data: shown };
        }),
        'POST number/block_users': access((call) => {
          const results = read(call).map((entry) => ({
            entry,
            failed: block(call.node, entry, lastWroteAt(call.node.id, entry.phone ?? '')),
          }));
          const added = results.flatMap(({ entry, failed }) => (failed ? [] : [shown(entry)]));
          return answerOf(
            'added_users',
            added,
            results.flatMap(({ failed }) => failed ?? []),
          );
        }),
        'DELETE number/block_users': access((call) => {
          const entries = read(call);
          for (const { phone } of entries)
            if (phone !== undefined) blocked.delete(keyOf(call.node.id, phone));
          return answerOf('removed_users', entries.map(shown), []);
        }),
      });
    },
  };
}

const access = (answer: (call: Call<BusinessNumber>) => unknown): Edges[string] => ({
  access: 'whatsapp_business_messaging',
  answer,
});

const shown = ({ input, wa_id, user_id }: Entry) => ({
  input,
  ...(wa_id !== undefined && { wa_id }),
  ...(user_id !== undefined && { user_id }),
});

const fail = ({ input, wa_id }: Entry, code: number, details: string): Failed => {
  const { message } = new GraphError(code).envelope('').error;
  return {
    input,
    ...(wa_id !== undefined && { wa_id }),
    errors: [{ message, code, error_data: { details } }],
  };
};

/** Whoever could not be blocked does not stop the others, but makes the answer an error that lists both. */
function answerOf(name: 'added_users' | 'removed_users', done: unknown[], failed: Failed[]): unknown {
  const lists = { [name]: done, ...(failed.length > 0 && { failed_users: failed }) };
  const body = { messaging_product: 'whatsapp', block_users: lists };
  if (failed.length === 0) return body;
  const { error } = new GraphError(139100, { details: 'Some users could not be blocked.' }).envelope('');
  return new Reply({ ...body, error }, { status: 400 });
}

function readUsers(params: Params, find: (user: Params) => Entry): Entry[] {
  requireProduct(params);
  const users = list(params, 'block_users');
  if (!users?.length) refuse(100, 'The parameter block_users is required.');
  return users.map((user, place) =>
    isObject(user) && (typeof user.user === 'string' || typeof user.user_id === 'string')
      ? find(user)
      : refuse(100, `The parameter block_users[${place}][user] is required.`),
  );
}

function find(
  { directory }: Emulator,
  { people, readPhone }: BlockNeighbours,
  number: BusinessNumber,
  { user, user_id: userId }: Params,
): Entry {
  if (typeof user === 'string') {
    const phone = readPhone(user, number.countryCode);
    return { input: user, ...(phone !== undefined && { phone, wa_id: phone }) };
  }
  const input = String(userId);
  const person = people.byUserId(directory.ownersOf(number).business.id, input);
  return { input, ...(person && { phone: person.id }), user_id: input };
}
