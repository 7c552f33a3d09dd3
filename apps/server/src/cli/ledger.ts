import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import {
  exportLedger,
  findingWords,
  mendStates,
  openLedgerKey,
  verifyLedger,
  type LedgerParts,
} from '../modules/consent/index.ts';
import { obtainMasterKey } from '../master-key.ts';
import type { Database } from '../platform/db/index.ts';
import { openInstallationKey } from '../platform/secrets/index.ts';
import type { Config } from '../config.ts';
import { openStorage } from '../storage.ts';
import { withDatabase, type Command } from './command.ts';

const actor = { kind: 'system', id: 'trikon ledger' } as const;

export const ledgerCommand: Command = {
  words: 'verify | export <file> | mend [--workspace <id>]',
  does: 'check the ledgers of consent, write one to a file, or work out anew what follows from entries',
  run: (config, words) =>
    withDatabase(config, async (db) => {
      const at = words.indexOf('--workspace');
      const workspaces = await workspacesOf(db, at < 0 ? null : (words[at + 1] ?? ''));
      if (workspaces.length === 0) {
        console.error('There is no such workspace here.');
        return 2;
      }
      const parts = await openParts(config, db);
      try {
        if (words[0] === 'verify') return await verifyAll(parts, workspaces);
        if (words[0] === 'mend') return await mendAll(parts, workspaces);
        if (words[0] === 'export') return await exportOne(parts, workspaces, words[1]);
      } finally {
        await parts.storage.close();
      }
      console.error('Say verify, export <file> --workspace <id>, or mend.');
      return 2;
    }),
};

interface Workspace {
  workspaceId: string;
  name: string;
}

const workspacesOf = (db: Database, only: string | null): Promise<Workspace[]> =>
  db.acrossWorkspaces('maintenance', (tx) =>
    tx.sql<Workspace>(
      `select workspace_id as "workspaceId", name from workspaces
       where $1::text is null or workspace_id::text = $1 order by name`,
      [only],
    ),
  );

async function openParts(config: Config, db: Database): Promise<LedgerParts> {
  const masterKey = await obtainMasterKey(config.masterKey, config.dataFolder);
  const installationKey = await db.acrossWorkspaces('maintenance', (tx) =>
    openInstallationKey(tx, masterKey),
  );
  return {
    db,
    storage: await openStorage(config),
    keyOf: (workspaceId) => openLedgerKey(installationKey, workspaceId),
  };
}

async function verifyAll(parts: LedgerParts, workspaces: readonly Workspace[]): Promise<number> {
  let problems = 0;
  for (const { workspaceId, name } of workspaces) {
    const verdict = await parts.db.readWorkspace({ workspaceId, actor }, (tx) =>
      verifyLedger(tx, parts, workspaceId),
    );
    problems += verdict.problems;
    const { entries, erased, waiting, checkpoints } = verdict;
    console.log(
      `${verdict.problems === 0 ? 'ok  ' : 'BAD '} ${name} (${workspaceId}): ${entries} entries, ${erased} with erased evidence, ${waiting} waiting, ${checkpoints} checkpoints`,
    );
    for (const { code, seq, about } of verdict.findings)
      console.log(
        `     ${[seq === null ? null : `place ${seq}`, about].filter((each) => each !== null).join(', ')}: ${findingWords[code].en}`,
      );
    if (verdict.problems > verdict.findings.length)
      console.log(`     and ${verdict.problems - verdict.findings.length} more`);
  }
  return problems === 0 ? 0 : 1;
}

async function mendAll({ db }: LedgerParts, workspaces: readonly Workspace[]): Promise<number> {
  for (const { workspaceId, name } of workspaces) {
    const mended = await db.inWorkspace({ workspaceId, actor }, (tx) => mendStates(tx, workspaceId));
    console.log(`${name}: ${mended} contacts worked out anew.`);
  }
  return 0;
}

async function exportOne(
  parts: LedgerParts,
  [workspace, ...others]: readonly Workspace[],
  file: string | undefined,
): Promise<number> {
  if (workspace === undefined || others.length > 0 || file === undefined) {
    console.error('Say which workspace and into which file: export <file> --workspace <id>.');
    return 2;
  }
  const { workspaceId, name } = workspace;
  await pipeline(exportLedger(parts, { workspaceId, actor }), createWriteStream(file, { mode: 0o600 }));
  console.log(`The ledger of ${name} is in ${file}. Check it with: node scripts/verify-ledger.mjs ${file}`);
  return 0;
}
