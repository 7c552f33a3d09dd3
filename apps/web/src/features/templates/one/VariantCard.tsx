import { PenLine } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { useLanguageName } from '../editor/use-language-name.ts';
import { templateMessages } from '../messages.ts';
import type { Family, Variant } from '../queries.ts';
import { AtWhatsAppRow } from './AtWhatsAppRow.tsx';
import { SubmissionNote } from './SubmissionNote.tsx';
import { SubmitVersion } from './SubmitVersion.tsx';
import { VersionList } from './VersionList.tsx';

export function VariantCard({ family, variant }: { family: Family; variant: Variant }) {
  const t = useT(templateMessages);
  const languageName = useLanguageName();
  const allows = useAllows();
  const { language, metaName, text, versions, atWhatsApp, submissions, draft } = variant;
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
        </span>
      }
    >
      <div className="grid gap-4">
        {text === '' ? (
          <p className="text-ink-3">{t('noWords')}</p>
        ) : (
          <p
            lang={language.replace('_', '-')}
            dir="auto"
            className="rounded-md bg-sunken px-3 py-2.5 text-body whitespace-pre-wrap"
          >
            {text}
          </p>
        )}
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
    </Card>
  );
}
