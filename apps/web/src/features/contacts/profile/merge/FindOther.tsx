import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../../data/api.ts';
import { phoneText } from '../../../../i18n/phone-text.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Field } from '../../../../ui/fields/Field.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { FocusOnArrival } from '../../../../ui/form/FocusOnArrival.tsx';
import { doublesQuery } from '../queries.ts';
import { useName } from '../use-name.ts';
import { mergeMessages } from './messages.ts';

const mostShown = 8;

const foundQuery = (search: string) =>
  queryOptions({
    queryKey: ['contacts', 'found', search],
    queryFn: ({ signal }) => api.contactLists.list({ search, limit: mostShown + 1 }, { signal }),
    enabled: search.length >= 2,
    placeholderData: keepPreviousData,
  });

interface FindOtherProps {
  contactId: string;
  onChoose: (contactId: string) => void;
}

/** By name or number; who looks like the same person stands there before anything is typed. */
export function FindOther({ contactId, onChoose }: FindOtherProps) {
  const t = useT(mergeMessages);
  const nameOf = useName();
  const [text, setText] = useState('');
  const search = text.trim();
  const { data: doubles = [] } = useQuery(doublesQuery(contactId));
  const { data: found, isFetching } = useQuery(foundQuery(search));
  const named = (found?.items ?? []).map((contact) => ({ contactId: contact.contactId, ...nameOf(contact) }));
  const likely = doubles.map(({ contactId: id, name, phone }) => ({
    contactId: id,
    name: name ?? t('unnamed'),
    phone: phone && phoneText(phone),
  }));
  const shown = (search.length >= 2 ? named : likely)
    .filter((one) => one.contactId !== contactId)
    .slice(0, mostShown);
  return (
    <div className="grid gap-4">
      <FocusOnArrival>
        <Field label={t('find')} help={t('findHelp')}>
          <TextField value={text} onChange={setText} type="search" autoComplete="off" />
        </Field>
      </FocusOnArrival>
      <ul className="grid gap-0.5" aria-label={t(search.length >= 2 ? 'found' : 'likely')}>
        {shown.map((one) => (
          <li key={one.contactId}>
            <button
              type="button"
              onClick={() => onChoose(one.contactId)}
              className="flex w-full flex-wrap items-baseline justify-between gap-x-4 rounded-md px-3 py-2 text-start text-body hover:bg-hover"
            >
              <span className="wrap-anywhere">{one.name}</span>
              <span className="text-sm text-ink-3 tabular-nums">{one.phone}</span>
            </button>
          </li>
        ))}
      </ul>
      {search.length >= 2 && shown.length === 0 && !isFetching && (
        <output className="text-body text-ink-2">{t('nobody')}</output>
      )}
    </div>
  );
}
