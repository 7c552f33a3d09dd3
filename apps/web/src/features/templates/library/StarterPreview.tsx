import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows, useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Segmented } from '../../../ui/fields/Segmented.tsx';
import { PhoneFrame } from '../../../whatsapp/PhoneFrame.tsx';
import { useOpenEditor } from '../editor/new/use-open-editor.ts';
import { SampleMessage } from '../preview/SampleMessage.tsx';
import { libraryMessages } from './messages.ts';
import type { Starter } from './queries.ts';

/** A starter on a phone, in either language, and the way to take it. */
export function StarterPreview({ starter }: { starter: Starter }) {
  const t = useT(libraryMessages);
  const own = useLocale().language;
  const workspace = useOpenWorkspace();
  const mayUse = useAllows()('templates.manage');
  const problems = useProblems();
  const openEditor = useOpenEditor();
  const [language, setLanguage] = useState<'en' | 'hi'>(own === 'hi' ? 'hi' : 'en');
  const { content } = starter.variants.find((variant) => variant.language === language)!;
  const use = useMutation({
    mutationFn: () => api.templateLibrary.use({ key: starter.key }),
    onSuccess: async ({ familyId, name }) => {
      toast(t('used', { name }), { tone: 'good' });
      await openEditor(familyId, language);
    },
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
  });
  return (
    <div className="grid gap-4">
      <Segmented
        label={t('language')}
        value={language}
        onChange={setLanguage}
        choices={[
          { value: 'en', label: 'English' },
          { value: 'hi', label: 'हिन्दी' },
        ]}
      />
      <PhoneFrame business={workspace?.name ?? ''} theme="light" language={language} label={t('preview')}>
        <SampleMessage content={content} category={starter.category} language={language} />
      </PhoneFrame>
      {mayUse ? (
        <Button tone="primary" busy={use.isPending} onClick={() => use.mutate()} className="justify-self-end">
          {t('use')}
        </Button>
      ) : (
        <p className="text-sm text-ink-2">{t('mayNot')}</p>
      )}
    </div>
  );
}
