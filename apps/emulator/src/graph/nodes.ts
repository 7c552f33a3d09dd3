import type { Collection, Thing } from '../world/collection.ts';
import { isObject } from '../world/json.ts';
import type { Call } from './call.ts';
import { refuse } from './errors.ts';
import type { Field } from './fields.ts';

/** Reads one field of a node; the calls on it (`.start(1)`) and what is wanted inside come along. */
export type ReadField<Node> = (node: Node, field: Field, call: Call) => unknown;

export interface NodeKind<Node extends Thing> {
  /** The word in the keys of edges. */
  kind: string;
  /** Meta's name of the type, which stands in its errors. */
  type: string;
  collection: Collection<Node>;
  /** The account, portfolio or app whose token may touch it. */
  owner(node: Node): { wabaId?: string; businessId?: string; appId?: string };
  defaults: readonly string[];
  fields: Record<string, ReadField<Node>>;
}

type AnyKind = NodeKind<Thing>;

/** The kinds of objects that Graph knows by an id, and what can be read of each. */
export class Nodes {
  readonly #kinds = new Map<string, AnyKind>();

  get names(): string[] {
    return [...this.#kinds.keys()];
  }

  define<Node extends Thing>(kind: NodeKind<Node>): void {
    if (this.#kinds.has(kind.kind)) throw new Error(`The node ${kind.kind} is defined twice.`);
    this.#kinds.set(kind.kind, kind as unknown as AnyKind);
  }

  /** For a capability that adds what can be read of another's nodes, such as analytics of an account. */
  addFields<Node extends Thing>(kind: string, fields: Record<string, ReadField<Node>>): void {
    Object.assign(this.#kind(kind).fields, fields);
  }

  find(id: string): { node: Thing; kind: AnyKind } | null {
    for (const kind of this.#kinds.values()) {
      const node = kind.collection.get(id);
      if (node) return { node, kind };
    }
    return null;
  }

  /** The node as Graph shows it: its id, and the wanted fields or the usual ones. Fields without a value are left out. */
  show(
    kindName: string,
    node: Thing,
    call: Call,
    fields: Field[] | null = call.fields,
  ): Record<string, unknown> {
    const kind = this.#kind(kindName);
    const wanted = fields ?? kind.defaults.map((name) => ({ name, calls: {}, inner: [] }));
    const shown: Record<string, unknown> = {};
    for (const field of wanted) {
      const value = field.name === 'id' ? node.id : this.#read(kind, node, field, call);
      if (value !== undefined) shown[field.name] = narrow(value, field.inner);
    }
    shown.id ??= node.id;
    return shown;
  }

  #read(kind: AnyKind, node: Thing, field: Field, call: Call): unknown {
    // A field may be asked for by any name, also by one that every object has, such as constructor.
    const read = Object.hasOwn(kind.fields, field.name) ? kind.fields[field.name] : undefined;
    if (!read) refuse(100, `Tried accessing nonexistent field (${field.name}) on node type (${kind.type})`);
    return read(node, field, call);
  }

  #kind(name: string): AnyKind {
    const kind = this.#kinds.get(name);
    if (!kind) throw new Error(`Nobody defines the node ${name}.`);
    return kind;
  }
}

/** Leaves of a value what is wanted inside of it: `webhook_configuration{application}`; of a list, of each in it. */
function narrow(value: unknown, inner: Field[]): unknown {
  if (inner.length === 0) return value;
  if (Array.isArray(value)) return value.map((one) => narrow(one, inner));
  if (!isObject(value)) return value;
  if (Array.isArray(value.data) && inner.every(({ name }) => name !== 'data'))
    return { ...value, data: narrow(value.data, [...inner, { name: 'id', calls: {}, inner: [] }]) };
  const wanted = inner.filter(({ name }) => Object.hasOwn(value, name));
  return Object.fromEntries(wanted.map((field) => [field.name, narrow(value[field.name], field.inner)]));
}
