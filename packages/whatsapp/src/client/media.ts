import { textIn } from '../json/lossless-json.ts';
import type { CallLimits, Graph } from './graph.ts';
import { confirm, requiredText } from './reading.ts';

export interface MediaFile {
  id: string;
  /** Good for five minutes, and only with the token. */
  url: string;
  mimeType?: string;
  /** In hexadecimal; webhooks have the same in base64. */
  sha256?: string;
  bytes?: number;
}

interface MediaPlace {
  mediaId: string;
  /** Finds files of this number only. */
  numberId?: string;
}

export async function getMedia(
  graph: Graph,
  { mediaId, numberId }: MediaPlace,
  limits?: CallLimits,
): Promise<MediaFile> {
  const query = { phone_number_id: numberId };
  const body = await graph.call({ method: 'GET', path: [mediaId], query }, limits);
  const size = Number(textIn(body, 'file_size'));
  return {
    id: mediaId,
    url: requiredText(body, 'url'),
    mimeType: textIn(body, 'mime_type'),
    sha256: textIn(body, 'sha256'),
    bytes: Number.isFinite(size) ? size : undefined,
  };
}

export async function deleteMedia(
  graph: Graph,
  { mediaId, numberId }: MediaPlace,
  limits?: CallLimits,
): Promise<void> {
  const query = { phone_number_id: numberId };
  confirm(await graph.call({ method: 'DELETE', path: [mediaId], query }, limits));
}
