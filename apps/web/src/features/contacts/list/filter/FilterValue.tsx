import { useQuery } from '@tanstack/react-query';
import { useLocale } from '../../../../i18n/locale.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Combobox } from '../../../../ui/fields/Combobox.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { nameOfLanguage } from '../../profile/facts/languages.ts';
import { listMessages } from '../messages.ts';
import { valuesQuery } from '../queries.ts';
import type { Subject } from './use-subjects.ts';

interface FilterValueProps {
  subject: Subject;
  value: string;
  onChange: (value: string) => void;
}

const inputTypes = { text: 'text', number: 'text', day: 'date', time: 'time' } as const;

export function FilterValue({ subject, value, onChange }: FilterValueProps) {
  const t = useT(listMessages);
  if (subject.value === 'known') return <KnownValue subject={subject} value={value} onChange={onChange} />;
  if (subject.value === 'options')
    return (
      <Combobox
        label={t('value')}
        placeholder={t('choose')}
        options={subject.options ?? []}
        value={value}
        onChange={onChange}
      />
    );
  return (
    <TextField
      aria-label={t('value')}
      type={inputTypes[subject.value]}
      inputMode={subject.value === 'number' ? 'decimal' : undefined}
      value={value}
      onChange={onChange}
    />
  );
}

/** What contacts have is offered with how many have it. */
function KnownValue({ subject: { id }, value, onChange }: FilterValueProps) {
  const t = useT(listMessages);
  const { language } = useLocale();
  const { data = [], isFetching } = useQuery(valuesQuery(id as 'city'));
  // What nobody has any more is still asked for, and says so.
  const asked = value !== '' && !data.some((one) => one.value === value);
  const labelOf = (known: string): string => (id === 'language' ? nameOfLanguage(known, language) : known);
  return (
    <Combobox
      label={t('value')}
      placeholder={t('choose')}
      options={[
        ...data.map((one) => ({ value: one.value, label: `${labelOf(one.value)} (${one.count})` })),
        ...(asked ? [{ value, label: labelOf(value) }] : []),
      ]}
      value={value}
      onChange={onChange}
      loading={isFetching}
    />
  );
}
