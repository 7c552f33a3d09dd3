import type { Effect } from '../faults/faults.ts';
import type { World } from '../world/world.ts';

/** What the journal tells of a request. */
export interface Visit {
  trace: string;
  method: string;
  path: string;
  /** One line of JSON, or nothing. */
  body: string;
  edge?: string;
  effects: Effect[];
}

/** Writes a request and its answer down. The path has lost its query, and neither text keeps what opens a door. */
export function record(
  world: World,
  visit: Visit,
  { status, answer }: { status: number; answer: string },
): void {
  const { trace, method, path, body, edge, effects } = visit;
  const asked = body === '' ? '' : `,"body":${hideSecrets(body)}`;
  const struck = effects.length > 0 ? `,"faults":${JSON.stringify(effects.map(({ type }) => type))}` : '';
  world.journal.writeText(
    'request',
    world.clock.now(),
    `"trace":"${trace}","method":"${method}","path":${JSON.stringify(path)},"edge":${JSON.stringify(edge ?? null)}${asked},"status":${status},"answer":${hideSecrets(answer)}${struck}`,
  );
}

/** A request that got no answer, by order or because the caller went away. */
export function recordCut(world: World, { trace, method, path, edge, effects }: Visit): void {
  const faults = effects.map(({ type }) => type);
  world.journal.write('request', world.clock.now(), { trace, method, path, edge, status: 0, faults });
}

const names =
  'access_token|appsecret_proof|input_token|fb_exchange_token|client_secret|app_secret|verify_token|pin|cert|private_key';

const mayHoldSecret = new RegExp(names);

/** The value of a property of that name, also in a text inside of the text, or of a parameter of an address in it. */
const secrets = new RegExp(
  String.raw`(\\*"(?:${names})\\*"\s*:\s*)(?:(\\*")(?:(?!\2)(?:\\.|.))*\2|-?\d[\d.eE+-]*)|(?<![a-z_])((?:${names})=)[^&\s"\\]+`,
  'g',
);

export function hideSecrets(text: string): string {
  if (!mayHoldSecret.test(text)) return text;
  return text.replaceAll(secrets, (_, name: string | undefined, mark = '"', parameter = '') =>
    name === undefined ? `${parameter}(hidden)` : `${name}${mark}(hidden)${mark}`,
  );
}
