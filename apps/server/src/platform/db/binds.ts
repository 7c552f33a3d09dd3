/** Puts a value among a statement's parameters and names its place there. */
export type Bind = (value: unknown, type: string) => string;

export interface Binds {
  bind: Bind;
  values: unknown[];
}

/** The same value is one parameter, so that a rule need not know what others have bound. */
export function createBinds(...first: unknown[]): Binds {
  const values = [...first];
  const places = new Map<string, string>();
  const bind: Bind = (value, type) => {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    values.push(value);
    const place = `$${values.length}::${type}`;
    places.set(key, place);
    return place;
  };
  return { bind, values };
}
