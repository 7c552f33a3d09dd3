/** One line or one set of columns. `null` is "not measured", which is not zero and is not drawn. */
interface Series {
  name: string;
  values: readonly (number | null)[];
}

export interface ChartData {
  /** What the labels are, in a word: "Day". Heads the table behind the drawing. */
  along: string;
  /** What stands along the bottom: days, steps, names. */
  labels: readonly string[];
  series: readonly Series[];
  /** The series the eye should find first; the others step back. */
  highlight?: string;
}

/** Where labels at the ends of lines go when lines end close together: pushed apart, kept in order, inside the box. */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((y, place) => ({ y, place })).toSorted((a, b) => a.y - b.y);
  let floor = top;
  for (const label of order) {
    label.y = Math.max(label.y, floor);
    floor = label.y + gap;
  }
  let ceiling = bottom;
  for (const label of order.toReversed()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - gap;
  }
  return order.toSorted((a, b) => a.place - b.place).map((label) => label.y);
}

/** The colour's token and dash of a series: told apart on a grey print too. */
export function seriesStyle(
  place: number,
  name: string,
  highlight: string | undefined,
): { token: string; dash: number[]; width: number } {
  if (highlight !== undefined && name !== highlight)
    return { token: '--series-rest', dash: dashes[place % dashes.length] ?? [], width: 1.5 };
  const token = highlight === undefined ? `--series-${(place % 4) + 1}` : '--series-1';
  return { token, dash: highlight === undefined ? (dashes[place % dashes.length] ?? []) : [], width: 2 };
}

const dashes = [[], [6, 3], [2, 3], [8, 3, 2, 3]];
