import type { Rule } from '../rule.ts';

export const numberPaused: Rule = {
  name: 'number_paused',
  sentence: {
    en: 'Sending from the number is paused. It will leave when someone resumes it.',
    hi: 'नंबर से भेजना रोका गया है। किसी के फिर शुरू करने पर संदेश भेजा जाएगा।',
  },
  needs: [],
  applies: ({ number: { paused } }) => paused,
  stops: () => 'true',
  holdsUntil: () => 'null::timestamptz',
};
