import { useMatches } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { useT } from '../i18n/use-t.ts';
import { useWords } from '../i18n/words.ts';
import { shellMessages } from './messages.ts';

const listeners = new Set<() => void>();
let pageName: string | undefined;

/** The tab says which page it is: "Meera Joshi · Contacts · Trikon", from `usePageName` and the route's `staticData.title`. */
export function useDocumentTitle(): void {
  const t = useT(shellMessages);
  const read = useWords();
  const name = useSyncExternalStore(subscribe, () => pageName);
  const title = useMatches({
    select: (matches) => matches.findLast((match) => match.staticData.title)?.staticData.title,
  });
  const text = [name, title && read(title), t('product')].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = text;
  }, [text]);
}

/** A page about one thing names the thing. Call it with undefined until the name is known. */
export function usePageName(name: string | undefined): void {
  useEffect(() => {
    put(name);
    return () => put(undefined);
  }, [name]);
}

function put(name: string | undefined): void {
  pageName = name;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
