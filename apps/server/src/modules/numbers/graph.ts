import {
  createGraphClient,
  type CallLimits,
  type GraphClient,
  type GraphOptions,
} from '@trikon/whatsapp/client';

/** Where Graph is and how it is reached: Meta's, or the emulator's. */
export type GraphPlace = Pick<GraphOptions, 'base' | 'version' | 'request'>;

interface Access {
  token?: string;
  appSecret: string;
}

/** Calls of an app itself need no token. */
export const openGraph = (place: GraphPlace, { token = '', appSecret }: Access): GraphClient =>
  createGraphClient({ ...place, token, appSecret });

// A walk through all steps makes a dozen calls while a person waits.
const timeoutMs = 8_000;

export const limitsOf = (signal: AbortSignal): CallLimits => ({ timeoutMs, signal });
