import { defineSubscriber, type Subscriber } from '../../platform/events/index.ts';
import { storeSignIns } from './sign-ins.ts';

/** Keeps the sign-ins of each workspace in a table of their own, where they can be filtered and paged. */
const recordSignIns = defineSubscriber({
  name: 'audit.sign-ins',
  types: ['member.sign_in'],
  run: (tx, events) => storeSignIns(tx, events),
});

export const auditSubscribers: Subscriber[] = [recordSignIns];
