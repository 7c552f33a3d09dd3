import { useMemo } from 'react';
import { encode } from 'uqr';
import { classes } from '../classes.ts';

interface QrCodeProps {
  text: string;
  label: string;
  /** How wide it is. */
  className?: string;
}

/** Dark on white in both themes, with the white edge around it that readers need. */
export function QrCode({ text, label, className = 'w-48' }: QrCodeProps) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={classes('mx-auto block rounded-md border border-line bg-[#fff]', className)}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

/** One path for all dark squares: each row's runs, from left to right. */
function draw(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark && !row[x - 1] ? [`M${x} ${y}h${lengthOf(row, x)}v1H${x}z`] : [])),
  );
  return { size, path: runs.join('') };
}

function lengthOf(row: readonly boolean[], start: number): number {
  const end = row.indexOf(false, start);
  return (end === -1 ? row.length : end) - start;
}
