interface SparklineProps {
  values: readonly number[];
  /** Said in words, since the line cannot be read aloud: "Rising, 12 to 48 in 7 days". */
  label: string;
  width?: number;
  height?: number;
}

/** The shape of a number's recent days, beside the number. No axes, no library. */
export function Sparkline({ values, label, width = 96, height = 24 }: SparklineProps) {
  if (values.length < 2) return null;
  const least = Math.min(...values);
  const spread = Math.max(...values) - least || 1;
  const points = values.map((value, place) => [
    2 + (place / (values.length - 1)) * (width - 6),
    height - 3 - ((value - least) / spread) * (height - 6),
  ]);
  const last = points.at(-1);
  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="inline-block align-middle"
    >
      <polyline
        fill="none"
        stroke="var(--series-rest)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
        points={points.map((point) => point.join(',')).join(' ')}
      />
      {last && <circle cx={last[0]} cy={last[1]} r="2.5" fill="var(--series-1)" />}
    </svg>
  );
}
