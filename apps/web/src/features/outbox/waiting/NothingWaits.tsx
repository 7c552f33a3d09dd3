import { Send } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { outboxMessages } from '../messages.ts';

export function NothingWaits({ isFiltered }: { isFiltered: boolean }) {
  const t = useT(outboxMessages);
  if (!isFiltered) {
    return (
      <EmptyState title={t('noneWaits')} example={<ExampleRow />}>
        {t('noneWaitsHelp')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Send}
      title={t('noneMatches')}
      action={
        <ButtonLink to="/outbox" search={{}}>
          {t('clear')}
        </ButtonLink>
      }
    >
      {t('noneMatchesHelp')}
    </EmptyState>
  );
}

/** What a line will look like. */
function ExampleRow() {
  const t = useT(outboxMessages);
  return (
    <div className="grid gap-1.5 rounded-lg border border-line bg-surface px-4 pt-3 pb-8">
      <p className="flex items-center gap-2">
        <span className="font-medium">{t('exampleName')}</span>
        <Badge>{t('utility')}</Badge>
      </p>
      <p className="text-ink-2">{t('exampleText')}</p>
      <p className="text-sm text-ink-2">
        {t('exampleWhy')} {t('exampleUntil')}
      </p>
    </div>
  );
}
