import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../../../data/api.ts';
import { useContactName } from '../../../../data/use-contact-name.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Combobox } from '../../../../ui/fields/Combobox.tsx';
import { editorMessages } from '../messages.ts';

interface ContactPickerProps {
  contactId: string | null;
  onChange: (contactId: string | null) => void;
}

/** Whose message it is: a sample, or a real person. */
export function ContactPicker({ contactId, onChange }: ContactPickerProps) {
  const t = useT(editorMessages);
  const nameOf = useContactName();
  const [typing, setTyping] = useState('');
  const search = useDeferredValue(typing.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['template-editor', 'contacts', search],
    queryFn: ({ signal }) =>
      api.contactLists.list({ limit: 20, ...(search === '' ? {} : { search }) }, { signal }),
    placeholderData: (former) => former,
  });
  const people = (data?.items ?? []).map(({ contactId: value, name, profileName, phone }) => {
    const said = nameOf({ contactName: name ?? profileName, contactPhone: phone });
    return { value, label: [said.name, said.phone].filter(Boolean).join(' · ') };
  });
  return (
    <Combobox
      label={t('whose')}
      value={contactId ?? 'sample'}
      onChange={(value) => onChange(value === 'sample' ? null : value)}
      onSearch={setTyping}
      loading={isFetching}
      options={[{ value: 'sample', label: t('withSamples') }, ...people]}
    />
  );
}
