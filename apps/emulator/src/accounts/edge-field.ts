import type { Emulator } from '../emulator.ts';
import type { Call } from '../graph/call.ts';
import { type Page, pageOf } from '../graph/cursors.ts';
import type { Field } from '../graph/fields.ts';
import type { Thing } from '../world/collection.ts';

interface Listed {
  kind: string;
  things: Thing[];
  /** The address of the list without version. */
  path: string;
}

/** A page of nodes as an edge answers it. */
export function showPage({ graph: { nodes } }: Emulator, call: Call, { kind, things, path }: Listed) {
  const page = pageOf(things, call, { path });
  return { ...page, data: page.data.map((one) => nodes.show(kind, one, call)) };
}

/** An edge that is read as a field of its node shows the wanted fields of each of its nodes: `phone_numbers{id}`. */
export function showField(
  { graph: { nodes } }: Emulator,
  call: Call,
  { inner, calls }: Field,
  { kind, things, path }: Listed,
): Page<{ id: string }> {
  const page = pageOf(things, { ...call, params: calls, query: {} }, { path });
  const fields = inner.length > 0 ? inner : null;
  return { ...page, data: page.data.map((one) => nodes.show(kind, one, call, fields) as { id: string }) };
}
