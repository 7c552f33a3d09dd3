import { findNotes } from '../notes/notes.ts';
import type { TimelineKind } from './timeline-kind.ts';

/** A note stands where it was written, as it reads now; that one was deleted stays told. */
export const noteLines: TimelineKind = {
  kind: 'notes',
  types: ['contact.noted'],
  where: `data ->> 'what' <> 'edited'`,
  tell: async (tx, told) => {
    const notes = await findNotes(
      tx,
      told.map(({ data }) => data['noteId'] as string),
    );
    return new Map(
      told.map(({ eventId, data }) => {
        const note = notes.get(data['noteId'] as string);
        const isWriting = data['what'] === 'written';
        if (isWriting && note === undefined) return [eventId, null];
        return [eventId, isWriting ? { body: note!.body, editedAt: note!.editedAt } : {}];
      }),
    );
  },
};
