import type { CallLimits, Graph } from './graph.ts';
import { requiredText } from './reading.ts';

/** An example file for the header of a template, or a profile picture. */
export interface SampleFile {
  appId: string;
  name: string;
  type: string;
  bytes: Uint8Array;
}

const timeoutMs = 120_000;

/** Gives the handle by which a template names the file (Meta, 'Resumable Upload API'). To repeat it does no harm. */
export async function uploadSample(
  graph: Graph,
  { appId, name, type, bytes }: SampleFile,
  limits?: CallLimits,
): Promise<{ handle: string }> {
  const query = { file_name: name, file_length: bytes.byteLength, file_type: type };
  const begun = await graph.call({ method: 'POST', path: [appId, 'uploads'], query }, limits);
  const [session = '', signature = ''] = requiredText(begun, 'id').split('?');
  const body = await graph.call(
    {
      method: 'POST',
      path: [session],
      query: Object.fromEntries(new URLSearchParams(signature)),
      form: { type, bytes },
      headers: { authorization: `OAuth ${graph.options.token}`, file_offset: '0' },
      timeoutMs,
    },
    limits,
  );
  return { handle: requiredText(body, 'h') };
}
