import { TriangleAlert } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { templateMessages } from '../messages.ts';
import type { Language } from '../queries.ts';
import { useStatusWords } from '../use-status-words.ts';

/** Each language with how it stands: the colour, and the word for those who do not see it. */
export function LanguageChips({ languages }: { languages: readonly Language[] }) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1">
      {languages.slice(0, 6).map((language) => (
        <Chip key={language.variantId} language={language} />
      ))}
      {languages.length > 6 && <span className="text-xs text-ink-2">+{languages.length - 6}</span>}
    </span>
  );
}

function Chip({ language }: { language: Language }) {
  const t = useT(templateMessages);
  const words = useStatusWords();
  const standing = words.standing(language);
  const label = `${language.language}: ${words.say(standing)}`;
  return (
    <span
      title={label}
      className="inline-flex h-5 items-center gap-1 rounded-sm border border-line bg-raised px-1.5 text-xs"
    >
      <StatusDot tone={words.toneOf(standing)} label={words.say(standing)} hideLabel />
      {language.language}
      {language.recategorised && (
        <TriangleAlert role="img" aria-label={t('recategorised')} className="size-3 text-warn" />
      )}
    </span>
  );
}
