import type { UploadedFile } from './call.ts';
import { refuse } from './errors.ts';

export interface Form {
  texts: [string, string][];
  files: UploadedFile[];
}

const most = 1000;
const lineEnd = '\r\n';

/** Takes a multipart body apart. Files are views of the body, which may have 100 MB. */
export function readMultipart(bytes: Buffer, type: string): Form {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;,]{1,200}))/i.exec(type) ?? [];
  const boundary = quoted ?? plain ?? refuseForm();
  const form: Form = { texts: [], files: [] };
  const first = bytes.indexOf(`--${boundary}`);
  if (first < 0) refuseForm();
  let at = first + boundary.length + 2;
  while (bytes.toString('latin1', at, at + 2) !== '--') {
    const begin = bytes.indexOf(lineEnd, at) + lineEnd.length;
    const end = bytes.indexOf(`${lineEnd}--${boundary}`, begin - lineEnd.length);
    if (begin <= at || end < 0 || form.texts.length + form.files.length >= most) refuseForm();
    takePart(form, bytes.subarray(begin, Math.max(begin, end)));
    at = end + lineEnd.length + 2 + boundary.length;
  }
  return form;
}

function takePart(form: Form, part: Buffer): void {
  const headEnd = part.indexOf(lineEnd + lineEnd);
  if (headEnd < 0) refuseForm();
  const head = part.toString('utf8', 0, headEnd);
  const disposition = /^content-disposition:\s*form-data\s*(;.*)$/im.exec(head)?.[1] ?? refuseForm();
  const field = parameterOf(disposition, 'name') ?? refuseForm();
  const name = encodedName(disposition) ?? parameterOf(disposition, 'filename');
  const content = part.subarray(headEnd + 2 * lineEnd.length);
  if (name === undefined) return void form.texts.push([field, content.toString()]);
  const type = /^content-type:\s*(.+?)\s*$/im.exec(head)?.[1] ?? '';
  form.files.push({ field, name, type, bytes: content });
}

/** Browsers write quotes and line ends of a name as %22, %0D and %0A; others put a backslash before a quote. */
function parameterOf(disposition: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;]+))`, 'i').exec(disposition);
  const text = match?.[1]?.replaceAll(/\\(["\\])/g, '$1') ?? match?.[2];
  return text?.replaceAll(/%(22|0D|0A)/gi, (escape) => decodeURIComponent(escape));
}

function encodedName(disposition: string): string | undefined {
  const text = /;\s*filename\*=utf-8'[^']*'([^\s;]+)/i.exec(disposition)?.[1];
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return refuseForm();
  }
}

function refuseForm(): never {
  return refuse(100, 'Invalid parameter: the multipart body cannot be read.');
}
