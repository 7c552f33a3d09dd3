import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { editorMessages } from './messages.ts';
import { useEditor } from './state/editor-context.ts';

/** Somebody else saved other words. Nothing is lost either way: taking theirs can be undone. */
export function Conflict() {
  const t = useT(editorMessages);
  const { theirs, takeTheirs, keepMine } = useEditor().editor;
  if (!theirs) return null;
  return (
    <div role="alert">
      <Banner tone="warn">
        <div className="grid gap-2">
          <p>
            {t.rich('conflict', {
              name: theirs.updatedBy?.name ?? t('somebody'),
              when: theirs.updatedAt ? <Time at={theirs.updatedAt} /> : '',
            })}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="small" onClick={keepMine}>
              {t('keepMine')}
            </Button>
            <Button size="small" onClick={takeTheirs}>
              {t('takeTheirs')}
            </Button>
          </div>
        </div>
      </Banner>
    </div>
  );
}
