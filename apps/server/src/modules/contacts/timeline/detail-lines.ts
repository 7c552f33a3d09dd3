import type { TimelineKind } from './timeline-kind.ts';

/** What people noted of them, by the names of what changed. */
export const detailLines: TimelineKind = {
  kind: 'details',
  types: ['contact.created', 'contact.updated'],
};
