import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../i18n/use-t.ts';
import { ChatPiece } from '../../../whatsapp/ChatPiece.tsx';
import { templateMessages } from '../messages.ts';
import { SampleMessage } from '../preview/SampleMessage.tsx';
import { comparisonQuery, versionQuery, type Waiting } from '../queries.ts';

/** What customers would get, beside what they got until now. */
export function Previews({
  waiting: { versionId, number, category, language, content },
}: {
  waiting: Waiting;
}) {
  const t = useT(templateMessages);
  const { data: comparison } = useQuery(comparisonQuery(versionId));
  const formerId = comparison?.withId ?? null;
  return (
    <div className="grid content-start gap-4 sm:auto-cols-fr sm:grid-flow-col">
      {formerId !== null && <Former versionId={formerId} />}
      <ChatPiece
        language={language}
        label={t('previewOf', { number })}
        caption={formerId === null ? undefined : t('version', { number })}
      >
        <SampleMessage content={content} category={category} language={language} />
      </ChatPiece>
    </div>
  );
}

function Former({ versionId }: { versionId: string }) {
  const t = useT(templateMessages);
  const { data: version } = useQuery(versionQuery(versionId));
  if (!version) return null;
  const { number, language, content, category } = version;
  return (
    <ChatPiece language={language} label={t('previewOf', { number })} caption={t('version', { number })}>
      <SampleMessage content={content} category={category} language={language} />
    </ChatPiece>
  );
}
