import { useT } from '../../../../i18n/use-t.ts';
import type { MergePreview } from '../queries.ts';
import { mergeMessages } from './messages.ts';
import { useShownAttribute } from './use-shown-attribute.tsx';

/** What the one that stays gains. */
export function FilledList({ preview }: { preview: MergePreview }) {
  const t = useT(mergeMessages);
  const { nameOf } = useShownAttribute();
  const live = preview.from.identities.filter(({ endedAt }) => endedAt === null).length;
  const lines = [
    ...(preview.filled.length > 0 ? [t('filled', { what: preview.filled.map(nameOf).join(', ') })] : []),
    ...(live > 0 ? [t('identities', { count: live })] : []),
    ...(preview.tags.length > 0 ? [t('tags', { count: preview.tags.length })] : []),
    t('history'),
  ];
  return (
    <div className="grid gap-2">
      <h3 className="text-body font-semibold">{t('gains')}</h3>
      <ul className="grid list-disc gap-1 ps-5 text-body">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
