import { useRef, useState } from 'react';
import { signIn } from '../../data/sign-in.ts';

/** Whether the typed address belongs to a company that signs its people in itself; asked as the field is left. */
export function useCompany() {
  const [url, setUrl] = useState<string>();
  const asked = useRef('');

  const ask = (email: string): void => {
    const address = email.trim().toLowerCase();
    if (address === asked.current || !/^\S+@\S+\.\S+$/.test(address)) return;
    asked.current = address;
    setUrl(undefined);
    // No company, no network: either way the password is what remains, and the form says what is wrong with that.
    void signIn.withCompany(address).then(
      (answer) => asked.current === address && setUrl(answer.url),
      () => undefined,
    );
  };

  return { url, ask };
}
