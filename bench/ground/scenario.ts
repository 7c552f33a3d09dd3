import type { Ground } from './ground.ts';

export interface Result {
  ours: number;
  ceiling: number;
  /** ours against ceiling, so that 1 is as fast and below 1 slower, for rates and for latencies alike. */
  ratio: number;
  unit: 'per s' | 'ms p95' | 'MB';
  /** How far the rounds' ratios lie apart, as a share of their median: the noise of this machine in this run. */
  spread: number;
}

export interface Scenario {
  measure(ground: Ground): Promise<Result>;
}

const rounds = 5;

/** Takes both in turn, so that a machine that slows down slows both, and compares the pairs. */
export async function compare(
  unit: Result['unit'],
  ours: () => Promise<number>,
  ceiling: () => Promise<number>,
): Promise<Result> {
  await ours();
  await ceiling();
  const pairs: { ours: number; ceiling: number; ratio: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const pair = { ours: await ours(), ceiling: await ceiling() };
    pairs.push({ ...pair, ratio: unit === 'per s' ? pair.ours / pair.ceiling : pair.ceiling / pair.ours });
  }
  const ratios = pairs.map(({ ratio }) => ratio);
  const ratio = median(ratios);
  return {
    ours: round(median(pairs.map((pair) => pair.ours))),
    ceiling: round(median(pairs.map((pair) => pair.ceiling))),
    ratio: round(ratio),
    unit,
    spread: round((Math.max(...ratios) - Math.min(...ratios)) / ratio),
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
