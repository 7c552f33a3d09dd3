import type { TimelineKind } from '../contacts/index.ts';

/** What they agreed to and took back, as a contact's timeline tells it. */
export const consentLines: TimelineKind = {
  kind: 'consent',
  types: [
    'consent.granted',
    'consent.withdrawn',
    'consent.stopped',
    'consent.resumed',
    'consent.frozen',
    'consent.released',
  ],
};
