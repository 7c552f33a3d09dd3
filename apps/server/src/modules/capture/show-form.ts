import type { NoticeShown } from '../consent/index.ts';
import type { CaptureParts } from './capture-parts.ts';
import type { PublicEntryPoint } from './find-by-code.ts';
import { languagesOf, noticeOf } from './notice.ts';

const actor = { kind: 'system', id: 'capture.forms' } as const;

/** What a form says in the language that is wanted, or in the nearest; null where nothing may be asked. */
export async function noticeToShow(
  { db }: CaptureParts,
  point: PublicEntryPoint,
  language: string,
): Promise<{ notice: NoticeShown; languages: string[] } | null> {
  if (!point.active) return null;
  return db.readWorkspace({ workspaceId: point.workspaceId, actor }, async (tx) => {
    const notice = await noticeOf(tx, point, language);
    return notice && { notice, languages: await languagesOf(tx, notice) };
  });
}

const tag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;

/** Of what somebody asked for and what their browser prefers, the first that can be the name of a language. */
export function languageWanted(asked: unknown, preferred: string | undefined, otherwise: string): string {
  const first = /^\s*([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})*)/.exec(preferred ?? '')?.[1];
  return [asked, first, first?.split('-')[0]].find(isTag) ?? otherwise;
}

const isTag = (value: unknown): value is string => typeof value === 'string' && tag.test(value);
