import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { wishMessages } from './messages.ts';
import { settingsQuery, type ConfirmationKind, type OptOutSettings } from './queries.ts';

interface ConfirmationTextProps {
  settings: OptOutSettings;
  kind: ConfirmationKind;
  language: string;
  mayManage: boolean;
}

/** One text, as it is sent now. */
export function ConfirmationText({ settings, kind, language, mayManage }: ConfirmationTextProps) {
  const t = useT(wishMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const own = settings.texts[kind]?.[language];
  const builtIn = settings.builtIn[language]?.[kind] ?? '';
  const put = async (text: string | undefined) => {
    const { [language]: _before, ...others } = settings.texts[kind] ?? {};
    const ofKind = text === undefined ? others : { ...others, [language]: text };
    const now = await api.optOut.updateSettings({ texts: { ...settings.texts, [kind]: ofKind } });
    queryClient.setQueryData(settingsQuery.queryKey, now);
    toast(t('saved'), { tone: 'good' });
  };
  const form = useForm<{ text: string }>({
    initial: { text: own ?? builtIn },
    check: ({ text }) => ({ text: text.includes('{link}') ? undefined : t('textWrong', { link: '{link}' }) }),
    save: async ({ text }) => {
      try {
        await put(text === builtIn ? undefined : text);
        form.reset({ text });
      } catch (error) {
        return { problems: {}, message: problems.say(error) };
      }
    },
  });
  const takeBack = async () => {
    await put(undefined);
    form.reset({ text: builtIn });
  };
  return (
    <Form form={form}>
      <Field
        bind={form.field('text')}
        label={t('text')}
        help={t('textRules', { brand: '{brand}', link: '{link}' })}
        required
      >
        <TextArea rows={5} maxLength={900} lang={language} dir="auto" disabled={!mayManage} />
      </Field>
      {mayManage && (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={form.saving}>
            {t('saveText')}
          </Button>
          {own !== undefined && (
            <Button tone="quiet" onClick={() => void takeBack()}>
              {t('ownText')}
            </Button>
          )}
        </div>
      )}
    </Form>
  );
}
