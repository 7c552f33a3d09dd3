import type { CallLimits, Graph } from './graph.ts';
import { type FormFile, formOf } from './multipart.ts';
import { requiredText } from './reading.ts';

export interface MediaUpload extends FormFile {
  numberId: string;
  /** Of numbers that store nothing at Meta only: 60 to 43,200. */
  ttlMinutes?: number;
}

const timeoutMs = 120_000;

/** Gives the id under which the file can be sent for 30 days. */
export async function uploadMedia(
  graph: Graph,
  { numberId, ttlMinutes, ...file }: MediaUpload,
  limits?: CallLimits,
): Promise<{ id: string }> {
  const fields = {
    messaging_product: 'whatsapp',
    type: file.type,
    ...(ttlMinutes !== undefined && { ttl_minutes: String(ttlMinutes) }),
  };
  const form = formOf(fields, file);
  const body = await graph.call({ method: 'POST', path: [numberId, 'media'], form, timeoutMs }, limits);
  return { id: requiredText(body, 'id') };
}
