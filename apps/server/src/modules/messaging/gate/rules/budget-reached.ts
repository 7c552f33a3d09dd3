import type { Asked } from '../asked.ts';
import type { Bind } from '../../../../platform/db/index.ts';
import type { Rule, Words } from '../rule.ts';

/** What it costs to whoever lives there, with or without their windows open. A price that nobody knows weighs nothing. */
function price({ at }: Words, bind: Bind, { spending }: Asked): string {
  const prices = bind(JSON.stringify(spending?.prices ?? {}), 'jsonb');
  const windows = `'|' || coalesce(v.window_ends_at > ${at}, false)::int || '|' || coalesce(v.free_entry_ends_at > ${at}, false)::int`;
  return `coalesce(${prices} ->> (c.country || ${windows}), ${prices} ->> ('*' || ${windows}), '0')::bigint`;
}

export const budgetReached: Rule = {
  name: 'budget_reached',
  sentence: {
    en: 'A budget of your workspace is used up.',
    hi: 'आपके वर्कस्पेस का एक बजट समाप्त हो गया है।',
  },
  needs: ['v'],
  applies: ({ spending }) => spending?.left != null,
  stops: (words, bind, asked) => `${price(words, bind, asked)} > 0`,
  weighs: price,
  room: (_words, bind, { spending }) => bind(Math.floor(spending?.left ?? 0), 'bigint'),
};
