import { GraphError } from '../../graph/errors.ts';

type Step = string | number;

/** What a reader throws. The path to the fault is put together on the way out, so that a sound body pays nothing for it. */
class Wrong extends Error {
  readonly code: number;
  readonly path: Step[] = [];
  readonly say: (path: Step[]) => string;

  constructor(code: number, say: (path: Step[]) => string) {
    super();
    this.code = code;
    this.say = say;
  }
}

/** A value that breaks a rule of WhatsApp, with Meta's sentence about it. */
export function wrong(code: number, details: string): never {
  throw new Wrong(code, () => details);
}

/** A value that Graph's own typing refuses: `Param text['body'] must be a string.` */
export function wrongParam(complaint: string): never {
  throw new Wrong(100, (path) => `Param ${written(path)} ${complaint}`);
}

/** The same for a value that is not there; an empty text counts as that too. */
export function missingParam(): never {
  throw new Wrong(100, (path) => `The parameter ${written(path)} is required.`);
}

export function unexpectedKey(): never {
  throw new Wrong(100, (path) => `Unexpected key "${path.at(-1)}" on param "${written(path.slice(0, -1))}".`);
}

/** Puts one more step in front of the path of a fault that passes by. */
export function faultAt(error: unknown, step: Step): unknown {
  if (error instanceof Wrong) error.path.unshift(step);
  return error;
}

/** The fault as Graph tells it. */
export function refusalOf(error: unknown): unknown {
  return error instanceof Wrong ? new GraphError(error.code, { details: error.say(error.path) }) : error;
}

const written = ([first, ...rest]: Step[]): string =>
  `${first}${rest.map((step) => (typeof step === 'number' ? `[${step}]` : `['${step}']`)).join('')}`;
