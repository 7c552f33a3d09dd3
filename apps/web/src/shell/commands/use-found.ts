import { useEffect, useState } from 'react';
import type { Command, CommandSource } from './command.ts';
import { useRegistered } from './registry.ts';

const pause = 120;

/** What the sources find for the text; older answers that arrive late are dropped. */
export function useFound(text: string): { found: readonly Command[]; searching: boolean } {
  const { sources } = useRegistered();
  const [answer, setAnswer] = useState<{ text: string; found: readonly Command[] }>({ text: '', found: [] });
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === '' || sources.length === 0) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void findAll(sources, wanted, stop.signal).then(
        (found) => stop.signal.aborted || setAnswer({ text: wanted, found }),
      );
    }, pause);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [wanted, sources]);

  const current = answer.text === wanted;
  return { found: current ? answer.found : [], searching: sources.length > 0 && wanted !== '' && !current };
}

/** A source that fails finds nothing; the others still answer. */
async function findAll(
  sources: readonly CommandSource[],
  text: string,
  signal: AbortSignal,
): Promise<readonly Command[]> {
  const results = await Promise.allSettled(sources.map((source) => source.search(text, signal)));
  return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}
