import type { createGraphClient } from '@trikon/whatsapp/client';
import type { TemplateContent } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal, type FieldProblem } from '../../../platform/errors/index.ts';
import { sampleFiles } from '../content/meta-components.ts';

interface SampleFacts {
  mime: string;
  size: number;
}

/** Files of ours that show reviewers what a header may look like; the module of messages keeps them. */
export interface Samples {
  /** What each of these files is, and that it is wanted; files that are not stored are left out. */
  look(tx: Tx, mediaIds: readonly string[]): Promise<ReadonlyMap<string, SampleFacts>>;
  open(file: { workspaceId: string; mediaId: string }): Promise<{ bytes: Uint8Array; mime: string } | null>;
}

const megabyte = 1024 * 1024;

/** What a header may show (Meta, 'Components' and 'Media'). */
const allowed: Readonly<Record<string, { types: string[]; most: number; words: string }>> = {
  IMAGE: { types: ['image/jpeg', 'image/png'], most: 5 * megabyte, words: 'a JPEG or PNG of at most 5 MB' },
  VIDEO: { types: ['video/mp4'], most: 16 * megabyte, words: 'an MP4 of at most 16 MB' },
  DOCUMENT: { types: ['application/pdf'], most: 100 * megabyte, words: 'a PDF of at most 100 MB' },
  GIF: { types: ['video/mp4'], most: 3.5 * megabyte, words: 'an MP4 of at most 3.5 MB' },
};

export async function sampleFileProblems(
  tx: Tx,
  samples: Samples,
  content: TemplateContent,
): Promise<FieldProblem[]> {
  const files = sampleFiles(content);
  const facts = await samples.look(
    tx,
    files.map(({ mediaId }) => mediaId),
  );
  return files.flatMap(({ place, mediaId }) => {
    const rule = allowed[formatAt(content, place)];
    const file = facts.get(mediaId);
    if (rule === undefined) return [];
    if (file === undefined)
      return [
        {
          field: `media.${place}`,
          code: 'sample_missing',
          message: 'This file is not stored here (any more). Upload it again.',
        },
      ];
    const fits = rule.types.includes(file.mime) && file.size <= rule.most;
    return fits
      ? []
      : [{ field: `media.${place}`, code: 'wrong_file', message: `The example here is ${rule.words}.` }];
  });
}

function formatAt({ components }: TemplateContent, place: string): string {
  const card = /^card\.(\d)$/.exec(place);
  const carousel = components.find(({ type }) => type === 'CAROUSEL');
  const parts =
    card === null
      ? components
      : carousel?.type === 'CAROUSEL'
        ? (carousel.cards[Number(card[1])]?.components ?? [])
        : [];
  const header = parts.find(({ type }) => type === 'HEADER');
  return header?.type === 'HEADER' ? header.format : '';
}

interface Uploading {
  workspaceId: string;
  metaAppId: string;
  content: TemplateContent;
  signal: AbortSignal;
}

/** Brings the samples to Meta and gives their handles by place. */
export async function uploadSamples(
  graph: ReturnType<typeof createGraphClient>,
  samples: Samples,
  { workspaceId, metaAppId, content, signal }: Uploading,
): Promise<Map<string, string>> {
  const handles = new Map<string, string>();
  const byFile = new Map<string, string>();
  for (const { place, mediaId } of sampleFiles(content)) {
    const handle = byFile.get(mediaId) ?? (await uploadOne());
    byFile.set(mediaId, handle);
    handles.set(place, handle);

    async function uploadOne(): Promise<string> {
      const file = await samples.open({ workspaceId, mediaId });
      if (file === null)
        throw new Refusal('gone', 'The example file is not stored here any more. Upload it again.');
      const name = `sample.${file.mime.split('/')[1] ?? 'bin'}`;
      return (
        await graph.uploadSample({ appId: metaAppId, name, type: file.mime, bytes: file.bytes }, { signal })
      ).handle;
    }
  }
  return handles;
}
