import { isObject, type Json } from '../../world/json.ts';

/**
 * A file that a person picked. It is uploaded as it is picked: for the endpoint it lies encrypted on the CDN, and
 * with the finished Flow it is ordinary media of the business (Meta, "Media upload components").
 */
export interface PickedFile {
  file_name: string;
  mime_type: string;
  size_kb: number;
  cdn?: { media_id: string; cdn_url: string; encryption_metadata: EncryptionMetadata };
  media?: { id: string; sha256: string };
}

export interface EncryptionMetadata {
  encrypted_hash: string;
  iv: string;
  encryption_key: string;
  hmac_key: string;
  plaintext_hash: string;
}

export const isPickedFile = (value: unknown): value is PickedFile =>
  isObject(value) && typeof value.file_name === 'string' && typeof value.size_kb === 'number';

const isFileList = (value: unknown): value is PickedFile[] =>
  Array.isArray(value) && value.length > 0 && value.every(isPickedFile);

/** Files as the endpoint sees them in the data of a request. */
export const filesForEndpoint = (value: Json | undefined): Json | undefined =>
  mapFiles(value, ({ file_name, cdn }) => (cdn ? { ...cdn, file_name } : { file_name }));

/** Files as the finished Flow carries them. */
export const filesForMessage = (value: Json | undefined): Json | undefined =>
  mapFiles(value, ({ file_name, mime_type, media }) => ({ file_name, mime_type, ...media }));

/** Picked files stand only at the top of a payload. */
function mapFiles(value: Json | undefined, map: (file: PickedFile) => object): Json | undefined {
  return isFileList(value) ? (value.map(map) as Json[]) : value;
}
