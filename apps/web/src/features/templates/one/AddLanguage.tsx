import { useNavigate } from '@tanstack/react-router';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import { templateLanguages } from '@trikon/contract/template-rules';
import { api } from '../../../data/api.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Combobox } from '../../../ui/fields/Combobox.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import { useLanguageName } from '../editor/use-language-name.ts';
import { templateMessages } from '../messages.ts';
import type { Family } from '../queries.ts';
import { useAct } from '../use-act.ts';

/** Another language, empty or with the words of one that is there. */
export function AddLanguage({ family }: { family: Family }) {
  const t = useT(templateMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={Languages} className="justify-self-start" onClick={() => setOpen(true)}>
        {t('addLanguage')}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t('addLanguage')} description={t('addLanguageHelp')}>
        {open && <Choice family={family} />}
      </Dialog>
    </>
  );
}

function Choice({ family: { familyId, variants } }: { family: Family }) {
  const t = useT(templateMessages);
  const languageName = useLanguageName();
  const navigate = useNavigate();
  const { busy, run } = useAct();
  const [language, setLanguage] = useState('');
  const [from, setFrom] = useState(variants[0]?.variantId ?? '');
  const taken = new Set(variants.map((variant) => variant.language));
  const options = templateLanguages
    .filter((code) => !taken.has(code))
    .map((value) => ({ value, label: `${languageName(value)} (${value})` }));
  const add = async () => {
    const wish = { familyId, language, ...(from !== '' && { fromVariantId: from }) };
    const added = await run(() => api.templateVariants.create(wish), t('languageAdded'));
    if (added) await navigate({ to: '/templates/$familyId/edit/$language', params: { familyId, language } });
  };
  return (
    <div className="grid gap-4">
      <Field label={t('language')}>
        <Combobox label={t('language')} options={options} value={language} onChange={setLanguage} />
      </Field>
      <Field label={t('startWith')}>
        <Select
          options={[
            ...variants.map((variant) => ({
              value: variant.variantId,
              label: t('wordsOf', { language: languageName(variant.language) }),
            })),
            { value: '', label: t('startEmpty') },
          ]}
          value={from}
          onChange={setFrom}
        />
      </Field>
      <div className="flex justify-end">
        <Button tone="primary" busy={busy} disabled={language === ''} onClick={() => void add()}>
          {t('addLanguage')}
        </Button>
      </div>
    </div>
  );
}
