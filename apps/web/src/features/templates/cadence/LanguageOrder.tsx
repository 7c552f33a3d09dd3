import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { useLanguageName } from '../editor/use-language-name.ts';
import { AddLanguageField } from './AddLanguageField.tsx';
import { cadenceMessages } from './messages.ts';

interface LanguageOrderProps {
  languages: readonly string[];
  readOnly: boolean;
  onChange: (languages: string[]) => void;
}

/** Which language stands in where a template lacks the contact’s own. */
export function LanguageOrder({ languages, readOnly, onChange }: LanguageOrderProps) {
  const t = useT(cadenceMessages);
  const nameOf = useLanguageName();
  const move = (at: number, by: number) => {
    const next = [...languages];
    next.splice(at + by, 0, ...next.splice(at, 1));
    onChange(next);
  };
  return (
    <div role="group" aria-labelledby="language-order" className="grid gap-2">
      <h3 id="language-order" className="text-sm font-medium">
        {t('order')}
      </h3>
      <p className="max-w-(--measure) text-sm text-ink-2">{t('orderHelp')}</p>
      {languages.length > 0 && (
        <ol className="grid max-w-sm gap-1">
          {languages.map((language, at) => (
            <li key={language} className="flex items-center gap-2 rounded-md border border-line px-2.5 py-1">
              <span className="text-ink-3 tabular-nums">{at + 1}</span>
              <span className="min-w-0 flex-1 truncate">{nameOf(language)}</span>
              {!readOnly && (
                <>
                  <IconButton
                    size="small"
                    icon={ArrowUp}
                    label={t('earlier', { name: nameOf(language) })}
                    disabled={at === 0}
                    onClick={() => move(at, -1)}
                  />
                  <IconButton
                    size="small"
                    icon={ArrowDown}
                    label={t('later', { name: nameOf(language) })}
                    disabled={at === languages.length - 1}
                    onClick={() => move(at, 1)}
                  />
                  <IconButton
                    size="small"
                    icon={X}
                    label={t('remove', { name: nameOf(language) })}
                    onClick={() => onChange(languages.filter((each) => each !== language))}
                  />
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      {!readOnly && (
        <AddLanguageField
          label={t('addToOrder')}
          taken={languages}
          onAdd={(language) => onChange([...languages, language])}
        />
      )}
    </div>
  );
}
