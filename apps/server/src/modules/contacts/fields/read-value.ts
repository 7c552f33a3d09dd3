import type { FieldValue } from '@trikon/contract';

/** A value in the form in which it is kept, or why the text is none. */
export type ReadValue = { value: FieldValue } | Unreadable;

export interface Unreadable {
  /** A stable word. */
  problem: string;
  sentence: string;
}

export const refused = (problem: string, sentence: string): Unreadable => ({ problem, sentence });
