import { randomUUID } from 'node:crypto';

export interface FormFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** A form with one file, named `file` as Graph wants it, in one piece: the file is copied once and no more. */
export function formOf(fields: Record<string, string>, file: FormFile): { type: string; bytes: Uint8Array } {
  const boundary = `trikon-${randomUUID()}`;
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${quoted(file.name)}"\r\nContent-Type: ${file.type.replaceAll(/[^ -~]/g, '')}\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.concat([
      Buffer.from(texts.join('') + head),
      file.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  };
}

/** As browsers do it (WHATWG HTML, "multipart/form-data"). */
const quoted = (name: string): string =>
  name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
