import { useMutation, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { api } from '../../../../data/api.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useLocale } from '../../../../i18n/locale.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { Badge } from '../../../../ui/display/Badge.tsx';
import { Card } from '../../../../ui/display/Card.tsx';
import { Banner } from '../../../../ui/feedback/Banner.tsx';
import { ErrorState } from '../../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../../ui/feedback/SkeletonLines.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { libraryQuery, type Starter } from '../queries.ts';
import { useLanguageName } from '../use-language-name.ts';
import { newTemplateMessages } from './messages.ts';
import { useOpenEditor } from './use-open-editor.ts';

export function LibraryPicker() {
  const t = useT(newTemplateMessages);
  const [typing, setTyping] = useState('');
  const search = useDeferredValue(typing.trim());
  const { data: starters, isError, isFetching, refetch } = useQuery(libraryQuery(search));
  return (
    <div className="grid gap-4">
      <TextField
        icon={Search}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        maxLength={100}
        value={typing}
        onChange={setTyping}
      />
      {starters?.length === 0 && <p className="text-body text-ink-2">{t('nothing')}</p>}
      {!starters &&
        (isError ? (
          <ErrorState title={t('libraryFailed')} onRetry={() => void refetch()} retrying={isFetching} />
        ) : (
          <SkeletonLines lines={8} />
        ))}
      {starters?.slice(0, 30).map((starter) => (
        <StarterCard key={starter.key} starter={starter} />
      ))}
    </div>
  );
}

function StarterCard({ starter }: { starter: Starter }) {
  const t = useT(newTemplateMessages);
  const problems = useProblems();
  const { language } = useLocale();
  const languageName = useLanguageName();
  const openEditor = useOpenEditor();
  const own = language === 'hi' ? 'hi' : 'en';
  const shown = starter.variants.find((each) => each.language === own) ?? starter.variants[0];
  const use = useMutation({
    mutationFn: () => api.templateLibrary.use({ key: starter.key }),
    onSuccess: ({ familyId }) => openEditor(familyId, shown?.language ?? 'en'),
  });
  return (
    <Card
      title={starter.title[own]}
      description={starter.about[own]}
      actions={<Badge>{t(starter.category)}</Badge>}
    >
      <div className="grid gap-3">
        <p
          lang={shown?.language}
          className="rounded-md bg-sunken px-3 py-2 text-body wrap-anywhere whitespace-pre-line"
        >
          {shown?.text}
        </p>
        {use.isError && <Banner tone="bad">{problems.say(use.error)}</Banner>}
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="text-sm text-ink-2">
            {t('inLanguages', {
              languages: starter.variants.map((each) => languageName(each.language)).join(', '),
            })}
          </span>
          <Button size="small" busy={use.isPending} onClick={() => use.mutate()}>
            {t('begin')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
