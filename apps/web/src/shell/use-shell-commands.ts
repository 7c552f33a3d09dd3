import { useNavigate, useRouteContext } from '@tanstack/react-router';
import { Keyboard, Languages, Rows3, Search, SunMoon } from 'lucide-react';
import { useMemo } from 'react';
import { createT, useT } from '../i18n/use-t.ts';
import { listLanguages } from '../i18n/language.ts';
import { useLocale } from '../i18n/locale.ts';
import { readWords } from '../i18n/words.ts';
import type { Command } from './commands/command.ts';
import { useCommands } from './commands/registry.ts';
import { openShellDialog } from './commands/shell-dialogs.ts';
import { shellMessages } from './messages.ts';
import { readPreferences, setPreferences } from './preferences.ts';

/** What works on every page: going to each place, and changing how things look. */
export function useShellCommands(): void {
  const t = useT(shellMessages);
  const locale = useLocale();
  const navigate = useNavigate();
  const features = useRouteContext({ from: '__root__', select: (context) => context.features });

  const commands = useMemo(() => {
    const english = { ...locale, language: 'en' };
    const going = features.flatMap((feature) =>
      feature.places.map((place): Command => ({
        id: `go.${place.route.fullPath}`,
        label: readWords(place.label, locale),
        group: t('go'),
        icon: place.icon,
        alsoKnownAs: [readWords(place.label, english)],
        run: () => void navigate({ to: place.route.fullPath }),
        ...(place.keys ? { keys: place.keys } : {}),
      })),
    );
    return [...going, ...appearance(t, locale.language), ...keyboard(t)].map((command) =>
      withEnglish(command),
    );
  }, [features, locale, navigate, t]);
  useCommands(commands);
}

type T = ReturnType<typeof createT<(typeof shellMessages)['en']>>;

function appearance(t: T, language: string): Command[] {
  const others = listLanguages().filter(({ code }) => code !== language);
  const group = t('appearance');
  return [
    {
      id: 'shell.theme',
      label: t('switchTheme'),
      group,
      icon: SunMoon,
      keys: 'shift+d',
      alsoKnownAs: ['theme dark light'],
      run: switchTheme,
    },
    {
      id: 'shell.density',
      label: t('switchDensity'),
      group,
      icon: Rows3,
      alsoKnownAs: ['density compact'],
      run: switchDensity,
    },
    ...others.map(({ code, name }): Command => ({
      id: `shell.language.${code}`,
      label: t('switchLanguage', { name }),
      group,
      icon: Languages,
      alsoKnownAs: ['language bhasha भाषा', code],
      run: () => setPreferences({ language: code }),
    })),
  ];
}

function keyboard(t: T): Command[] {
  return [
    {
      id: 'shell.palette',
      label: t('search'),
      group: t('keyboard'),
      icon: Search,
      keys: 'mod+k',
      keyOnly: true,
      run: () => openShellDialog('palette'),
    },
    {
      id: 'shell.keys',
      label: t('keyboardHelp'),
      group: t('keyboard'),
      icon: Keyboard,
      keys: '?',
      run: () => openShellDialog('keys'),
    },
  ];
}

// Many people know a program by its English words whatever language they read it in.
function withEnglish(command: Command): Command {
  return { ...command, alsoKnownAs: [...(command.alsoKnownAs ?? []), command.id.replaceAll('.', ' ')] };
}

function switchTheme(): void {
  setPreferences({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' });
}

function switchDensity(): void {
  setPreferences({ density: readPreferences().density === 'compact' ? 'comfortable' : 'compact' });
}
