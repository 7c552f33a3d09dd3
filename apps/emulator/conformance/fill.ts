import { isObject } from '../src/world/json.ts';
import { idOfPlaceholder, type Ids } from './examples/example.ts';

/** Puts ids where `{name}` stands in any text of a value, and notes the names that nobody knows. */
export function fill<Value>(value: Value, ids: Ids, missing: Set<string>): Value {
  if (typeof value === 'string') return fillText(value, ids, missing) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => fill(one, ids, missing)) as Value;
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, fill(one, ids, missing)]),
  ) as Value;
}

/** A whole address in place of an id takes the place of the path. */
export function fillPath(path: string, ids: Ids, missing: Set<string>): string {
  const named = path.replace(/\{([\w-]+)\}/g, (placeholder, name: string) =>
    name in idOfPlaceholder ? `{${idOfPlaceholder[name as keyof typeof idOfPlaceholder]}}` : placeholder,
  );
  return fillText(named, ids, missing).replace(/^\/(?=https?:)/, '');
}

// Not every brace is a placeholder: templates have {{1}}, Flows ${form.day}.
const placeholder = /(?<![{$])\{([a-zA-Z]+)\}(?!\})/g;

function fillText(text: string, ids: Ids, missing: Set<string>): string {
  return text.replace(placeholder, (whole, name: string) => {
    const id = ids[name as keyof Ids];
    if (id === undefined) missing.add(name);
    return id ?? whole;
  });
}

/** `messages.0.id` */
export function readAt(value: unknown, at: string): unknown {
  return at
    .split('.')
    .reduce<unknown>(
      (one, step) => (Array.isArray(one) ? one[Number(step)] : isObject(one) ? one[step] : undefined),
      value,
    );
}
