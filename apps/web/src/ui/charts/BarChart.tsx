import { lazy, Suspense } from 'react';
import { Skeleton } from '../feedback/Skeleton.tsx';
import type { ChartData } from './chart-data.ts';
import { ChartFrame } from './ChartFrame.tsx';

const Plot = lazy(() => import('./Plot.tsx').then((file) => ({ default: file.Plot })));

interface BarChartProps {
  title: string;
  /** One series: columns of several are harder to read than lines or a BarList. */
  data: ChartData;
  format: (value: number) => string;
  height?: number;
}

/** How much in each period. To compare named things use BarList. */
export function BarChart({ title, data, format, height = 200 }: BarChartProps) {
  return (
    <ChartFrame title={title} data={data} format={format} height={height}>
      <Suspense fallback={<Skeleton className="size-full" />}>
        <Plot kind="bar" data={data} format={format} height={height} />
      </Suspense>
    </ChartFrame>
  );
}
