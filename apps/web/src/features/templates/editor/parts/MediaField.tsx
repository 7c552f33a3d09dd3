import { useMutation, useQuery } from '@tanstack/react-query';
import { Trash2, Upload } from 'lucide-react';
import { useId, useRef } from 'react';
import { mediaRules, uploadMedia, type MediaKind } from '../../../../data/upload-media.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { IconButton } from '../../../../ui/actions/IconButton.tsx';
import { Banner } from '../../../../ui/feedback/Banner.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { changeMedia, mediaOf } from '../content/edit-variables.ts';
import { keeps, typed } from '../content/typed.ts';
import { editorMessages } from '../messages.ts';
import { mediaQuery } from '../../preview/media-query.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';

interface MediaFieldProps {
  /** `header`, `card.0` */
  place: string;
  format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' | 'GIF';
}

const kinds: Record<MediaFieldProps['format'], MediaKind> = {
  IMAGE: 'image',
  VIDEO: 'video',
  GIF: 'video',
  DOCUMENT: 'document',
};

/** The sample that WhatsApp’s reviewers see, and the words for whoever cannot see it. */
export function MediaField({ place, format }: MediaFieldProps) {
  const t = useT(editorMessages);
  const { editor, readOnly, source } = useEditor();
  const { mediaId, altText } = mediaOf(editor.content, place);
  const fromSource = source && mediaOf(source.content, place);
  const set = (change: Parameters<typeof changeMedia>[2]) =>
    editor.change(`media ${place}`, (now) => changeMedia(now, place, change));
  return (
    <>
      <div data-field={`media.${place}`} className="grid gap-2">
        {mediaId && (
          <ChosenFile mediaId={mediaId} onRemove={readOnly ? undefined : () => set({ mediaId: null })} />
        )}
        {!readOnly && <ChooseFile format={format} onChosen={(id) => set({ mediaId: id })} />}
        {!mediaId && !readOnly && fromSource?.mediaId && (
          <Button size="small" className="justify-self-start" onClick={() => set(fromSource)}>
            {t('sameFile')}
          </Button>
        )}
      </div>
      <EditorField
        path={`media.${place}.altText`}
        label={t('altText')}
        help={t('altTextHelp')}
        source={source ? (fromSource?.altText ?? '') : undefined}
      >
        <TextField
          readOnly={readOnly}
          value={altText ?? ''}
          onChange={(text) => set({ altText: typed(text, keeps.altText) || null })}
        />
      </EditorField>
    </>
  );
}

function ChosenFile({ mediaId, onRemove }: { mediaId: string; onRemove: (() => void) | undefined }) {
  const t = useT(editorMessages);
  const { data: media } = useQuery(mediaQuery(mediaId));
  const picture = media?.links.thumbnail;
  return (
    <div className="flex items-center gap-3 rounded-md border border-line p-2">
      {picture && <img src={picture} alt="" className="size-12 rounded-sm object-cover" />}
      <bdi className="min-w-0 flex-1 truncate text-body">{media?.fileName ?? t('chosenFile')}</bdi>
      {onRemove && <IconButton icon={Trash2} label={t('removeFile')} onClick={onRemove} />}
    </div>
  );
}

interface ChooseFileProps {
  format: MediaFieldProps['format'];
  onChosen: (mediaId: string) => void;
}

function ChooseFile({ format, onChosen }: ChooseFileProps) {
  const t = useT(editorMessages);
  const problems = useProblems();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const kind = kinds[format];
  const { types, megabytes } = mediaRules[kind];
  const upload = useMutation({
    mutationFn: (file: File) => uploadMedia(file, kind),
    onSuccess: ({ mediaId }) => onChosen(mediaId),
  });
  const file = upload.variables;
  const tooLarge = file !== undefined && file.size > megabytes * 1024 * 1024;
  return (
    <div className="grid gap-1.5">
      <input
        ref={input}
        id={id}
        type="file"
        accept={types.join(',')}
        aria-label={t('chooseFile')}
        className="sr-only"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) upload.mutate(chosen);
          currentTarget.value = '';
        }}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button icon={Upload} busy={upload.isPending} onClick={() => input.current?.click()}>
          {t('chooseFile')}
        </Button>
        <span className="text-sm text-ink-2">
          {t('fileRule', { types: types.map(shortType).join(', '), megabytes })}
        </span>
      </div>
      {upload.isError && (
        <Banner tone="bad">{tooLarge ? t('tooLarge', { megabytes }) : problems.say(upload.error)}</Banner>
      )}
    </div>
  );
}

const shortType = (type: string): string =>
  type
    .slice(type.indexOf('/') + 1)
    .replace('jpeg', 'JPG')
    .replace('3gpp', '3GP')
    .toUpperCase();
