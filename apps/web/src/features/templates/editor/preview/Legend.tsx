import { useT } from '../../../../i18n/use-t.ts';
import { editorMessages } from '../messages.ts';

/** What the marks in the preview mean; the customer sees none of them. */
export function Legend({ withContact }: { withContact: boolean }) {
  const t = useT(editorMessages);
  return (
    <ul className="flex flex-wrap justify-center gap-x-4 gap-y-1 text-xs text-ink-2">
      <li className="underline decoration-dotted underline-offset-3">{t('markSample')}</li>
      {withContact && <li className="rounded-sm bg-good-soft px-1 text-good">{t('markContact')}</li>}
      {withContact && <li className="rounded-sm bg-warn-soft px-1 text-warn">{t('markFallback')}</li>}
      <li className="rounded-sm bg-bad-soft px-1 text-bad">{t('markMissing')}</li>
    </ul>
  );
}
