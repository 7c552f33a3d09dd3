import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { templateMessages } from '../messages.ts';
import type { Submission } from '../queries.ts';
import { useStatusWords } from '../use-status-words.ts';
import { useAccountNames } from './use-account-names.ts';

/** A submission that has not ended well, or not ended. */
export function SubmissionNote({ submission: { accountId, state, problem } }: { submission: Submission }) {
  const t = useT(templateMessages);
  const words = useStatusWords();
  const say = useSentence();
  const nameOf = useAccountNames();
  const isOver = state === 'refused' || state === 'failed';
  return (
    <Banner tone={isOver ? 'bad' : 'info'}>
      <p>
        <span className="font-medium">{nameOf(accountId) ?? t('account')}:</span> {words.say(state)}
      </p>
      {problem && <p className="break-words">{problem.says ? say(problem.says) : problem.message}</p>}
      {problem?.told && <p className="break-words">{t('whatsAppSays', { words: problem.told })}</p>}
    </Banner>
  );
}
