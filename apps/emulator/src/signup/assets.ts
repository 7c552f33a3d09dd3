import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { Reply } from '../graph/call.ts';
import { refuse } from '../graph/errors.ts';

const folder = path.join(import.meta.dirname, '../../page/signup');

const assets: Record<string, { file: string; type: string }> = {
  'sdk.js': { file: 'sdk.ts', type: 'text/javascript; charset=utf-8' },
  'window.js': { file: 'window.ts', type: 'text/javascript; charset=utf-8' },
  'style.css': { file: 'style.css', type: 'text/css; charset=utf-8' },
};

/** What browsers load; types are taken away as the file is read. */
export function readAsset(name: string): Reply {
  const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
  if (!asset) refuse(2500, `Unknown path components: /dialog/assets/${name}`);
  const text = readFileSync(path.join(folder, asset.file), 'utf8');
  const bytes = Buffer.from(asset.file.endsWith('.ts') ? stripTypeScriptTypes(text) : text);
  return new Reply(new Uint8Array(bytes), {
    headers: { 'content-type': asset.type, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' },
  });
}
