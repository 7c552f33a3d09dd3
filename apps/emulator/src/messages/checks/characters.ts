/**
 * Whether a text keeps to a limit that counts Unicode code points, as Meta's limits do. A text never has more of them
 * than UTF-16 units, so that most texts are decided by their length alone.
 */
export function isAtMost(text: string, max: number): boolean {
  if (text.length <= max) return true;
  // Not even pairs of units throughout would bring it down to the limit.
  if (text.length > 2 * max) return false;
  let count = 0;
  for (let at = 0; at < text.length; at += isPair(text, at) ? 2 : 1) count++;
  return count <= max;
}

const isPair = (text: string, at: number): boolean => (text.codePointAt(at) as number) > 0xffff;
