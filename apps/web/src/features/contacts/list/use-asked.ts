import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLocale } from '../../../i18n/locale.ts';
import { zonedInstant } from '../../../i18n/zoned-instant.ts';
import { filterOf, linesFromText, type Lines } from './filter/filter-text.ts';
import type { Asked } from './queries.ts';

const route = getRouteApi('/shell/contacts');

/** What the address asks for: as lines to fill in, and as the server is asked. */
export function useAsked(): { lines: Lines; asked: Asked } {
  const { search, filter: text } = route.useSearch();
  const { zone } = useLocale();
  return useMemo(() => {
    const lines = linesFromText(text);
    const filter = filterOf(lines, (day) => zonedInstant(day, zone));
    return { lines, asked: { ...(search ? { search } : {}), ...(filter ? { filter } : {}) } };
  }, [search, text, zone]);
}
