import { useQuery } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { phoneText } from '../../../i18n/phone-text.ts';

/** Whom an update is about, as people call them; undefined until it is known, and for who may not know. */
export function useCustomer(contactId: string | null): string | undefined {
  const enabled = useAllows()('contacts.read') && contactId !== null;
  const { data } = useQuery({
    queryKey: ['contacts', contactId],
    queryFn: ({ signal }) => api.contacts.get({ contactId: contactId ?? '' }, { signal }),
    enabled,
  });
  if (data === undefined) return undefined;
  const { name, profileName, phone, username } = data;
  return name ?? profileName ?? (phone === null ? (username ?? undefined) : phoneText(phone));
}
