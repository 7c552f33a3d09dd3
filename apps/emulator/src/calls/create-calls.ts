import type { Messages } from '../messages/messages.ts';
import type { BusinessNumber } from '../directory/records.ts';
import type { Person } from '../people/person.ts';
import type { CallDesk } from '../phones/neighbours.ts';
import type { JsonObject } from '../world/json.ts';
import { followCalls } from './aftermath.ts';
import { createCallDesk } from './call-desk.ts';
import { Calls } from './calls.ts';
import { callEdges } from './edges.ts';
import { Permissions } from './permissions.ts';
import { type AsksForCalls, Requests } from './requests.ts';

/** Voice calls between numbers and customers, and who may call whom. */
export interface Calling {
  calls: Calls;
  desk: CallDesk;
  /** Refuses messages that ask for permission to call and must not. */
  check: (number: BusinessNumber, content: JsonObject, person?: Person) => void;
}

/** What calls ask of other capabilities. */
interface CallNeighbours {
  asksForCalls: AsksForCalls;
  refusalToSend: Calls['refusalToSend'];
}

export function createCalls(messages: Messages, { asksForCalls, refusalToSend }: CallNeighbours): Calling {
  const permissions = new Permissions(messages.emulator.world);
  const calls = new Calls(messages, permissions, refusalToSend);
  const requests = new Requests(messages, permissions, asksForCalls);
  followCalls(calls);
  messages.emulator.graph.add(callEdges(calls));
  return {
    calls,
    desk: createCallDesk(calls, requests),
    check(number, content, person) {
      if (person) requests.check(number, content, person);
    },
  };
}
