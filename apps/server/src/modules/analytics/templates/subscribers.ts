import { defineSubscriber, type Subscriber } from '../../../platform/events/index.ts';
import { act } from './act.ts';
import { wantedByTurns } from './judge.ts';
import { keepTurns } from './turns.ts';
import { watchedEvents, watchSends } from './watch-sends.ts';

/** What becomes of messages with templates, for their scorecards. */
const countSends = defineSubscriber({
  name: 'analytics.template-sends',
  types: [...watchedEvents],
  run: (tx, events) => watchSends(tx, events),
});

/** What WhatsApp says of a template is acted upon at once. */
const followTurns = defineSubscriber({
  name: 'analytics.template-turns',
  types: ['template.changed'],
  run: async (tx, events) => {
    await keepTurns(tx, events);
    await act(tx, await wantedByTurns(tx));
  },
});

export const templateScorecardSubscribers: Subscriber[] = [countSends, followTurns];
