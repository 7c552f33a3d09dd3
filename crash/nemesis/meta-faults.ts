import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from './fault.ts';

const messages = 'POST number/messages';

interface Lie {
  name: string;
  effect: { type: string; [figure: string]: unknown };
  at?: string;
  share?: number;
}

/** Ways in which Meta does not tell the truth about what it took, and late, twice or in another order what it did. */
const lies: Lie[] = [
  { name: 'meta-takes-and-says-nothing', effect: { type: 'lost-reply' }, at: messages },
  { name: 'meta-takes-and-hangs-up', effect: { type: 'reset-after' }, at: messages },
  { name: 'meta-hangs-up', effect: { type: 'reset-before' }, at: messages, share: 0.2 },
  { name: 'meta-fails', effect: { type: 'error', code: 131000, status: 500 }, at: messages, share: 0.2 },
  { name: 'meta-answers-a-page', effect: { type: 'html', status: 502 }, at: messages },
  { name: 'meta-answers-half', effect: { type: 'wrong-length' }, at: messages },
  { name: 'meta-is-slow', effect: { type: 'slow', milliseconds: 2_500 }, at: messages },
  { name: 'meta-is-busy', effect: { type: 'error', code: 130429 }, at: messages },
  { name: 'status-comes-first', effect: { type: 'early-status' } },
  { name: 'status-comes-late', effect: { type: 'late-status', seconds: 5 } },
  { name: 'webhooks-come-twice', effect: { type: 'duplicate', times: 2 }, at: 'messages' },
  { name: 'webhooks-come-backwards', effect: { type: 'reverse' }, at: 'messages' },
];

export const metaFaults: Fault[] = lies.map(({ name, effect, at, share = 0.5 }) => ({
  name,
  leaves: ['told'],
  strike: async ({ meta }, chance) => {
    const order = { effect, share, ...(at !== undefined && { at }) };
    const { id } = await meta.world<Ordered>('POST', '/faults', order);
    await pause(chance.between(3_000, 5_000));
    // Long enough for somebody to send something, also when the number is paused at this moment.
    for (let tries = 0; tries < 100; tries++) {
      const faults = await meta.world<Ordered[]>('GET', '/faults');
      if (faults.some((fault) => fault.id === id && fault.struck > 0)) break;
      await pause(200);
    }
    await meta.world('DELETE', `/faults/${id}`);
  },
}));

interface Ordered {
  id: string;
  struck: number;
}
