import { useMemo } from 'react';
import { useT } from '../i18n/use-t.ts';
import { checkMessages } from './messages.ts';

type Check = (value: string) => string | undefined;

interface Checks {
  /** Any text on one line: not empty, not longer than the contract's usual 80. */
  line: Check;
  filled: Check;
  email: Check;
  newPassword: Check;
}

/** The contract's rules that a form can hold by itself, so that nobody waits for the server to hear them. */
export function useChecks(): Checks {
  const t = useT(checkMessages);
  return useMemo(() => {
    const filled: Check = (value) => (value.trim() === '' ? t('required') : undefined);
    return {
      filled,
      line: (value) => filled(value) ?? (value.trim().length > 80 ? t('long', { most: 80 }) : undefined),
      email: (value) => filled(value) ?? (/^\S+@\S+\.\S{2,}$/.test(value.trim()) ? undefined : t('email')),
      newPassword: (value) =>
        filled(value) ??
        (value.length < 12 ? t('password') : value.length > 200 ? t('long', { most: 200 }) : undefined),
    };
  }, [t]);
}
