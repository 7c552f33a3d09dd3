import { open } from 'node:fs/promises';

const chunkSize = 1024 * 1024;
const newline = 0x0a;

/**
 * The lines of a file from one place to another. Only a line feed ends a line: readline takes the separators of U+2028
 * and U+2029 too, which JSON leaves as they are inside of texts.
 */
export async function* linesOf(file: string, from = 0, to = Infinity): AsyncGenerator<string> {
  const handle = await open(file);
  try {
    let begun: Buffer[] = [];
    for (let at = from; at < to;) {
      const length = Math.min(chunkSize, to - at);
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, at);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, bytesRead);
      at += bytesRead;
      let start = 0;
      for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
        const rest = bytes.subarray(start, end);
        yield (begun.length === 0 ? rest : Buffer.concat([...begun, rest])).toString();
        begun = [];
        start = end + 1;
      }
      if (start < bytesRead) begun.push(bytes.subarray(start));
    }
    if (begun.length > 0) yield Buffer.concat(begun).toString();
  } finally {
    await handle.close();
  }
}
