import { createHash } from 'node:crypto';
import type { Archive } from './archive.ts';
import { damagedBackup } from './backup-error.ts';
import { readEntries, type EntryHeader, type EntrySum } from './entries.ts';
import { manifestSchema, type Manifest } from './manifest.ts';

/** Reads a backup from end to end and holds every part against its checksum and against the manifest. */
export async function verifyArchive(archive: Archive): Promise<Manifest> {
  const files = createHash('sha256');
  const seen: Omit<Manifest['tables'][number], 'rows'>[] = [];
  let manifest: Manifest | undefined;
  const note = (header: EntryHeader, sum: EntrySum): void => {
    if (header.kind === 'table') seen.push({ name: header.name, columns: header.columns, ...sum });
    if (header.kind === 'file') files.update(`${header.key} ${sum.sha256}\n`);
  };
  for await (const { header, content } of readEntries(archive.read(), note)) {
    if (manifest) throw damagedBackup('something follows its end');
    if (header.kind === 'manifest') manifest = parseManifest(await collect(content));
    else for await (const _ of content);
  }
  if (!manifest) throw damagedBackup('its end is missing');
  const listed = manifest.tables.map(({ name, columns, bytes, sha256 }) => ({
    name,
    columns,
    bytes,
    sha256,
  }));
  if (JSON.stringify(listed) !== JSON.stringify(seen)) throw damagedBackup('its tables are not those listed');
  if (files.digest('hex') !== manifest.files.sha256) throw damagedBackup('its files are not those listed');
  return manifest;
}

async function collect(content: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk);
  return chunks;
}

function parseManifest(chunks: Buffer[]): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
  } catch (error) {
    throw damagedBackup('its manifest is not understood', error);
  }
}
