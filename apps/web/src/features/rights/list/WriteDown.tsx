import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../../data/api.ts';
import { useContactName } from '../../../data/use-contact-name.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { RadioGroup } from '../../../ui/fields/RadioGroup.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { rightsMessages } from '../messages.ts';
import type { RequestInList } from '../queries.ts';

const route = getRouteApi('/shell/rights');
const kinds = ['access', 'correction', 'erasure', 'withdrawal', 'grievance', 'nomination'] as const;

type Written = { kind: RequestInList['kind']; search: string; contactId: string; said: string; how: string };

/** What came by phone, letter or at the counter. */
export function WriteDown({ onCancel }: { onCancel: () => void }) {
  const t = useT(rightsMessages);
  const navigate = route.useNavigate();
  const problems = useProblems();
  const form = useForm<Written>({
    initial: { kind: 'access', search: '', contactId: '', said: '', how: '' },
    check: ({ contactId }) => ({ search: contactId === '' ? t('whoWrong') : undefined }),
    save: async ({ kind, contactId, said, how }) => {
      try {
        const given = {
          ...(said.trim() !== '' && { said: said.trim() }),
          ...(how.trim() !== '' && { identifiedHow: how.trim() }),
        };
        const { requestId } = await api.rights.create({ kind, contactId, ...given });
        toast(t('saved'), { tone: 'good' });
        await navigate({ to: '/rights/$requestId', params: { requestId } });
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <Field bind={form.field('kind')} label={t('kind')} required>
        <Select options={kinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))} />
      </Field>
      <Field bind={form.field('search')} label={t('who')} required>
        <TextField maxLength={100} autoComplete="off" />
      </Field>
      <Matches
        search={form.values.search}
        chosen={form.values.contactId}
        onChoose={(contactId) => form.set({ contactId })}
      />
      <Field bind={form.field('said')} label={t('said')}>
        <TextArea maxLength={2000} />
      </Field>
      <Field bind={form.field('how')} label={t('how')} help={t('howHelp')}>
        <TextField maxLength={300} placeholder={t('howExample')} />
      </Field>
      <FormActions label={t('save')} saving={form.saving} onCancel={onCancel} />
    </Form>
  );
}

interface MatchesProps {
  search: string;
  chosen: string;
  onChoose: (contactId: string) => void;
}

function Matches({ search, chosen, onChoose }: MatchesProps) {
  const t = useT(rightsMessages);
  const nameOf = useContactName();
  const asked = search.trim();
  const { data } = useQuery({
    queryKey: ['rights', 'people', asked],
    queryFn: ({ signal }) => api.contactLists.list({ search: asked, limit: 6 }, { signal }),
    enabled: asked.length > 2,
  });
  if (data === undefined || asked.length < 3) return null;
  if (data.items.length === 0) return <p className="text-sm text-ink-2">{t('nobody')}</p>;
  const labelOf = (one: {
    name: string | null;
    profileName: string | null;
    phone: string | null;
  }): string => {
    const { name, phone } = nameOf({ contactName: one.name ?? one.profileName, contactPhone: one.phone });
    return phone === null ? name : `${name} · ${phone}`;
  };
  return (
    <RadioGroup
      label={t('find')}
      choices={data.items.map((one) => ({ value: one.contactId, label: labelOf(one) }))}
      value={chosen}
      onChange={onChoose}
    />
  );
}
