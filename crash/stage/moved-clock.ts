import { readFileSync } from 'node:fs';

/**
 * Loaded before the program (`node --import`): what it takes for the time is wrong by the milliseconds that stand in a
 * file, as when somebody sets the clock of its machine. The database's stays right.
 */
const file = process.env['CRASH_CLOCK_FILE'] ?? '';
const Right = Date;
let wrongBy = 0;

function look(): void {
  try {
    wrongBy = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    wrongBy = 0;
  }
}
look();
setInterval(look, 100).unref();

globalThis.Date = new Proxy(Right, {
  construct: (_target, given: unknown[], newTarget) =>
    Reflect.construct(Right, given.length === 0 ? [Right.now() + wrongBy] : given, newTarget) as object,
  apply: () => new Right(Right.now() + wrongBy).toString(),
  get: (target, name, receiver) =>
    name === 'now' ? () => Right.now() + wrongBy : (Reflect.get(target, name, receiver) as unknown),
});
