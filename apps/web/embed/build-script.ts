import path from 'node:path';
import { build, type Plugin } from 'vite';

/** The script as one file that needs nothing else. */
export async function buildScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      minify: true,
      target: ['chrome111', 'firefox128', 'safari16.4'],
      lib: { entry: path.join(import.meta.dirname, 'opt-in.ts'), formats: ['iife'], name: 'trikonOptIn' },
    },
  });
  const outputs = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  const chunk = outputs.find((each) => each.type === 'chunk');
  if (chunk === undefined) throw new Error('The script for websites was not built.');
  return chunk.code;
}

/** Puts the script beside the web app, at an address that never changes: shops have it in their pages. */
export const embedScript = (): Plugin => ({
  name: 'embed-script',
  apply: 'build',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'embed/opt-in.js', source: await buildScript() });
  },
});
