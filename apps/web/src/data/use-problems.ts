import { useMemo } from 'react';
import { readMessage } from '../i18n/use-t.ts';
import { useLocale, type Locale } from '../i18n/locale.ts';
import type { Refusal } from '../ui/form/form-state.ts';
import { ApiProblem } from './api.ts';
import { problemMessages } from './messages.ts';
import { leaveWhenSignedOut } from './signed-out.ts';

interface ReadProblems {
  /** One sentence for a banner or a toast. */
  say: (error: unknown) => string;
  /** What a form shows: each refused field beside its cause, the rest above. */
  refusal: (error: unknown) => Refusal;
}

/** Reads what a request was refused with, in the person's language where we know the code. */
export function useProblems(): ReadProblems {
  const locale = useLocale();
  return useMemo(
    () => ({
      say: (error) => sayProblem(error, locale),
      refusal: (error) => asRefusal(error, locale),
    }),
    [locale],
  );
}

function sayProblem(error: unknown, locale: Locale): string {
  if (!(error instanceof ApiProblem)) throw error;
  const [field] = error.fields;
  return known(field?.code ?? error.code, error, locale) ?? field?.message ?? error.message;
}

function asRefusal(error: unknown, locale: Locale): Refusal {
  if (!(error instanceof ApiProblem)) throw error;
  leaveWhenSignedOut(error);
  const named = error.fields.filter(({ field }) => field !== '');
  if (named.length === 0) return { problems: {}, message: sayProblem(error, locale) };
  return {
    problems: Object.fromEntries(
      named.map(({ field, code, message }) => [field, known(code, error, locale) ?? message]),
    ),
  };
}

// The server's own sentence about these says more, to those who read English.
const general = new Set(['too_small', 'too_big', 'invalid_format', 'forbidden', 'not_found', 'conflict']);

function known(code: string, { requestId }: ApiProblem, locale: Locale): string | undefined {
  if (locale.language === 'en' && general.has(code)) return undefined;
  return code in problemMessages.en
    ? readMessage(problemMessages, code, { reference: requestId }, locale)
    : undefined;
}
