import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { FindingsButton } from './findings/FindingsButton.tsx';
import { editorMessages } from './messages.ts';
import type { Draft, Family } from './queries.ts';
import { ReviewDialog } from './ReviewDialog.tsx';
import { SaveState } from './SaveState.tsx';
import { useEditor } from './state/editor-context.ts';
import { useLanguageName } from './use-language-name.ts';

interface EditorHeaderProps {
  family: Family;
  draft: Draft;
  source: Draft | null;
}

export function EditorHeader({ family, draft, source }: EditorHeaderProps) {
  const t = useT(editorMessages);
  const { editor, readOnly } = useEditor();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHeader
        title={family.name}
        back={
          <Link
            to="/templates/$familyId"
            params={{ familyId: family.familyId }}
            className="inline-flex items-center gap-1"
          >
            <ArrowLeft aria-hidden className="size-4" />
            {t('toTemplate')}
          </Link>
        }
        beside={<Badge>{t(draft.category as 'UTILITY')}</Badge>}
      />
      <div className="z-10 -mx-6 mb-4 flex flex-wrap items-center gap-2 bg-surface px-6 py-2 max-sm:-mx-4 max-sm:px-4 md:sticky md:top-0">
        <Languages family={family} draft={draft} source={source} />
        <SaveState />
        <span className="ms-auto flex items-center gap-1">
          <IconButton
            icon={Undo2}
            label={t('undo')}
            keys="mod+z"
            disabled={!editor.canUndo || readOnly}
            onClick={editor.undo}
          />
          <IconButton
            icon={Redo2}
            label={t('redo')}
            keys="mod+shift+z"
            disabled={!editor.canRedo || readOnly}
            onClick={editor.redo}
          />
          {!readOnly && <FindingsButton />}
          {!readOnly && (
            <Button tone="primary" onClick={() => setAsking(true)}>
              {t('askReview')}
            </Button>
          )}
        </span>
      </div>
      <ReviewDialog open={asking} onOpenChange={setAsking} family={family} draft={draft} />
    </>
  );
}

/** Which language is written, and which one it is translated from. */
function Languages({ family, draft, source }: EditorHeaderProps) {
  const t = useT(editorMessages);
  const nameOf = useLanguageName();
  const navigate = useNavigate();
  const { editor } = useEditor();
  const others = family.variants.filter(({ language }) => language !== draft.language);
  const go = async (language: string, from: string) => {
    await editor.save();
    await navigate({
      to: '/templates/$familyId/edit/$language',
      params: { familyId: family.familyId, language },
      search: from === '' || from === language ? {} : { from },
    });
  };
  return (
    <>
      <Select
        aria-label={t('language')}
        value={draft.language}
        onChange={(language) => void go(language, source?.language ?? '')}
        options={family.variants.map(({ language }) => ({ value: language, label: nameOf(language) }))}
      />
      {others.length > 0 && (
        <Select
          aria-label={t('translateFrom')}
          value={source?.language ?? ''}
          onChange={(from) => void go(draft.language, from)}
          options={[
            { value: '', label: t('notTranslating') },
            ...others.map(({ language }) => ({
              value: language,
              label: t('from', { language: nameOf(language) }),
            })),
          ]}
        />
      )}
    </>
  );
}
