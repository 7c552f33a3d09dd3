/** A thing in the world: plain JSON that is replaced when it changes and never altered, so that a snapshot may hold on to it. */
export interface Thing {
  id: string;
}

export interface Change<T extends Thing = Thing> {
  collection: string;
  id: string;
  /** The whole thing when it is new, what differs when it changed, null when it is gone. */
  change: T | Partial<T> | null;
  isNew: boolean;
}

export interface CollectionOptions {
  /** Properties that the journal must not show, such as secrets. */
  hidden?: readonly string[];
}

export type Listener = (change: Change) => void;

export interface Index<T> {
  get(key: string): T | undefined;
  all(key: string): T[];
}

interface LiveIndex<T extends Thing> {
  keyOf(thing: T): string | undefined;
  places: Map<string, Place>;
}

/** The things that have a key, and which of them got it last; unknown after that one has gone. */
interface Place {
  ids: Set<string>;
  newest: string | undefined;
}

/** All things of one kind, by their id and by whatever else they are looked up by. */
export class Collection<T extends Thing> {
  readonly name: string;
  readonly #announce: Listener;
  readonly #indexes: LiveIndex<T>[] = [];
  #things = new Map<string, T>();

  constructor(name: string, announce: Listener) {
    this.name = name;
    this.#announce = announce;
  }

  get size(): number {
    return this.#things.size;
  }

  get(id: string): T | undefined {
    return this.#things.get(id);
  }

  has(id: string): boolean {
    return this.#things.has(id);
  }

  values(): MapIterator<T> {
    return this.#things.values();
  }

  /** The first that fits, in the order in which they came to be. */
  find(fits: (thing: T) => boolean): T | undefined {
    for (const thing of this.#things.values()) if (fits(thing)) return thing;
    return undefined;
  }

  filter(fits: (thing: T) => boolean): T[] {
    const found: T[] = [];
    for (const thing of this.#things.values()) if (fits(thing)) found.push(thing);
    return found;
  }

  put(thing: T): T {
    const isNew = !this.#things.has(thing.id);
    this.#replace(thing.id, thing);
    this.#announce({ collection: this.name, id: thing.id, change: thing, isNew });
    return thing;
  }

  change(id: string, patch: Partial<T>): T {
    const old = this.#things.get(id);
    if (!old) throw new Error(`There is no ${id} in ${this.name}.`);
    const thing = { ...old, ...patch, id };
    this.#replace(id, thing);
    this.#announce({ collection: this.name, id, change: patch, isNew: false });
    return thing;
  }

  delete(id: string): void {
    if (!this.#things.has(id)) return;
    this.#replace(id, undefined);
    this.#announce({ collection: this.name, id, change: null, isNew: false });
  }

  /** Forgets without a word: for what is only dropped from memory, not from the world. */
  forget(id: string): void {
    this.#replace(id, undefined);
  }

  /** A way to look things up; a thing without a key is left out. Of several, `get` gives the one that got the key last. */
  index(keyOf: (thing: T) => string | undefined): Index<T> {
    const index: LiveIndex<T> = { keyOf, places: new Map() };
    this.#indexes.push(index);
    for (const thing of this.#things.values()) add(index, thing);
    const thingsOf = (key: string): T[] =>
      [...(index.places.get(key)?.ids ?? [])].flatMap((id) => this.#things.get(id) ?? []);
    return { get: (key) => this.#newest(index.places.get(key)), all: thingsOf };
  }

  save(): T[] {
    return [...this.#things.values()];
  }

  restore(things: Iterable<T>): void {
    this.#things = new Map();
    for (const index of this.#indexes) index.places.clear();
    for (const thing of things) this.#replace(thing.id, thing);
  }

  #newest(place: Place | undefined): T | undefined {
    if (!place) return undefined;
    if (place.newest === undefined) for (const id of place.ids) place.newest = id;
    return place.newest === undefined ? undefined : this.#things.get(place.newest);
  }

  #replace(id: string, thing: T | undefined): void {
    const old = this.#things.get(id);
    for (const index of this.#indexes) reindex(index, old, thing);
    if (thing) this.#things.set(id, thing);
    else this.#things.delete(id);
  }
}

function reindex<T extends Thing>(index: LiveIndex<T>, old: T | undefined, thing: T | undefined): void {
  const before = old && index.keyOf(old);
  const after = thing && index.keyOf(thing);
  if (before === after) return;
  if (old && before !== undefined) remove(index, before, old.id);
  if (thing) add(index, thing);
}

function add<T extends Thing>(index: LiveIndex<T>, thing: T): void {
  const key = index.keyOf(thing);
  if (key === undefined) return;
  const place = index.places.get(key);
  if (place) {
    place.ids.add(thing.id);
    place.newest = thing.id;
  } else index.places.set(key, { ids: new Set([thing.id]), newest: thing.id });
}

function remove<T extends Thing>(index: LiveIndex<T>, key: string, id: string): void {
  const place = index.places.get(key);
  place?.ids.delete(id);
  if (place?.ids.size === 0) index.places.delete(key);
  else if (place?.newest === id) place.newest = undefined;
}
