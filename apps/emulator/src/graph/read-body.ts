import type { IncomingMessage } from 'node:http';
import type { UploadedFile } from './call.ts';
import { GraphError, refuse } from './errors.ts';

export interface Body {
  params: Record<string, unknown>;
  files: UploadedFile[];
  bytes: Uint8Array;
  /** The body as text, for the journal; empty for files. */
  text: string;
}

/** Media may have 100 MB, and its form a little around it. Everything else is small. */
const largestUpload = 101 * 1024 * 1024;
const largestText = 4 * 1024 * 1024;

const nothing = new Uint8Array();

export async function readBody(request: IncomingMessage, raw: boolean): Promise<Body> {
  const type = request.headers['content-type'] ?? '';
  const isForm = type.startsWith('multipart/form-data');
  const bytes = await readBytes(request, isForm || raw ? largestUpload : largestText);
  if (raw) return { params: {}, files: [], bytes, text: '' };
  if (isForm) return { ...(await readForm(bytes, type)), bytes: nothing, text: '' };
  const text = bytes.toString();
  const params = type.startsWith('application/x-www-form-urlencoded')
    ? paramsOf(new URLSearchParams(text))
    : readJson(text);
  return { params, files: [], bytes: nothing, text };
}

/** Query and forms carry nested values as JSON text. */
export function paramsOf(search: URLSearchParams): Record<string, unknown> {
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
  if (!/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function readJson(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    refuse(100, 'Invalid parameter: the body is not valid JSON.');
  }
  return refuse(100, 'Invalid parameter: the body is not a JSON object.');
}

async function readForm(bytes: Buffer, type: string): Promise<Pick<Body, 'params' | 'files'>> {
  const search = new URLSearchParams();
  const files: UploadedFile[] = [];
  let form;
  try {
    form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    refuse(100, 'Invalid parameter: the multipart body cannot be read.');
  }
  for (const [field, value] of form) {
    if (typeof value === 'string') search.append(field, value);
    else
      files.push({
        field,
        name: value.name,
        type: value.type,
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
  }
  return { params: paramsOf(search), files };
}

function readBytes(request: IncomingMessage, largest: number): Promise<Buffer> {
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
      if (length > largest)
        reject(
          new GraphError(1, {
            status: 413,
            details: 'Please reduce the amount of data you are asking for, then retry your request',
          }),
        );
      else resolve(parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts));
    });
    request.on('error', reject);
  });
}
