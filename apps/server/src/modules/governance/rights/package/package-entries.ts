import type { Tx } from '../../../../platform/db/index.ts';
import type { Storage } from '../../../../platform/storage/index.ts';
import { mediaKey } from '../../../messaging/index.ts';
import { readSettings } from '../settings.ts';
import { gather, isLastPage, readMessagesAfter, type Gathered, type ToldMessage } from './gather.ts';
import type { PackageRow } from './package-row.ts';
import { readablePackage } from './readable.ts';
import type { ZipEntry } from './zip.ts';

export interface Reading {
  workspaceId: string;
  readWorkspace: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  storage: Storage;
}

/** As many as a phone can show in one page. */
const mostShown = 5_000;
/** A plain ZIP file ends at 4 GB. */
const mostBytes = 3.5 * 1024 ** 3;

/** data.json for programs, a page in each language, and the files. */
export async function* packageEntries(reading: Reading, row: PackageRow): AsyncGenerator<ZipEntry> {
  const { readWorkspace } = reading;
  const { gathered, business, answersTo } = await readWorkspace((tx) => readHead(tx, row.contactId));
  const fileNames = nameFiles(gathered['files'] ?? []);
  const newest: ToldMessage[] = [];
  const isCut = { value: false };
  yield {
    name: 'data.json',
    content: jsonOf(gathered, watched(messagesOf(reading, row.contactId), newest, isCut)),
  };
  for (const language of ['en', 'hi'] as const) {
    const shown = { business, answersTo, language, gathered, fileNames };
    const page = readablePackage({ ...shown, messages: newest, isCut: isCut.value });
    yield { name: language === 'en' ? 'read-me.html' : 'पढ़ें.html', content: [Buffer.from(page)] };
  }
  yield* filesOf(reading, fileNames);
}

async function readHead(tx: Tx, contactId: string) {
  const [workspace] = await tx.sql<{ name: string }>('select name from workspaces where workspace_id = $1', [
    tx.workspaceId,
  ]);
  const { contactName, contactAddress } = await readSettings(tx);
  return {
    gathered: await gather(tx, contactId),
    business: workspace!.name,
    answersTo: [contactName, contactAddress].filter((part) => part !== null).join(', '),
  };
}

async function* messagesOf({ readWorkspace }: Reading, contactId: string): AsyncGenerator<ToldMessage> {
  let last: ToldMessage | null = null;
  for (;;) {
    const after: ToldMessage | null = last;
    const page: ToldMessage[] = await readWorkspace((tx) => readMessagesAfter(tx, contactId, after));
    yield* page;
    last = page.at(-1) ?? last;
    if (isLastPage(page)) return;
  }
}

/** The newest are remembered for the page as they pass. */
async function* watched(
  messages: AsyncGenerator<ToldMessage>,
  newest: ToldMessage[],
  isCut: { value: boolean },
): AsyncGenerator<ToldMessage> {
  for await (const message of messages) {
    newest.push(message);
    if (newest.length > mostShown) {
      newest.shift();
      isCut.value = true;
    }
    yield message;
  }
}

async function* jsonOf(gathered: Gathered, messages: AsyncGenerator<ToldMessage>): AsyncGenerator<Buffer> {
  const head = JSON.stringify({ format: 'trikon data package 1', ...gathered }, null, 1);
  yield Buffer.from(`${head.slice(0, -2)},\n "messages": [`);
  let isFirst = true;
  for await (const message of messages) {
    yield Buffer.from(`${isFirst ? '' : ','}\n  ${JSON.stringify(message)}`);
    isFirst = false;
  }
  yield Buffer.from('\n ]\n}\n');
}

/** By our ids: what people call files could lead anywhere. The names are in data.json. */
function nameFiles(files: readonly Record<string, unknown>[]): Map<string, string> {
  let bytes = 0;
  const names = new Map<string, string>();
  for (const { mediaId, mime, state, size } of files) {
    if (state !== 'stored') continue;
    bytes += Number(size);
    if (bytes > mostBytes) break;
    const [, ending = 'bin'] = /\/([a-z0-9]{2,5})\b/.exec(String(mime)) ?? [];
    names.set(String(mediaId), `files/${String(mediaId)}.${ending}`);
  }
  return names;
}

async function* filesOf(
  { workspaceId, storage }: Reading,
  names: Map<string, string>,
): AsyncGenerator<ZipEntry> {
  for (const [mediaId, name] of names) {
    const key = mediaKey({ workspaceId, mediaId }, 'original');
    if ((await storage.head(key)) === null) continue;
    yield { name, content: (await storage.get(key)).body as AsyncIterable<Uint8Array> };
  }
}
