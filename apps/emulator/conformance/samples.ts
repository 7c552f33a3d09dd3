import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject } from '../src/world/json.ts';
import { allowances, type Allowance } from './allowances.ts';
import { fits } from './deviations.ts';
import { compareShapes, shapeOf, type Difference } from './shape.ts';
import { referenceFolder } from './spec.ts';

/** Recorded webhook bodies by file and name, as `message/voice`; nothing when they are not there. */
export const loadSamples = (folder = referenceFolder): ReadonlyMap<string, unknown> | undefined =>
  readSamples(folder, (file, content) => findBodies(content, file));

/** Recorded requests that make templates, by name. */
export const loadTemplateRequests = (folder = referenceFolder): ReadonlyMap<string, unknown> | undefined =>
  readSamples(folder, (file, content) =>
    file.startsWith('template-create') && isObject(content) ? Object.entries(content) : [],
  );

function readSamples(
  folder: string,
  take: (file: string, content: unknown) => [string, unknown][],
): ReadonlyMap<string, unknown> | undefined {
  const samples = path.join(folder, 'webhook-samples');
  if (!existsSync(samples)) return undefined;
  const files = readdirSync(samples).filter((file) => file.endsWith('.json'));
  return new Map(
    files.flatMap((file) =>
      take(path.basename(file, '.json'), JSON.parse(readFileSync(path.join(samples, file), 'utf8'))),
    ),
  );
}

/** A file holds bodies under their names; one holds a body that has another beside its entries. */
function findBodies(value: unknown, name: string): [string, unknown][] {
  if (!isObject(value)) return [];
  const { object, entry, ...named } = value;
  const inside = Object.entries(named).flatMap(([key, one]) => findBodies(one, `${name}/${key}`));
  return entry ? [[name, { object, entry }], ...inside] : inside;
}

/** How a body differs from a recorded one of its kind, apart from what may differ. */
export function differences(
  name: string,
  recorded: unknown,
  produced: unknown,
  table: readonly Allowance[] = allowances,
): Difference[] {
  const allowed = ({ at, kind }: Difference) =>
    table.some((one) => fits(one.sample, name) && fits(one.at, at) && one.kind === kind);
  return compareShapes(shapeOf(recorded), shapeOf(produced)).filter((one) => !allowed(one));
}
