import { day } from '../../accounts/times.ts';
import type { Emulator } from '../../emulator.ts';
import { factsOf } from '../flow-facts.ts';
import { tellFlowEvent } from '../flow-status.ts';
import type { Flow, FlowSettings, FlowStore } from '../flow.ts';

/** "Your current Flow version will freeze in 21 days." */
const noticeDays = 21;

type Settings = Pick<FlowSettings, 'freezingVersion' | 'freezesAt'>;

export const isFrozen = (
  jsonVersion: string,
  { freezingVersion, freezesAt }: Settings,
  now: number,
): boolean => jsonVersion === freezingVersion && now >= freezesAt;

/** What a Flow of a version that soon freezes is told (Meta, "Flows webhooks"). */
export function freezeWarning(
  jsonVersion: string | undefined,
  { freezingVersion, freezesAt }: Settings,
  now: number,
): string | undefined {
  const days = Math.ceil((freezesAt - now) / day);
  if (freezingVersion === '' || jsonVersion !== freezingVersion || days > noticeDays || days <= 0)
    return undefined;
  return `Your current Flow version will freeze in ${days} days. You won't be able to send the Flow after it expires. Please migrate to the recommended version as soon as possible. https://developers.facebook.com/docs/whatsapp/flows/changelogs#currently-supported-versions`;
}

/** Warns each Flow once. */
export function warnOfFreeze(emulator: Emulator, store: FlowStore, settings: Settings): void {
  const now = emulator.world.clock.now();
  for (const flow of store.flows.values()) if (!isWarned(flow, settings)) warn(flow);

  function warn(flow: Flow): void {
    const warning = freezeWarning(factsOf(store.currentOf(flow)).jsonVersion, settings, now);
    if (warning === undefined || flow.status === 'DEPRECATED') return;
    store.flows.change(flow.id, { warnedOf: settings.freezingVersion });
    tellFlowEvent(emulator, flow, { event: 'FLOW_VERSION_EXPIRY_WARNING', flow_id: flow.id, warning });
  }
}

const isWarned = ({ warnedOf }: Flow, { freezingVersion }: Settings): boolean =>
  freezingVersion === '' || warnedOf === freezingVersion;
