import { invalidField } from '../errors/index.ts';

/**
 * A place in the log: everything up to and including it has been read. Events are ordered by the transaction that
 * appended them, then by their sequence number within it. Both fit a number: at ten thousand transactions a second
 * the 53 bits last for 28,000 years.
 */
export interface Position {
  tx: number;
  seq: number;
}

export const beginning: Position = { tx: 0, seq: 0 };

/** The place below a transaction: all that earlier ones appended, nothing of this one. */
export const below = (tx: number): Position => ({ tx, seq: 0 });

export function comparePositions(a: Position, b: Position): number {
  return a.tx - b.tx || a.seq - b.seq;
}

export const later = (a: Position, b: Position): Position => (comparePositions(a, b) >= 0 ? a : b);

/** The text that clients hold on to: `<log>.<tx>.<seq>`. A restored database starts another log. */
export function cursorOf(log: string, { tx, seq }: Position): string {
  return `${log}.${tx}.${seq}`;
}

const cursorPattern = /^([0-9a-z]{1,32})\.([0-9]{1,16})\.([0-9]{1,16})$/;

export type ReadCursor =
  | { kind: 'position'; position: Position }
  | { kind: 'other-log' }
  | { kind: 'unreadable' };

export function readCursor(log: string, text: string): ReadCursor {
  const [, name, tx, seq] = cursorPattern.exec(text) ?? [];
  const position = { tx: Number(tx), seq: Number(seq) };
  if (!Number.isSafeInteger(position.tx) || !Number.isSafeInteger(position.seq))
    return { kind: 'unreadable' };
  return name === log ? { kind: 'position', position } : { kind: 'other-log' };
}

/** Reads a cursor of the input field `cursor`, or refuses it with what to do instead. */
export function parseCursor(log: string, text: string): Position {
  const read = readCursor(log, text);
  if (read.kind === 'position') return read.position;
  if (read.kind === 'unreadable') {
    throw invalidField(
      'cursor',
      'invalid_cursor',
      'Give back a cursor as an earlier answer held it, or none to start over.',
    );
  }
  throw otherLog();
}

export const otherLog = (): Error =>
  invalidField(
    'cursor',
    'other_log',
    'This cursor belongs to a history that is no longer here, as after a restore. Start over without a cursor.',
  );
