import { seriesStyle, type ChartData } from './chart-data.ts';

export interface Tip {
  place: number;
  left: number;
  width: number;
}

interface PlotTipProps {
  tip: Tip;
  data: ChartData;
  format: (value: number) => string;
}

export function PlotTip({ tip, data, format }: PlotTipProps) {
  const beyondMiddle = tip.left > tip.width / 2;
  return (
    <div
      className="pointer-events-none absolute top-1 z-10 grid gap-0.5 rounded-md bg-raised px-2.5 py-1.5 text-sm whitespace-nowrap text-ink shadow-float"
      style={{
        left: tip.left,
        transform: beyondMiddle ? 'translateX(calc(-100% - 10px))' : 'translateX(10px)',
      }}
    >
      <span className="text-xs text-ink-2">{data.labels[tip.place]}</span>
      {data.series.map((series, order) => {
        const value = series.values[tip.place];
        return (
          <span key={series.name} className="flex items-center gap-2">
            <span
              className="h-0.5 w-3 rounded-full"
              style={{ background: `var(${seriesStyle(order, series.name, data.highlight).token})` }}
            />
            <span className="flex-1 pe-4 text-ink-2">{series.name}</span>
            <span className="font-medium">{value === null || value === undefined ? '–' : format(value)}</span>
          </span>
        );
      })}
    </div>
  );
}
