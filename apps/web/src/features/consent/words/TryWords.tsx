import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { useLanguageName } from './language-name.ts';
import { wishMessages } from './messages.ts';

/** What the program makes of words, before a customer writes them. */
export function TryWords() {
  const t = useT(wishMessages);
  const nameOf = useLanguageName();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery({
    queryKey: ['opt-out', 'try', asked],
    queryFn: ({ signal }) => api.optOut.try({ text: asked }, { signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const read = data?.read ?? null;
  return (
    <Card title={t('tryTitle')} description={t('tryHelp')}>
      <div className="grid gap-3">
        <TextField
          aria-label={t('tryLabel')}
          maxLength={300}
          autoComplete="off"
          placeholder="STOP · मैसेज मत भेजो · message anuppa vendam"
          value={text}
          onChange={setText}
        />
        <p role="status" className="min-h-12">
          {asked !== '' && data && (
            <>
              <span className="block font-medium">
                {t(read === null ? 'means_nothing' : `means_${read.wish}`)}
              </span>
              {read && (
                <span className="text-sm text-ink-2">
                  {read.own ? t('inOwnWords') : t('inLanguage', { language: nameOf(read.language) })}
                </span>
              )}
            </>
          )}
        </p>
      </div>
    </Card>
  );
}
