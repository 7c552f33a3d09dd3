export interface Piece {
  text: string;
  change: 'same' | 'added' | 'removed';
  /** Where it begins in both texts put together: no two pieces share it. */
  at: number;
}

/** Word by word, by the longest run of words that both have. */
export function wordDiff(before: string, after: string): Piece[] {
  const [old, now] = [before, after].map((text) => text.split(/(?<=\s)/));
  const [one, two] = [old ?? [], now ?? []];
  const common = commonLengths(one, two);
  const pieces: Piece[] = [];
  for (let i = 0, j = 0; i < one.length || j < two.length;) {
    if (i < one.length && j < two.length && one[i] === two[j]) {
      push(pieces, { text: one[i]!, change: 'same' });
      i++;
      j++;
    } else if (j >= two.length || (i < one.length && common[i + 1]![j]! >= common[i]![j + 1]!))
      push(pieces, { text: one[i++]!, change: 'removed' });
    else push(pieces, { text: two[j++]!, change: 'added' });
  }
  return pieces;
}

function commonLengths(one: readonly string[], two: readonly string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () =>
    Array.from({ length: two.length + 1 }, () => 0),
  );
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = two.length - 1; j >= 0; j--)
      lengths[i]![j] =
        one[i] === two[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

function push(pieces: Piece[], piece: Omit<Piece, 'at'>): void {
  const last = pieces.at(-1);
  if (last?.change === piece.change) last.text += piece.text;
  else pieces.push({ ...piece, at: last === undefined ? 0 : last.at + last.text.length });
}
