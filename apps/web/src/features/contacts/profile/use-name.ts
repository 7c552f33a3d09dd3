import { useCallback } from 'react';
import { useContactName } from '../../../data/use-contact-name.ts';

interface Named {
  name: string | null;
  profileName: string | null;
  username: string | null;
  phone: string | null;
}

/** What a page calls a contact: the name here, else the one they gave themselves, else the phone. */
export function useName(): (contact: Named) => { name: string; phone: string | null } {
  const nameOf = useContactName();
  return useCallback(
    ({ name, profileName, username, phone }) =>
      nameOf({ contactName: name ?? profileName ?? username, contactPhone: phone }),
    [nameOf],
  );
}
