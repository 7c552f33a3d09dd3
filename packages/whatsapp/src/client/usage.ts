import { isObject, type Json, readJson } from '../json/lossless-json.ts';
import { headerOf, type TransportResponse } from './transport.ts';

/** How much of a limit is used, as Meta tells with an answer ("Rate limits"). Shares are percentages. */
export interface Usage {
  /** The business or account; none for the limit of the app. */
  id?: string;
  type: string;
  calls: number;
  cpuTime: number;
  totalTime: number;
  /** Until calls are taken again; 0 while they are. */
  regainMinutes: number;
}

export function usageOf(response: TransportResponse): Usage[] {
  const app = parse(headerOf(response, 'x-app-usage'));
  const accounts = parse(headerOf(response, 'x-business-use-case-usage'));
  return [
    ...(isObject(app) ? [readUsage(app, 'app')] : []),
    ...Object.entries(isObject(accounts) ? accounts : {}).flatMap(([id, list]) =>
      Array.isArray(list)
        ? list.filter(isObject).map((one) => ({ id, ...readUsage(one, textOf(one.type)) }))
        : [],
    ),
  ];
}

function readUsage(given: Record<string, Json | undefined>, type: string): Usage {
  return {
    type,
    calls: numberOf(given.call_count),
    cpuTime: numberOf(given.total_cputime),
    totalTime: numberOf(given.total_time),
    regainMinutes: numberOf(given.estimated_time_to_regain_access),
  };
}

// A header that cannot be read tells nothing; it is no reason to doubt the answer.
function parse(text: string | undefined): Json | undefined {
  const read = text === undefined ? undefined : readJson(Buffer.from(text), 8);
  return read && 'value' in read ? read.value : undefined;
}

const numberOf = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
