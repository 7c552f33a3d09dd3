import { useCallback } from 'react';
import { phoneText } from '../i18n/phone-text.ts';
import { useT } from '../i18n/use-t.ts';
import { contactMessages } from './contact-messages.ts';

interface Named {
  contactName: string | null;
  contactPhone: string | null;
}

/** How a person calls a contact, and the phone when that is not the name. */
export function useContactName(): (one: Named) => { name: string; phone: string | null } {
  const t = useT(contactMessages);
  return useCallback(
    ({ contactName, contactPhone }) => {
      const phone = contactPhone === null ? null : phoneText(contactPhone);
      return contactName === null
        ? { name: phone ?? t('nobody'), phone: null }
        : { name: contactName, phone };
    },
    [t],
  );
}
