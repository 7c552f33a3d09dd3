import type { FlowStatus } from '@trikon/whatsapp';
import type { Emulator } from '../../emulator.ts';
import { minute } from '../../accounts/times.ts';
import type { EndpointCalls } from '../endpoint-calls.ts';
import { factsOf } from '../flow-facts.ts';
import { changeStatus, tellFlowEvent } from '../flow-status.ts';
import type { Flow, FlowSettings, FlowStore } from '../flow.ts';
import { isAlive } from '../manage/publish.ts';
import { fetchKeyOf } from '../public-key.ts';
import { measure, type Measure } from './alerts.ts';
import { warnOfFreeze } from './freeze.ts';
import type { Minutes } from './minutes.ts';

export interface Monitor {
  /** Looks at a Flow's measures: raises and ends alerts, and moves the Flow between its states. */
  look(flowId: string): void;
}

interface Parts {
  store: FlowStore;
  calls: EndpointCalls;
  minutes: Minutes;
}

const watched: ReadonlySet<FlowStatus> = new Set(['PUBLISHED', 'THROTTLED', 'BLOCKED']);

/**
 * Watches the endpoints of published Flows: by their traffic, and by asking them now and then (Meta, "Flow Health and
 * Monitoring"). At which levels Meta throttles is not published: here it is the worst thresholds, for long enough.
 */
export function createMonitor(emulator: Emulator, parts: Parts): Monitor {
  const { world } = emulator;
  const { store, minutes } = parts;
  const { settings } = store;
  const underway = new Set<Promise<void>>();
  const look = (flowId: string): void => lookAt(emulator, parts, flowId);
  const ping = async (flow: Flow): Promise<void> => {
    const alive = await askWhetherAlive(emulator, parts, flow);
    if (!store.flows.has(flow.id)) return;
    minutes.recordPing(flow.id, alive);
    look(flow.id);
  };
  const watch = (flow: Flow): void => {
    const done = ping(flow).finally(() => underway.delete(done));
    underway.add(done);
  };
  const next = (): void => {
    const wait = Math.max(1, settings.value.pingMinutes || 5) * minute;
    world.tasks.schedule({ kind: 'flows.ping', at: world.clock.now() + wait, payload: {} });
  };
  world.tasks.on('flows.ping', () => {
    warnOfFreeze(emulator, store, settings.value);
    for (const flow of store.flows.values()) {
      if (!watched.has(flow.status) || factsOf(store.publishedOf(flow)).dataApiVersion === undefined)
        continue;
      if (settings.value.pingMinutes > 0) watch(flow);
      else look(flow.id);
    }
    next();
  });
  next();
  world.settleBefore(async () => {
    await Promise.all(underway);
  });
  return { look };
}

async function askWhetherAlive(
  { directory }: Emulator,
  { store, calls }: Parts,
  flow: Flow,
): Promise<boolean> {
  const number = directory.numbersOf(flow.wabaId).find((one) => 'pem' in fetchKeyOf(one));
  return isAlive(await calls.ping({ flow, version: store.publishedOf(flow), numberId: number?.id ?? '' }));
}

function lookAt(emulator: Emulator, { store, minutes }: Parts, flowId: string): void {
  const { settings } = store;
  const flow = store.flows.get(flowId);
  if (!flow || !watched.has(flow.status)) return;
  const { leastRequests } = settings.value;
  const measures = measure(minutes, flowId, { now: emulator.world.clock.now(), leastRequests });
  for (const one of measures) tellAlert(emulator, flow, one);
  const alerts = Object.fromEntries(
    measures.filter(({ threshold }) => threshold > 0).map(({ name, threshold }) => [name, threshold]),
  );
  if (JSON.stringify(alerts) !== JSON.stringify(flow.alerts)) store.flows.change(flowId, { alerts });
  moveOn(
    emulator,
    store,
    flowId,
    measures.some(({ isWorst }) => isWorst),
    settings.value,
  );
}

/** A higher threshold is told anew; of a lower one only that the higher ended. */
function tellAlert(emulator: Emulator, flow: Flow, measured: Measure): void {
  const { name, threshold } = measured;
  const before = flow.alerts[name] ?? 0;
  if (threshold === before) return;
  const event =
    threshold > before
      ? measured.tell(flow, threshold, 'ACTIVATED')
      : measured.tell(flow, before, 'DEACTIVATED');
  tellFlowEvent(emulator, flow, event);
}

/** "First to Throttled, and only if metrics deteriorate further to Blocked"; back by the same steps. */
function moveOn(
  emulator: Emulator,
  store: FlowStore,
  flowId: string,
  isUnwell: boolean,
  settings: FlowSettings,
): void {
  const flow = store.flows.get(flowId);
  if (!flow) return;
  const now = emulator.world.clock.now();
  const since = isUnwell ? flow.unwellSince : flow.wellSince;
  if (since === undefined) {
    store.flows.change(
      flowId,
      isUnwell ? { unwellSince: now, wellSince: undefined } : { wellSince: now, unwellSince: undefined },
    );
    return;
  }
  const patience = (isUnwell ? settings.patienceMinutes : settings.recoveryMinutes) * minute;
  const status = now - since >= patience ? (isUnwell ? worse : better)[flow.status] : undefined;
  if (status === undefined) return;
  changeStatus(emulator, store, flow, status, isUnwell ? { unwellSince: now } : { wellSince: now });
}

const worse: Partial<Record<FlowStatus, FlowStatus>> = { PUBLISHED: 'THROTTLED', THROTTLED: 'BLOCKED' };
const better: Partial<Record<FlowStatus, FlowStatus>> = { BLOCKED: 'THROTTLED', THROTTLED: 'PUBLISHED' };
