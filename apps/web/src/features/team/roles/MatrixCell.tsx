import { Check } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { teamMessages } from '../messages.ts';

export function MatrixCell({ holds }: { holds: boolean }) {
  const t = useT(teamMessages);
  return (
    <td className="px-2 py-2 text-center group-hover:bg-hover">
      {holds ? (
        <Check aria-hidden className="mx-auto size-4 text-accent-ink" />
      ) : (
        <span aria-hidden className="mx-auto block h-px w-2 bg-line-strong" />
      )}
      <span className="sr-only">{t(holds ? 'yes' : 'no')}</span>
    </td>
  );
}
