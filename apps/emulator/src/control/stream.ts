import type { ServerResponse } from 'node:http';
import type { WorldRoutes } from '../door/world-door.ts';
import type { Messages } from '../messages/messages.ts';
import type { ViewChange } from '../phones/view.ts';
import type { Change } from '../world/collection.ts';

const pause = 40;

/** Tells pages what to read again: at most once in a moment for each phone and chat. */
export function streamRoutes(messages: Messages): WorldRoutes {
  const { world } = messages.emulator;
  const listeners = new Set<ServerResponse>();
  const waiting = new Map<string, ViewChange>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    timer = undefined;
    const text = [...waiting.values()].map((change) => `data: ${JSON.stringify(change)}\n\n`).join('');
    waiting.clear();
    for (const listener of listeners) listener.write(text);
  }

  function announce(change: ViewChange): void {
    waiting.set(`${change.change} ${change.phone} ${change.chat}`, change);
    timer ??= setTimeout(flush, pause).unref();
  }

  // Without listeners nothing is asked of a change: millions may happen.
  world.onChange((change) => {
    if (listeners.size === 0) return;
    for (const seen of seenAs(messages, change)) announce(seen);
  });
  world.onTime(() => announce({ change: 'clock' }));
  return {
    'GET /world/stream'({ request, response }) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      listeners.add(response);
      request.on('close', () => listeners.delete(response));
    },
  };
}

/** What a change of the world is to the phones: which screens it touches. */
function seenAs({ all, chats, people }: Messages, { collection, id, change }: Change): ViewChange[] {
  if (collection === 'people')
    return [{ change: change === null || 'createdAt' in change ? 'phones' : 'phone', phone: id }];
  if (collection === 'app-phones' || collection === 'connections')
    return [{ change: 'phone', phone: `app-${id}` }];
  const group =
    collection === 'groups' ? id : collection === 'group-posts' ? all.get(id)?.groupId : undefined;
  if (group !== undefined) return [{ change: 'phones' }, ...inGroup(people, group)];
  const touched =
    collection === 'messages' ? all.get(id) : collection === 'chats' ? chats.get(id) : undefined;
  if (!touched) return collection === 'numbers' || collection === 'calls' ? [{ change: 'phones' }] : [];
  if ('groupId' in touched && touched.groupId !== undefined) return inGroup(people, touched.groupId);
  const { person, numberId } = touched;
  const owner: ViewChange = { change: 'chat', phone: `app-${numberId}`, chat: person };
  return people.known.has(person) ? [{ change: 'chat', phone: person, chat: numberId }, owner] : [owner];
}

/** Whoever looks at the group sees it; who does not asks for nothing. */
const inGroup = ({ known }: Messages['people'], chat: string): ViewChange[] =>
  [...known.values()].map(({ id }) => ({ change: 'chat', phone: id, chat }));
