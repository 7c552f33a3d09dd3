import { z } from 'zod';

const count = z.number().int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** The last entry of a backup: what must be there, and what it takes to restore it. */
export const manifestSchema = z.strictObject({
  /** Of the program that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  jobLibrary: count,
  /** Which master key wraps the keys in here; null when the installation had none yet. */
  masterKeyId: z.string().nullable(),
  /** The master key itself, in base64: only inside of a backup that a passphrase encrypts. */
  masterKey: z.string().nullable(),
  /** In the order in which foreign keys let them be filled. */
  tables: z.array(
    z.strictObject({
      name: z.string(),
      columns: z.array(z.string()),
      rows: count,
      bytes: count,
      sha256: digest,
    }),
  ),
  /** Months for which the event log had partitions, as YYYY-MM. */
  months: z.array(z.string().regex(/^\d{4}-\d{2}$/)),
  files: z.strictObject({ count, bytes: count, sha256: digest }),
});

export type Manifest = z.infer<typeof manifestSchema>;
