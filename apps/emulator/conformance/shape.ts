import { isObject } from '../src/world/json.ts';

/** The JSON types that stand at each place of a body, with `[]` for every place of a list. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

export interface Difference {
  at: string;
  kind: 'missing' | 'extra' | 'type';
  what: string;
}

export function shapeOf(body: unknown): Shape {
  const shape = new Map<string, Set<string>>();
  const visit = (value: unknown, at: string): void => {
    shape.set(at, (shape.get(at) ?? new Set<string>()).add(typeOf(value)));
    if (Array.isArray(value)) for (const one of value) visit(one, `${at}/[]`);
    else if (isObject(value)) for (const [key, one] of Object.entries(value)) visit(one, `${at}/${key}`);
  };
  visit(body, '');
  return shape;
}

/** What is inside something missing or extra is not told again. */
export function compareShapes(expected: Shape, found: Shape): Difference[] {
  const missing = outermost(expected, found).map((at): Difference => ({
    at,
    kind: 'missing',
    what: 'is not there',
  }));
  const extra = outermost(found, expected).map((at): Difference => ({
    at,
    kind: 'extra',
    what: 'is not in the sample',
  }));
  const types = [...found].flatMap(([at, own]): Difference[] => {
    const wanted = expected.get(at);
    if (!wanted || [...own].every((type) => wanted.has(type))) return [];
    return [{ at, kind: 'type', what: `is ${[...own].join(' or ')}, not ${[...wanted].join(' or ')}` }];
  });
  return [...missing, ...extra, ...types];
}

const outermost = (one: Shape, other: Shape): string[] =>
  [...one.keys()].filter((at) => !other.has(at) && other.has(at.slice(0, at.lastIndexOf('/'))));

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
