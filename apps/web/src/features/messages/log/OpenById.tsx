import { useNavigate } from '@tanstack/react-router';
import { Hash } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isId } from '../../../data/address-id.ts';
import { useT } from '../../../i18n/use-t.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { messageMessages } from '../messages.ts';

/** For an id out of a log, an answer of the API or a colleague's message. */
export function OpenById({ takesKeyboard }: { takesKeyboard: boolean }) {
  const t = useT(messageMessages);
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  useEffect(() => {
    if (takesKeyboard) form.current?.querySelector('input')?.focus();
  }, [takesKeyboard]);
  const messageId = text.trim().toLowerCase();
  return (
    <form
      ref={form}
      className="relative min-w-52 flex-1 sm:max-w-80"
      onSubmit={(event) => {
        event.preventDefault();
        if (isId(messageId)) void navigate({ to: '/messages/$messageId', params: { messageId } });
        else setIsWrong(true);
      }}
    >
      <TextField
        aria-label={t('idField')}
        placeholder={t('idField')}
        icon={Hash}
        value={text}
        onChange={(value) => {
          setText(value);
          setIsWrong(false);
        }}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? 'message-id-wrong' : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      {isWrong && (
        <p id="message-id-wrong" role="alert" className="pt-1 text-sm text-bad">
          {t('idWrong')}
        </p>
      )}
    </form>
  );
}
