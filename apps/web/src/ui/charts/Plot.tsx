import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ChartData } from './chart-data.ts';
import { PlotTip, type Tip } from './PlotTip.tsx';
import { plotOptions } from './plot-options.ts';

interface PlotProps {
  kind: 'line' | 'bar';
  data: ChartData;
  format: (value: number) => string;
  height: number;
}

/** uPlot in React: drawn anew when data, theme or width change, which it does in a few milliseconds. */
export function Plot({ kind, data, format, height }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<Tip>();

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let plot: uPlot | undefined;
    const draw = () => {
      plot?.destroy();
      setTip(undefined);
      const options = plotOptions({
        kind,
        data,
        format,
        width: element.clientWidth,
        height,
        onPoint: setTip,
      });
      plot = new uPlot(
        options,
        [data.labels.map((_, place) => place), ...data.series.map((series) => [...series.values])],
        element,
      );
    };
    const size = new ResizeObserver(draw);
    const theme = new MutationObserver(draw);
    size.observe(element);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      size.disconnect();
      theme.disconnect();
      plot?.destroy();
    };
  }, [kind, data, format, height]);

  return (
    <div className="relative size-full min-w-0">
      <div ref={box} className="size-full min-w-0 overflow-hidden" />
      {tip && <PlotTip tip={tip} data={data} format={format} />}
    </div>
  );
}
