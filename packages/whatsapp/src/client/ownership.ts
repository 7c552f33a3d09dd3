import type { CallLimits, Graph } from './graph.ts';
import { confirm } from './reading.ts';

export interface CodeRequest {
  numberId: string;
  method: 'SMS' | 'VOICE';
  /** Of the message or call, such as `en_US`. */
  language: string;
}

/** Has Meta send a code to the number, to prove who owns it. */
export async function requestCode(
  graph: Graph,
  { numberId, method, language }: CodeRequest,
  limits?: CallLimits,
): Promise<void> {
  const json = { code_method: method, language };
  confirm(await graph.call({ method: 'POST', path: [numberId, 'request_code'], json }, limits));
}

export async function verifyCode(
  graph: Graph,
  { numberId, code }: { numberId: string; code: string },
  limits?: CallLimits,
): Promise<void> {
  confirm(await graph.call({ method: 'POST', path: [numberId, 'verify_code'], json: { code } }, limits));
}
