export type Values = Record<string, unknown>;
export type Problems<V> = { readonly [name in keyof V & string]?: string | undefined };

/** What a refused save may carry: problems by field name (from the server), and one for the form as a whole. */
export interface Refusal {
  problems: Record<string, string>;
  message?: string | undefined;
}

/** Same-named problems of a check, kept only for fields the person has already left, so nobody is scolded while typing. */
export function shownProblems<V extends Values>(
  found: Problems<V>,
  refused: Record<string, string>,
  left: ReadonlySet<string>,
): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, problem] of Object.entries(found)) {
    if (typeof problem === 'string' && left.has(name)) shown[name] = problem;
  }
  return { ...shown, ...refused };
}

export function hasProblems(problems: Problems<Values>): boolean {
  return Object.values(problems).some((problem) => problem !== undefined);
}

/** Server problems name fields the form may not show; those must not vanish, so they join the form's own message. */
export function splitRefusal(refusal: Refusal, fields: readonly string[]): Refusal {
  const own = Object.entries(refusal.problems).filter(([name]) => fields.includes(name));
  const foreign = Object.entries(refusal.problems).filter(([name]) => !fields.includes(name));
  const message = [refusal.message, ...foreign.map(([name, problem]) => `${name}: ${problem}`)]
    .filter(Boolean)
    .join(' ');
  return { problems: Object.fromEntries(own), message: message === '' ? undefined : message };
}
