import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { useForm, type Form } from '../../../ui/form/use-form.ts';
import { everythingOfConsent, type Notice } from '../queries.ts';
import { useLanguageName } from '../words/language-name.ts';
import { noticeMessages } from './messages.ts';

/** Words stand under `texts.hi.body`, as the API names them when it refuses one. */
export type NoticeValues = Record<string, string | readonly string[]> & {
  name: string;
  purposes: readonly string[];
  languages: readonly string[];
  termsUrl: string;
  note: string;
};

const wordKeys = ['heading', 'body', 'agree'] as const;

const textOf = (values: NoticeValues, language: string, key: string): string =>
  String(values[`texts.${language}.${key}`] ?? '');

function textsOf(values: NoticeValues) {
  return Object.fromEntries(
    values.languages.map((language) => [
      language,
      {
        heading: textOf(values, language, 'heading'),
        body: textOf(values, language, 'body'),
        agree: textOf(values, language, 'agree'),
      },
    ]),
  );
}

interface NoticeFormOptions {
  /** Null for one that is begun. */
  noticeId: string | null;
  initial: NoticeValues;
  onSaved: (notice: Notice) => void;
}

export function useNoticeForm({ noticeId, initial, onSaved }: NoticeFormOptions): Form<NoticeValues> {
  const t = useT(noticeMessages);
  const nameOf = useLanguageName();
  const queryClient = useQueryClient();
  const problems = useProblems();
  return useForm<NoticeValues>({
    initial,
    check: (values) => ({
      name: values.name.trim() === '' ? t('nameWrong') : undefined,
      purposes: values.purposes.length === 0 ? t('purposesWrong') : undefined,
      ...Object.fromEntries(
        values.languages.flatMap((language) =>
          wordKeys.map((key) => [
            `texts.${language}.${key}`,
            textOf(values, language, key).trim() === ''
              ? t('empty', { language: nameOf(language) })
              : undefined,
          ]),
        ),
      ),
    }),
    save: async (values) => {
      const draft = {
        texts: textsOf(values),
        termsUrl: values.termsUrl.trim() || null,
        note: values.note.trim() || null,
      };
      try {
        const { name, purposes } = values;
        const notice =
          noticeId === null
            ? await api.notices.create({ name, purposes: [...purposes], ...draft })
            : await api.notices.saveDraft({ noticeId, ...draft });
        refetchQuery(queryClient, everythingOfConsent);
        toast(t('saved'), { tone: 'good' });
        onSaved(notice);
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
}
