import type { JsonObject } from '../json/lossless-json.ts';
import type { CallLimits, Graph } from './graph.ts';
import { confirm } from './reading.ts';

/** How a number is set at Meta (Meta, "Call settings", "Local storage", "Identity change check"). */
export interface NumberSettings {
  calling?: JsonObject;
  user_identity_change?: { enable_identity_key_check: boolean };
  storage_configuration?: JsonObject;
  payload_encryption?: JsonObject;
}

export async function getSettings(
  graph: Graph,
  { numberId }: { numberId: string },
  limits?: CallLimits,
): Promise<NumberSettings> {
  return graph.call({ method: 'GET', path: [numberId, 'settings'] }, limits);
}

/** What is not named stays as it is. */
export async function setSettings(
  graph: Graph,
  { numberId, settings }: { numberId: string; settings: NumberSettings },
  limits?: CallLimits,
): Promise<void> {
  confirm(await graph.call({ method: 'POST', path: [numberId, 'settings'], json: settings }, limits));
}
