import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { CheckboxGroups } from '../../../ui/fields/CheckboxGroups.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import type { Form as FormState } from '../../../ui/form/use-form.ts';
import { purposeWords } from '../purpose-name.ts';
import { purposesQuery } from '../queries.ts';
import { useLanguageName } from '../words/language-name.ts';
import { noticeMessages } from './messages.ts';
import type { NoticeValues } from './use-notice-form.ts';

const offered = ['en', 'hi', 'hi-Latn', 'bn', 'mr', 'te', 'ta', 'gu', 'kn', 'ml', 'pa', 'ur'];

interface NoticeFormProps {
  form: FormState<NoticeValues>;
  isNew: boolean;
  onCancel: () => void;
}

export function NoticeForm({ form, isNew, onCancel }: NoticeFormProps) {
  const t = useT(noticeMessages);
  const nameOf = useLanguageName();
  const { languages } = form.values;
  return (
    <Form form={form}>
      {isNew && <WhatFor form={form} />}
      {languages.map((language) => (
        <LanguageFields key={language} form={form} language={language} />
      ))}
      <Field label={t('addLanguage')}>
        <Select
          value=""
          placeholder={t('addLanguage')}
          onChange={(language: string) => form.set({ languages: [...languages, language] })}
          options={offered
            .filter((language) => !languages.includes(language))
            .map((language) => ({ value: language, label: nameOf(language) }))}
        />
      </Field>
      <Field bind={form.field('termsUrl')} label={t('termsUrl')}>
        <TextField type="url" maxLength={2000} placeholder="https://" />
      </Field>
      {!isNew && (
        <Field bind={form.field('note')} label={t('note')} help={t('noteHelp')}>
          <TextField maxLength={300} />
        </Field>
      )}
      <FormActions label={t(isNew ? 'create' : 'save')} saving={form.saving} onCancel={onCancel} />
    </Form>
  );
}

function WhatFor({ form }: Pick<NoticeFormProps, 'form'>) {
  const t = useT(noticeMessages);
  const { language } = useLocale();
  const { data: purposes = [] } = useQuery(purposesQuery);
  const options = purposes
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ purpose, texts }) => ({ value: purpose, label: purposeWords(texts, language).name }));
  return (
    <>
      <Field bind={form.field('name')} label={t('name')} help={t('nameHelp')} required>
        <TextField maxLength={100} autoComplete="off" placeholder={t('nameExample')} />
      </Field>
      <Field bind={form.field('purposes')} label={t('purposes')} required>
        <CheckboxGroups groups={[{ id: 'all', label: t('purposes'), options }]} />
      </Field>
    </>
  );
}

function LanguageFields({ form, language: tag }: Pick<NoticeFormProps, 'form'> & { language: string }) {
  const t = useT(noticeMessages);
  const language = useLanguageName()(tag);
  const { languages } = form.values;
  const bind = (key: string) => form.field(`texts.${tag}.${key}`);
  return (
    <fieldset lang={tag} className="grid gap-4 rounded-md border border-line p-pad">
      <legend className="px-1 font-semibold">{language}</legend>
      <Field bind={bind('heading')} label={t('heading', { language })} required>
        <TextField maxLength={120} dir="auto" />
      </Field>
      <Field bind={bind('body')} label={t('body', { language })} required>
        <TextArea maxLength={4000} rows={4} dir="auto" />
      </Field>
      <Field bind={bind('agree')} label={t('agree', { language })} required>
        <TextField maxLength={200} dir="auto" />
      </Field>
      {languages.length > 1 && (
        <div>
          <Button
            size="small"
            icon={X}
            onClick={() => form.set({ languages: languages.filter((each) => each !== tag) })}
          >
            {t('removeLanguage', { language })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
