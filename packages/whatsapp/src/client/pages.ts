import { isObject, type JsonObject, textIn } from '../json/lossless-json.ts';
import type { CallLimits, Graph, GraphCall } from './graph.ts';

/**
 * The items of a list, page after page, as far as the caller reads. The next page is asked for by its cursor and not by
 * Meta's ready-made link, which holds the token and could lead anywhere. A cursor that is damaged or too old ends in
 * 131059: then the list is read from its beginning.
 */
export async function* readPages<Item>(
  graph: Graph,
  call: GraphCall,
  limits?: CallLimits,
): AsyncGenerator<Item, void> {
  let after: string | undefined;
  do {
    const body = await graph.call({ ...call, query: { ...call.query, after } }, limits);
    if (Array.isArray(body.data)) yield* body.data as Item[];
    const next = cursorOf(body);
    // A server that repeats its cursor would be read for ever.
    after = next === after ? undefined : next;
  } while (after !== undefined);
}

/** Absent on the last page, which has cursors and no link to a next one. */
function cursorOf({ paging }: JsonObject): string | undefined {
  if (!isObject(paging) || textIn(paging, 'next') === undefined) return undefined;
  return textIn(paging.cursors, 'after');
}
