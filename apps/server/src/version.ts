import { readFileSync } from 'node:fs';
import path from 'node:path';

const manifest = readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8');

/** Of this program, as its manifest says. */
export const { version } = JSON.parse(manifest) as { version: string };
