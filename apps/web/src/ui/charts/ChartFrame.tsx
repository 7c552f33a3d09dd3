import { ChartLine, Table2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { IconButton } from '../actions/IconButton.tsx';
import { uiMessages } from '../messages.ts';
import type { ChartData } from './chart-data.ts';
import { ChartTable } from './ChartTable.tsx';

interface ChartFrameProps {
  /** What it shows, as a sentence a person could say: "Replies per day". */
  title: string;
  data: ChartData;
  format: (value: number) => string;
  height: number;
  children: ReactNode;
}

/** Title, drawing, and the same numbers as a table one press away. */
export function ChartFrame({ title, data, format, height, children }: ChartFrameProps) {
  const t = useT(uiMessages);
  const [asTable, setAsTable] = useState(false);
  return (
    <figure aria-label={title} className="grid min-w-0 gap-2">
      <figcaption className="flex items-center justify-between gap-2">
        <span className="text-body font-medium">{title}</span>
        <IconButton
          size="small"
          icon={asTable ? ChartLine : Table2}
          label={t(asTable ? 'showChart' : 'showTable')}
          onClick={() => setAsTable(!asTable)}
        />
      </figcaption>
      {asTable ? (
        <div
          role="region"
          aria-label={title}
          // Scrolled by keys too.
          tabIndex={0}
          className="overflow-auto rounded-md border border-line"
          style={{ maxHeight: height }}
        >
          <ChartTable title={title} data={data} format={format} />
        </div>
      ) : (
        <div className="relative min-w-0" style={{ height }}>
          <div aria-hidden className="absolute inset-0">
            {children}
          </div>
          <div className="sr-only">
            <ChartTable title={title} data={data} format={format} />
          </div>
        </div>
      )}
    </figure>
  );
}
