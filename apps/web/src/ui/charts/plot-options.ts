import uPlot from 'uplot';
import { seriesStyle, spreadLabels, type ChartData } from './chart-data.ts';
import type { Tip } from './PlotTip.tsx';

interface PlotDrawing {
  kind: 'line' | 'bar';
  data: ChartData;
  format: (value: number) => string;
  width: number;
  height: number;
  onPoint: (tip: Tip | undefined) => void;
}

/** Quiet axes, names at the ends of lines instead of a legend, and the pointer's place handed to the tip. */
export function plotOptions({ kind, data, format, width, height, onPoint }: PlotDrawing): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (token: string) => style.getPropertyValue(token).trim();
  const font = `12px ${style.getPropertyValue('--font')}`;
  const named = kind === 'line' && data.series.length > 1;
  const room = named
    ? Math.min(140, 20 + Math.max(...data.series.map((series) => textWidth(series.name, font))))
    : 12;
  const axis = { stroke: colour('--ink-3'), font, ticks: { show: false } };
  const strong = colour('--line');

  return {
    width,
    height,
    padding: [10, room, 0, 0],
    legend: { show: false },
    scales: {
      x: {
        time: false,
        range: (_, least, most) => (kind === 'bar' ? [least - 0.6, most + 0.6] : [least, most]),
      },
      y: { range: fromZero },
    },
    cursor: {
      y: false,
      drag: { setScale: false },
      points: { show: kind === 'line', size: 7 },
      bind: { dblclick: () => null },
    },
    axes: [
      {
        ...axis,
        size: 30,
        gap: 8,
        grid: { show: false },
        space: 72,
        incrs: [1, 2, 3, 4, 5, 7, 10, 14, 15, 28, 30, 60],
        values: (_, splits) => splits.map((place) => data.labels[place] ?? ''),
      },
      {
        ...axis,
        size: (_, values) => 14 + Math.max(0, ...(values ?? []).map((text) => textWidth(text, font))),
        space: 44,
        grid: { stroke: strong, width: 1 },
        values: (_, splits) => splits.map((value) => format(value)),
      },
    ],
    series: [
      {},
      ...data.series.map((series, place): uPlot.Series => {
        const look = seriesStyle(place, series.name, data.highlight);
        const stroke = colour(look.token);
        return kind === 'bar'
          ? {
              label: series.name,
              stroke,
              fill: stroke,
              width: 0,
              points: { show: false },
              paths: uPlot.paths.bars?.({ size: [0.62, 36], radius: 0.12 }),
            }
          : { label: series.name, stroke, width: look.width, dash: look.dash, points: { show: false } };
      }),
    ],
    hooks: {
      setCursor: [(plot) => onPoint(tipAt(plot))],
      draw: named ? [(plot) => drawNames(plot, data, font, colour)] : [],
    },
  };
}

const fromZero: uPlot.Range.Function = (_, least, most) => [
  Math.min(0, least ?? 0),
  Math.max(1, (most ?? 1) * 1.06),
];

function tipAt(plot: uPlot): Tip | undefined {
  const { idx, left } = plot.cursor;
  if (idx === null || idx === undefined || left === undefined || left < 0) return undefined;
  return { place: idx, left: plot.over.offsetLeft + plot.valToPos(idx, 'x'), width: plot.width };
}

function drawNames(plot: uPlot, data: ChartData, font: string, colour: (token: string) => string): void {
  const ratio = devicePixelRatio;
  const { left, top, width, height } = plot.bbox;
  const ends = data.series.map((series) =>
    plot.valToPos(series.values.findLast((value) => value !== null) ?? 0, 'y', true),
  );
  const places = spreadLabels(ends, 15 * ratio, top + 6 * ratio, top + height - 6 * ratio);
  plot.ctx.save();
  plot.ctx.font = font.replace('12px', `${12 * ratio}px`);
  plot.ctx.textBaseline = 'middle';
  plot.ctx.textAlign = 'left';
  for (const [place, series] of data.series.entries()) {
    const strong = data.highlight === undefined || series.name === data.highlight;
    plot.ctx.fillStyle = colour(strong ? seriesStyle(place, series.name, data.highlight).token : '--ink-3');
    plot.ctx.fillText(series.name, left + width + 8 * ratio, places[place] ?? 0, 128 * ratio);
  }
  plot.ctx.restore();
}

let ruler: CanvasRenderingContext2D | null | undefined;

function textWidth(text: string, font: string): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return text.length * 7;
  ruler.font = font;
  return ruler.measureText(text).width;
}
