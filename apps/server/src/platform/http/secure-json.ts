import { Refusal } from '../errors/index.ts';

const deepest = 100;

/** JSON.parse that refuses keys which reach an object's prototype, and nesting that no honest caller needs. */
export function parseSecurely(text: string): unknown {
  if (nestedDeeperThan(deepest, text)) {
    throw new Refusal('malformed_json', `The JSON is nested deeper than ${deepest} levels.`);
  }
  const value = parse(text);
  // Escapes can spell any key, so their mere presence asks for the walk too.
  if (/__proto__|constructor|prototype|\\u/.test(text)) refusePoison(value);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Refusal(
      'malformed_json',
      `The body is not valid JSON: ${(error as Error).message.slice(0, 120)}.`,
    );
  }
}

function refusePoison(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
      throw new Refusal('malformed_json', `The JSON holds the key "${key}", which is not accepted.`);
    }
    refusePoison((value as Record<string, unknown>)[key]);
  }
}

/** Counts brackets outside of strings; cheaper than parsing what is then thrown away. */
function nestedDeeperThan(limit: number, text: string): boolean {
  if (text.length <= limit) return false;
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}
