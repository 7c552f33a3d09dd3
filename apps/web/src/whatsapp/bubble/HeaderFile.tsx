import { FileText, Image, Play, Video, type LucideIcon } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import type { DrawnFile } from '../template/drawn.ts';
import { whatsappMessages } from '../messages.ts';

type FileKind = 'image' | 'video' | 'gif' | 'document';

interface HeaderFileProps {
  kind: FileKind;
  file: DrawnFile | null;
}

const icons: Record<FileKind, LucideIcon> = { image: Image, video: Video, gif: Video, document: FileText };

export function HeaderFile({ kind, file }: HeaderFileProps) {
  const t = useT(whatsappMessages);
  const says = file ? t(kind, { alt: file.altText || t('noAlt') }) : t(`${kind}Missing`);
  const Icon = icons[kind];
  return (
    <div role="img" aria-label={says} className="relative overflow-hidden rounded-md bg-chat-ink/6">
      {file?.pictureUrl ? (
        <img src={file.pictureUrl} alt="" className="max-h-80 min-h-24 w-full object-cover object-top" />
      ) : (
        <div className="grid aspect-[1.91] place-items-center gap-1 text-chat-faint">
          <span className="grid justify-items-center gap-1 text-xs">
            <Icon aria-hidden className="size-9" strokeWidth={1.5} />
            {!file && t('fileMissing')}
          </span>
        </div>
      )}
      {file && kind !== 'image' && kind !== 'document' && <PlaySign isGif={kind === 'gif'} />}
      {kind === 'document' && file && <DocumentLine file={file} />}
    </div>
  );
}

function PlaySign({ isGif }: { isGif: boolean }) {
  return (
    <span className="absolute inset-0 grid place-items-center">
      <span className="grid size-12 place-items-center rounded-full bg-[#0b141a]/60 text-xs font-semibold text-[#ffffff]">
        {isGif ? 'GIF' : <Play aria-hidden className="size-6 fill-current" />}
      </span>
    </span>
  );
}

function DocumentLine({ file: { fileName, size, pages } }: { file: DrawnFile }) {
  const t = useT(whatsappMessages);
  const facts = [
    pages === null ? null : t('pages', { count: pages }),
    fileName?.split('.').at(-1)?.toUpperCase() ?? null,
    size === null ? null : sizeText(size),
  ];
  return (
    <div className="flex items-center gap-2.5 bg-chat-ink/6 px-2.5 py-2">
      <FileText aria-hidden className="size-6 shrink-0 text-bad" />
      <span className="grid min-w-0">
        <bdi className="truncate text-sm">{fileName}</bdi>
        <span className="text-xs text-chat-faint">{facts.filter(Boolean).join(' • ')}</span>
      </span>
    </div>
  );
}

const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
