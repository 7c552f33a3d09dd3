import type { Rule } from '../rule.ts';

/** What was paused because of the template waits there, and is asked again as it leaves. */
export const templateHeld: Rule = {
  name: 'template_held',
  sentence: {
    en: 'Your workspace has paused this template. Its scorecard says why.',
    hi: 'आपके वर्कस्पेस ने यह टेम्पलेट रोक रखा है। कारण इसके स्कोरकार्ड में है।',
  },
  needs: [],
  applies: ({ templateHeld: isHeld, sourcePaused }) => isHeld && !sourcePaused,
  stops: () => 'true',
  again: {
    applies: 'o.template_id is not null',
    stops: () =>
      `exists (select from template_controls k where k.workspace_id = o.workspace_id and k.template_id = o.template_id
        and k.held_at is not null)`,
  },
};
