import type { ChartData } from './chart-data.ts';

interface ChartTableProps {
  title: string;
  data: ChartData;
  format: (value: number) => string;
}

export function ChartTable({ title, data, format }: ChartTableProps) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr className="text-ink-2">
          <th scope="col" className="px-3 py-1.5 text-start font-medium">
            {data.along}
          </th>
          {data.series.map((series) => (
            <th
              key={series.name}
              scope="col"
              className="sticky top-0 bg-surface px-3 py-1.5 text-end font-medium"
            >
              {series.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.labels.map((label, place) => (
          <tr key={label} className="border-t border-line">
            <th scope="row" className="px-3 py-1.5 text-start font-normal text-ink-2">
              {label}
            </th>
            {data.series.map((series) => {
              const value = series.values[place];
              return (
                <td key={series.name} className="px-3 py-1.5 text-end">
                  {value === null || value === undefined ? '–' : format(value)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
