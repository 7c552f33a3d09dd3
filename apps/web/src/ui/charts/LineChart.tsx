import { lazy, Suspense } from 'react';
import { Skeleton } from '../feedback/Skeleton.tsx';
import type { ChartData } from './chart-data.ts';
import { ChartFrame } from './ChartFrame.tsx';

// The drawing library comes only with the first chart: most screens have none.
const Plot = lazy(() => import('./Plot.tsx').then((file) => ({ default: file.Plot })));

interface LineChartProps {
  title: string;
  data: ChartData;
  format: (value: number) => string;
  height?: number;
}

/** How something went over time. */
export function LineChart({ title, data, format, height = 220 }: LineChartProps) {
  return (
    <ChartFrame title={title} data={data} format={format} height={height}>
      <Suspense fallback={<Skeleton className="size-full" />}>
        <Plot kind="line" data={data} format={format} height={height} />
      </Suspense>
    </ChartFrame>
  );
}
