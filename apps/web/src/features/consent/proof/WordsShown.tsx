import { useT } from '../../../i18n/use-t.ts';
import type { ProvedEntry } from '../queries.ts';
import { useLanguageName } from '../words/language-name.ts';
import { proofMessages } from './messages.ts';

/** What they read, word for word: as an approved notice keeps it, or as it was told. */
export function WordsShown({ entry: { words, notice, language, evidence } }: { entry: ProvedEntry }) {
  const t = useT(proofMessages);
  const nameOf = useLanguageName();
  const wording = evidence?.['wording'];
  if (words === null || notice === null)
    return typeof wording === 'string' ? (
      <figure className="grid gap-1">
        <figcaption className="text-sm text-ink-2">{t('own')}</figcaption>
        <blockquote className="rounded-md bg-sunken p-3 wrap-anywhere whitespace-pre-line">
          {wording}
        </blockquote>
      </figure>
    ) : null;
  const { heading, body, agree, purposes, intact } = words;
  return (
    <figure className="grid gap-1">
      <figcaption className="text-sm text-ink-2">
        {t('words')}:{' '}
        {t('wordsOf', {
          name: notice.name,
          version: notice.version,
          language: nameOf(language ?? 'en'),
        })}
        .{' '}
        <span className={intact ? undefined : 'font-medium text-bad'}>
          {t(intact ? 'intact' : 'broken')}.
        </span>
      </figcaption>
      <blockquote lang={language ?? undefined} className="grid gap-2 rounded-md bg-sunken p-3 wrap-anywhere">
        <p className="font-semibold">{heading}</p>
        <p className="whitespace-pre-line">{body}</p>
        <ul className="list-disc ps-5">
          {Object.entries(purposes).map(([purpose, { name, explanation }]) => (
            <li key={purpose}>
              {name}: {explanation}
            </li>
          ))}
        </ul>
        <p className="font-medium">☐ {agree}</p>
      </blockquote>
    </figure>
  );
}
