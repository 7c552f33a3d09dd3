import type { IncomingMessage } from 'node:http';
import { isObject } from '../world/json.ts';
import type { UploadedFile } from './call.ts';
import { GraphError, refuse } from './errors.ts';
import { readMultipart } from './multipart.ts';

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
/** Deeper than anything Graph takes, and not so deep that writing it down would fail. */
const deepest = 200;

const nothing = new Uint8Array();

/** The client went away before its request was whole. */
export class CutOff extends Error {}

export async function readBody(request: IncomingMessage, raw: boolean): Promise<Body> {
  if (hasNoBody(request)) return { params: {}, files: [], bytes: nothing, text: '' };
  const type = request.headers['content-type'] ?? '';
  const isForm = /^multipart\/form-data/i.test(type);
  const bytes = await readBytes(request, isForm || raw ? largestUpload : largestText, raw);
  if (raw) return { params: {}, files: [], bytes, text: '' };
  if (isForm) return formOf(bytes, type);
  const text = bytes.toString();
  if (!/^application\/x-www-form-urlencoded/i.test(type)) {
    return { params: jsonOf(text), files: [], bytes: nothing, text: text.replaceAll(/[\r\n]+/g, ' ').trim() };
  }
  const params = paramsOf(new URLSearchParams(text));
  return { params, files: [], bytes: nothing, text: JSON.stringify(params) };
}

/** Most requests; nothing has to be waited for. */
const hasNoBody = ({ headers }: IncomingMessage): boolean =>
  headers['content-length'] === undefined && headers['transfer-encoding'] === undefined;

/** Query and forms carry nested values as JSON text. */
export function paramsOf(search: Iterable<[string, string]>): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  for (const [name, value] of search) setParam(params, name, unfold(value));
  return params;
}

/** `fields[]=a&fields[]=b` is a list. A name like __proto__ is a name like any other. */
function setParam(params: Record<string, unknown>, name: string, value: unknown): void {
  const list = name.endsWith('[]');
  const key = list ? name.slice(0, -2) : name;
  const before = Object.hasOwn(params, key) ? params[key] : undefined;
  const now = list ? [...(Array.isArray(before) ? before : []), value] : value;
  Object.defineProperty(params, key, { value: now, enumerable: true, configurable: true, writable: true });
}

function unfold(value: string): unknown {
  if (!/^\s*[[{]/.test(value) || isTooDeep(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

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

/** Counts brackets outside of strings. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) inString = !inString;
    else if (code === backslash) at += 1;
    else if (inString) continue;
    else if (code === openBracket || code === openBrace) depth += 1;
    else if (code === openBracket + 2 || code === openBrace + 2) depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

const [quote, backslash, openBracket, openBrace] = [0x22, 0x5c, 0x5b, 0x7b];

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
