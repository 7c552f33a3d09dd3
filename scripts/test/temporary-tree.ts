import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files into a folder of their own, gone after the test. A file that begins with #! may be run. */
export function temporaryTree(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'trikon-scripts-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }
  return root;
}
