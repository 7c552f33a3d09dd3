import { useMemo } from 'react';
import { useNumberNames } from '../../../data/use-number-names.ts';
import { useNow } from '../../../ui/display/clock.ts';
import type { Counts } from '../queries.ts';
import { summarise, type NumberSummary } from './summarise.ts';

export function useSummary(counts: Counts | undefined): readonly NumberSummary[] {
  const { all } = useNumberNames();
  const now = useNow().getTime();
  return useMemo(() => {
    const connected = all.filter(({ isConnected }) => isConnected).map(({ numberId }) => numberId);
    return counts === undefined ? [] : summarise(counts, connected, new Date(now));
  }, [counts, all, now]);
}
