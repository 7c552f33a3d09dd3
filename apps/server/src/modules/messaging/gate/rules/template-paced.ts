import { dayIn } from '../../cost/price.ts';
import type { Asked } from '../asked.ts';
import type { Bind } from '../../../../platform/db/index.ts';
import type { Rule } from '../rule.ts';

const allowed = ({ templateId, at, workspaceTimeZone }: Asked, bind: Bind): string =>
  `coalesce((select d.allowed from template_pace_days d where d.workspace_id = $1
    and d.template_id = ${bind(templateId, 'uuid')} and d.day = ${bind(dayIn(workspaceTimeZone, at), 'date')}), 0)`;

/** A template that is new, or that people do not take well, goes to few at first. What waits leaves as there is room. */
export const templatePaced: Rule = {
  name: 'template_paced',
  sentence: {
    en: 'The template may go to only so many people a day until it has proved itself. It will leave when there is room.',
    hi: 'यह टेम्पलेट खरा साबित होने तक एक दिन में गिने-चुने लोगों को ही जा सकता है। जगह होने पर संदेश भेजा जाएगा।',
  },
  needs: [],
  applies: ({ templatePace }) => templatePace !== null,
  stops: () => 'true',
  room: (_words, bind, asked) => `(${bind(asked.templatePace, 'bigint')} - ${allowed(asked, bind)})`,
  detail: (_words, bind, { templatePace }) => `jsonb_build_object('dailyMost', ${bind(templatePace, 'int')})`,
  holdsUntil: (_words, bind, { at }) => `${bind(at, 'timestamptz')} + interval '7 days'`,
};
