const perLine = 16;

/** Bytes as they are usually shown to people: where, which, and what of them can be read. */
export function hexLines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; from += perLine) {
    const line = [...bytes.subarray(from, from + perLine)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    const readable = line.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '·')).join('');
    lines.push(`${from.toString(16).padStart(6, '0')}  ${hex.padEnd(perLine * 3 - 1)}  ${readable}`);
  }
  return lines.join('\n');
}

export const fromBase64 = (text: string): Uint8Array =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
