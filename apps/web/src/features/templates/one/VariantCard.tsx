import { PenLine } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { useLanguageName } from '../editor/use-language-name.ts';
import { templateMessages } from '../messages.ts';
import type { Family, Variant } from '../queries.ts';
import { ChatPiece } from '../../../whatsapp/ChatPiece.tsx';
import { SampleMessage } from '../preview/SampleMessage.tsx';
import { AtWhatsAppRow } from './AtWhatsAppRow.tsx';
import { DeleteAtWhatsApp } from './DeleteAtWhatsApp.tsx';
import { SubmissionNote } from './SubmissionNote.tsx';
import { SubmitVersion } from './SubmitVersion.tsx';
import { VersionList } from './VersionList.tsx';

export function VariantCard({ family, variant }: { family: Family; variant: Variant }) {
  const t = useT(templateMessages);
  const languageName = useLanguageName();
  const allows = useAllows();
  const { language, metaName, content, versions, atWhatsApp, submissions, draft } = variant;
  const approved = versions.find(({ state }) => state === 'approved');
  const mayEdit = allows('templates.manage') && family.retiredAt === null;
  const shown = submissions.filter(({ state }) => state !== 'done');
  return (
    <Card
      title={languageName(language)}
      description={<span className="font-mono text-xs break-all">{metaName}</span>}
      actions={
        <span className="flex flex-wrap gap-2">
          {mayEdit && (
            <ButtonLink
              size="small"
              icon={PenLine}
              to="/templates/$familyId/edit/$language"
              params={{ familyId: family.familyId, language }}
            >
              {t(versions[0]?.state === 'in_review' ? 'openEditor' : draft ? 'goOn' : 'edit')}
            </ButtonLink>
          )}
          {allows('templates.submit') && approved && family.retiredAt === null && (
            <SubmitVersion version={approved} />
          )}
          {allows('templates.submit') && <DeleteAtWhatsApp variant={variant} />}
        </span>
      }
    >
      <div className="@container">
        <div className="grid gap-5 @2xl:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="grid content-start gap-4 @2xl:order-first">
            {draft && (
              <p className="text-sm text-ink-2">
                {t('draftBy', { name: draft.updatedBy.name ?? t('somebody') })}
                {draft.problemCount > 0 && ` · ${t('draftProblems', { count: draft.problemCount })}`}
              </p>
            )}
            {atWhatsApp.map((there) => (
              <AtWhatsAppRow key={there.templateId} there={there} versions={versions} />
            ))}
            {shown.map((submission) => (
              <SubmissionNote key={submission.submissionId} submission={submission} />
            ))}
            <VersionList versions={versions} />
          </div>
          {content === null ? (
            <p className="text-ink-3">{t('noWords')}</p>
          ) : (
            <ChatPiece language={language} label={t('preview', { language: languageName(language) })}>
              <SampleMessage content={content} category={family.category} language={language} />
            </ChatPiece>
          )}
        </div>
      </div>
    </Card>
  );
}
