/** Deeper than anything Graph takes, and not so deep that writing it down would fail. */
const deepest = 200;

/** Query and forms carry nested values as JSON text, or in their names, as PHP writes them: `text[body]=…`, `fields[]=…`. */
export function paramsOf(search: Iterable<[string, string]>): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  const branches: Branch = new Map();
  for (const [name, value] of search) {
    const steps = stepsOf(name);
    if (steps.length > 1) grow(branches, steps, unfold(value));
    else put(params, name, unfold(value));
  }
  for (const [name, branch] of branches) put(params, name, grown(branch));
  return params;
}

type Branch = Map<string, Branch | { value: unknown }>;

const mostSteps = 20;

/** A name whose brackets do not fit is one step like any other. */
function stepsOf(name: string): string[] {
  if (!name.endsWith(']')) return [name];
  const [, first, inner = ''] = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name) ?? [];
  const steps = inner.slice(1, -1).split('][');
  return first === undefined || steps.length >= mostSteps ? [name] : [first, ...steps];
}

/** An empty step is the next place of a list. */
function grow(branches: Branch, steps: string[], value: unknown): void {
  let branch = branches;
  for (const [at, step] of steps.entries()) {
    const key = step === '' ? String(branch.size) : step;
    const before = branch.get(key);
    const next: Branch | { value: unknown } =
      at === steps.length - 1 ? { value } : before instanceof Map ? before : new Map();
    branch.set(key, next);
    if (next instanceof Map) branch = next;
  }
}

/** What was filled place after place is a list. */
function grown(branch: Branch | { value: unknown }): unknown {
  if (!(branch instanceof Map)) return branch.value;
  const isList = [...branch.keys()].every((key, at) => key === String(at));
  if (isList) return [...branch.values()].map(grown);
  const object: Record<string, unknown> = {};
  for (const [key, inner] of branch) put(object, key, grown(inner));
  return object;
}

/** A name like __proto__ is a name like any other. */
function put(object: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

function unfold(value: string): unknown {
  if (!/^\s*[[{]/.test(value) || isTooDeep(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Counts brackets outside of strings. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) inString = !inString;
    else if (code === backslash) at += 1;
    else if (inString) continue;
    else if (code === openBracket || code === openBrace) depth += 1;
    else if (code === openBracket + 2 || code === openBrace + 2) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

const [quote, backslash, openBracket, openBrace] = [0x22, 0x5c, 0x5b, 0x7b];
