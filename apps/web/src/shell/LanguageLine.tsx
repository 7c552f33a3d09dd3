import { useT } from '../i18n/use-t.ts';
import { listLanguages } from '../i18n/language.ts';
import { classes } from '../ui/classes.ts';
import { shellMessages } from './messages.ts';
import { setPreferences, usePreferences } from './preferences.ts';

/** Every language by its own name, in sight: who cannot read the page would never find it in a menu. */
export function LanguageLine() {
  const t = useT(shellMessages);
  const { language } = usePreferences();
  return (
    <ul
      aria-label={t('language')}
      className="flex flex-wrap justify-center gap-1 max-sm:justify-start max-sm:-mx-2"
    >
      {listLanguages().map(({ code, name }) => (
        <li key={code}>
          <button
            type="button"
            lang={code}
            aria-pressed={code === language}
            onClick={() => setPreferences({ language: code })}
            className={classes(
              'h-8 rounded-md px-2 text-sm pointer-coarse:h-11',
              code === language ? 'font-medium text-ink' : 'text-ink-2 hover:bg-hover hover:text-ink',
            )}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}
