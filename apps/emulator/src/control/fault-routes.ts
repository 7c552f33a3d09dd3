import { webhookFields } from '../accounts/apps/webhook-fields.ts';
import { amount, count, optional, readBody, type Reader, share, text } from '../door/reading.ts';
import { WorldRefusal, type WorldRoutes } from '../door/world-door.ts';
import type { Emulator } from '../emulator.ts';
import { type Effect, type Fault, effectKinds, type Point } from '../faults/faults.ts';
import { isKnownCode } from '../graph/errors.ts';
import { isObject } from '../world/json.ts';
import { find } from './find.ts';

/** What is to go wrong: ordered, listed, called off. */
export function faultRoutes({ world, faults, directory, graph }: Emulator): WorldRoutes {
  return {
    'GET /world/faults': () => [...faults.rules.values()],
    'POST /world/faults'({ body }) {
      const given = readBody(body, {
        effect: readEffect,
        share: optional(share),
        number: optional(text),
        at: optional(text),
        after: optional(amount()),
        seconds: optional(amount()),
        times: optional(count(1)),
      });
      const { effect, number, at, after = 0, seconds, times } = given;
      const from = world.clock.now() + after * 1000;
      if (at !== undefined) refusePlace(effect, at, graph.edges);
      const fault: Fault = {
        id: world.ids.next(),
        effect,
        share: given.share ?? 1,
        from,
        struck: 0,
        ...(number !== undefined && { numberId: find(directory.numbers, 'number', number).id }),
        ...(at !== undefined && { at }),
        ...(seconds !== undefined && { until: from + seconds * 1000 }),
        ...(times !== undefined && { left: times }),
      };
      return faults.rules.put(fault);
    },
    'DELETE /world/faults'() {
      for (const { id } of faults.rules.values()) faults.rules.delete(id);
      return {};
    },
    'DELETE /world/faults/:fault'({ params }) {
      faults.rules.delete(find(faults.rules, 'fault', params.fault).id);
      return {};
    },
  };
}

/** Requests go wrong at edges, webhooks at fields, messages everywhere. */
function refusePlace({ type }: Effect, at: string, edges: string[]): void {
  const { point } = effectKinds[type];
  const known: Record<Point, readonly string[]> = { request: edges, webhook: webhookFields, message: [] };
  if (known[point].includes(at)) return;
  const wanted = {
    request: 'an edge of GET /world/edges, such as POST number/messages',
    webhook: 'a webhook field, such as messages',
    message: 'left out for effects on messages',
  };
  throw new WorldRefusal(`at must be ${wanted[point]}.`);
}

const code: Reader<number> = (value, name) => {
  if (typeof value === 'number' && isKnownCode(value)) return value;
  throw new WorldRefusal(`${name} must be a documented error code; ${JSON.stringify(value)} is none.`);
};

const figures: Record<string, Reader<number>> = {
  code,
  milliseconds: amount(0, 600_000),
  seconds: amount(0, 30 * 86_400),
  times: count(1, 100),
  status: count(200, 599),
};

const readEffect: Reader<Effect> = (value, name) => {
  const given = isObject(value) ? value : {};
  const type = (typeof given.type === 'string' ? given.type : '') as Effect['type'];
  if (!Object.hasOwn(effectKinds, type))
    throw new WorldRefusal(`${name}.type must be one of ${Object.keys(effectKinds).join(', ')}.`);
  const { needs } = effectKinds[type];
  const may: Record<string, Reader<unknown>> = { type: text };
  for (const figure of needs) may[figure] = figures[figure] ?? amount();
  if (needs.includes('code')) may.details = optional(text);
  if (type === 'error') may.status = optional(count(400, 599));
  for (const [field, read] of Object.entries(may)) read(given[field], `${name}.${field}`);
  const odd = Object.keys(given).find((field) => !Object.hasOwn(may, field));
  if (odd !== undefined)
    throw new WorldRefusal(`There is no field ${name}.${odd}; ${type} takes ${Object.keys(may).join(', ')}.`);
  return given as unknown as Effect;
};
