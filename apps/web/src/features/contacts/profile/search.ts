import { isId } from '../../../data/address-id.ts';
import type { LineKind } from './queries.ts';

/** What the timeline can be narrowed to; written out, since the contract would bring all its schemas onto every page. */
export const lineKinds = [
  'messages',
  'notes',
  'consent',
  'details',
  'identity',
  'blocks',
] as const satisfies LineKind[];

export interface ContactSearch {
  timeline?: LineKind;
  /** Another contact, to be merged into this one: the preview is open; `choose` opens the search for one. */
  merge?: string;
}

export function readContactSearch(given: Record<string, unknown>): ContactSearch {
  const timeline = lineKinds.find((kind) => kind === given['timeline']);
  const { merge } = given;
  return {
    ...(timeline ? { timeline } : {}),
    ...(merge === 'choose' || isId(merge) ? { merge } : {}),
  };
}
