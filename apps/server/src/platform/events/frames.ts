import { shownEvent, type LoggedEvent } from './logged-event.ts';
import { cursorOf, type Position } from './position.ts';

/** Text of the stream, as https://html.spec.whatwg.org/multipage/server-sent-events.html has it. */

const madeFrames = new WeakMap<LoggedEvent, string>();

/** One event. Made once, however many browsers it goes to. */
export function eventFrame(log: string, event: LoggedEvent): string {
  let frame = madeFrames.get(event);
  if (frame === undefined) {
    // JSON has no line breaks of its own, so one data line holds it.
    frame = `id: ${cursorOf(log, event.position)}\ndata: ${JSON.stringify(shownEvent(event))}\n\n`;
    madeFrames.set(event, frame);
  }
  return frame;
}

/** Moves the client's place along without an event, so that coming back does not search what was not for it. */
export const placeFrame = (log: string, position: Position): string =>
  `id: ${cursorOf(log, position)}\n: here\n\n`;

export const openingFrame = (log: string, position: Position): string =>
  `retry: 2000\nid: ${cursorOf(log, position)}\n: open\n\n`;

/** The client's place is in a log that is gone: what it holds may be wrong, and it goes on from here. */
export const resetFrame = (log: string, position: Position): string =>
  `event: reset\nid: ${cursorOf(log, position)}\ndata: {"reason":"other_log"}\n\n`;

export const beatFrame = ': beat\n\n';
