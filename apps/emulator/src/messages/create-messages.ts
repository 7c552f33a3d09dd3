import type { Emulator } from '../emulator.ts';
import type { People } from '../people/people.ts';
import { messageEdges } from './edges.ts';
import { Messages } from './messages.ts';
import type { Neighbours } from './neighbours.ts';
import { Progress } from './progress.ts';
import { Outgoing } from './outgoing.ts';

/** The messages of the world, what becomes of them, and their edges on numbers. */
export function createMessages(
  emulator: Emulator,
  people: People,
  neighbours: Neighbours,
): { messages: Messages; progress: Progress } {
  const messages = new Messages(emulator, people);
  const progress = new Progress(messages, neighbours);
  emulator.graph.add(messageEdges(messages, new Outgoing(messages, neighbours, progress)));
  return { messages, progress };
}
