import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, '../../../../../shared/reference/webhook-samples');

export const hasSamples = existsSync(folder);

export interface Sample {
  name: string;
  body: SampleBody;
}

export interface SampleBody {
  entry: { id?: string; changes: { field: string; value: Record<string, unknown> }[] }[];
}

/** Bodies as Meta sent them, recorded by others. They lie beside the repository, or nowhere. */
export function readSamples(): Sample[] {
  if (!hasSamples) return [];
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.json') && !file.startsWith('template-create'),
  );
  return files.flatMap((file) => {
    const content = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, unknown>;
    const named = isBody(content) ? { '': content } : content;
    return Object.entries(named).flatMap(([name, body]) =>
      isBody(body) ? [{ name: `${file.replace('.json', '')} ${name}`.trim(), body }] : [],
    );
  });
}

const isBody = (value: unknown): value is SampleBody =>
  typeof value === 'object' && value !== null && Array.isArray((value as SampleBody).entry);

/** The accounts and numbers that bodies name. */
export function placesIn(bodies: readonly SampleBody[]): { wabaId: string; phoneNumberId: string }[] {
  const places = new Map<string, { wabaId: string; phoneNumberId: string }>();
  for (const { id: wabaId = '', changes } of bodies.flatMap(({ entry }) => entry))
    for (const { value } of changes) {
      const metadata = (value.metadata ?? value.recipient ?? {}) as { phone_number_id?: string };
      const phoneNumberId = metadata.phone_number_id ?? `of ${wabaId}`;
      places.set(phoneNumberId, { wabaId, phoneNumberId });
    }
  return [...places.values()];
}
