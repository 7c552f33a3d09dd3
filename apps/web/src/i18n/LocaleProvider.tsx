import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { directionOf, loadPack, type LanguagePack } from './language.ts';
import { LocaleContext, type Grouping, type Locale } from './locale.ts';

interface LocaleProviderProps {
  language: string;
  zone: string;
  grouping: Grouping;
  children: ReactNode;
}

export function LocaleProvider({ language, zone, grouping, children }: LocaleProviderProps) {
  const [loaded, setLoaded] = useState<{ language: string; pack: LanguagePack | undefined }>();

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    let current = true;
    void loadPack(language).then((pack) => current && setLoaded({ language, pack }));
    return () => {
      current = false;
    };
  }, [language]);

  const pack = loaded?.language === language ? loaded.pack : undefined;
  const locale = useMemo<Locale>(
    () => ({ language, zone, grouping, pack }),
    [language, zone, grouping, pack],
  );
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}
