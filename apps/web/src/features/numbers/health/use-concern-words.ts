import { useT } from '../../../i18n/use-t.ts';
import type { Concern } from './concerns.ts';
import { matterMessages } from './messages.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { useMatterTitle } from './use-matter-title.ts';

interface ConcernWords {
  key: string;
  title: string;
  help: string;
}

export function useConcernWords(): (concern: Concern, daysLeft: number) => ConcernWords {
  const t = useT(matterMessages);
  const titleOf = useMatterTitle();
  const inLanguage = useSentence();
  return (concern, daysLeft) => {
    if ('matter' in concern) {
      const { matter } = concern;
      return { key: matter, title: titleOf(matter, daysLeft), help: t(`${matter}Help`) };
    }
    const { happened, next } = inLanguage(concern.finding.words);
    return { key: concern.finding.code, title: happened.replace(/[.।]$/, ''), help: next };
  };
}
