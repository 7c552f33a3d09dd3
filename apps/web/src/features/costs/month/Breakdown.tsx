import { useId } from 'react';
import { formatNumber } from '../../../i18n/format-number.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { costMessages } from '../messages.ts';
import { sumText } from '../money.ts';

interface BreakdownProps {
  title: string;
  /** What each line is: "Category". */
  head: string;
  lines: readonly { key: string | null; name: string; messages: number; micros: number }[];
  currency: string;
}

/** The same sum taken apart, the dearest first, each with its share as a bar. */
export function Breakdown({ title, head, lines, currency }: BreakdownProps) {
  const t = useT(costMessages);
  const locale = useLocale();
  const id = useId();
  const most = Math.max(1, ...lines.map(({ micros }) => micros));
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-line bg-raised p-pad">
      <h3 id={id} className="pb-2 font-semibold">
        {title}
      </h3>
      <table aria-labelledby={id} className="w-full text-body">
        <thead className="text-sm text-ink-3">
          <tr>
            <th scope="col" className="py-1 pe-3 text-start font-normal">
              {head}
            </th>
            <th scope="col" className="px-3 py-1 text-end font-normal">
              {t('messages')}
            </th>
            <th scope="col" className="py-1 ps-3 text-end font-normal">
              {t('spent')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {lines.map(({ key, name, messages, micros }) => (
            <tr key={key}>
              <th scope="row" className="w-full py-2 pe-3 text-start font-normal">
                <span className="block wrap-anywhere">{name}</span>
                <span
                  aria-hidden
                  className="mt-1 block h-1 rounded-full bg-(--series-1)"
                  style={{ width: `${(micros / most) * 100}%` }}
                />
              </th>
              <td className="px-3 py-2 text-end align-top tabular-nums">{formatNumber(messages, locale)}</td>
              <td className="py-2 ps-3 text-end align-top font-medium whitespace-nowrap tabular-nums">
                {sumText(micros, currency, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
