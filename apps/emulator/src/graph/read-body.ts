import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { isObject } from '../world/json.ts';
import type { UploadedFile } from './call.ts';
import { GraphError, refuse } from './errors.ts';
import { readMultipart } from './multipart.ts';
import { isTooDeep, paramsOf } from './params.ts';

export interface Body {
  params: Record<string, unknown>;
  files: UploadedFile[];
  bytes: Uint8Array;
  /** The body as one line of JSON, for the journal; of files only what they are. */
  text: string;
}

/** Media may have 100 MB, and its form a little around it. Everything else is small. */
const largestUpload = 101 * 1024 * 1024;
const largestText = 4 * 1024 * 1024;

const nothing = new Uint8Array();

/** The client went away before its request was whole. */
export class CutOff extends Error {}

export async function readBody(request: IncomingMessage, raw: boolean): Promise<Body> {
  if (hasNoBody(request)) return { params: {}, files: [], bytes: nothing, text: '' };
  const type = request.headers['content-type'] ?? '';
  const isForm = /^multipart\/form-data/i.test(type);
  const largest = isForm || raw ? largestUpload : largestText;
  const sent = await readBytes(request, largest, raw);
  if (raw) return { params: {}, files: [], bytes: sent, text: '' };
  const bytes = await unpack(sent, request.headers['content-encoding'], largest);
  if (isForm) return formOf(bytes, type);
  const text = bytes.toString();
  if (!/^application\/x-www-form-urlencoded/i.test(type)) {
    return { params: jsonOf(text), files: [], bytes: nothing, text: text.replaceAll(/[\r\n]+/g, ' ').trim() };
  }
  const params = paramsOf(new URLSearchParams(text));
  return { params, files: [], bytes: nothing, text: JSON.stringify(params) };
}

const unpackers = new Map(
  Object.entries({ gzip: gunzip, 'x-gzip': gunzip, deflate: inflate, br: brotliDecompress }).map(
    ([name, unpacker]) => [name, promisify<Buffer, { maxOutputLength: number }, Buffer>(unpacker)] as const,
  ),
);

/** Facebook's own clients compress what they send. */
async function unpack(bytes: Buffer, encoding: string | undefined, largest: number): Promise<Buffer> {
  const unpacker = unpackers.get(encoding?.trim().toLowerCase() ?? '');
  if (!unpacker) return bytes;
  try {
    return await unpacker(bytes, { maxOutputLength: largest });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    return refuse(100, 'Invalid parameter: the body cannot be decompressed.');
  }
}

/** Most requests; nothing has to be waited for. */
const hasNoBody = ({ headers }: IncomingMessage): boolean =>
  headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;

function jsonOf(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  if (isTooDeep(text)) refuse(100, 'Invalid parameter: the body is nested too deeply.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse(100, 'Invalid parameter: the body is not valid JSON.');
  }
  return isObject(value) ? value : refuse(100, 'Invalid parameter: the body is not a JSON object.');
}

function formOf(bytes: Buffer, type: string): Body {
  const { texts, files } = readMultipart(bytes, type);
  const params = paramsOf(texts);
  const shown = files.map(({ field, name, type, bytes: { length } }) => ({
    field,
    name,
    type,
    bytes: length,
  }));
  return { params, files, bytes: nothing, text: JSON.stringify({ ...params, '(files)': shown }) };
}

/** Of an upload that breaks off, what came is kept: the next piece begins where this one ended. */
function readBytes(request: IncomingMessage, largest: number, raw: boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      // The rest is read and dropped, so that the caller gets an answer instead of a broken connection.
      if (length > largest) parts.length = 0;
      else parts.push(part);
    });
    request.on('end', () => {
      if (length > largest) reject(tooLarge());
      else resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts));
    });
    const breakOff = (): void => {
      if (raw && !request.complete) resolve(Buffer.concat(parts));
      else reject(new CutOff());
    };
    request.on('error', breakOff);
    request.on('close', breakOff);
  });
}

const tooLarge = (): GraphError =>
  new GraphError(1, {
    status: 413,
    details: 'Please reduce the amount of data you are asking for, then retry your request',
  });
