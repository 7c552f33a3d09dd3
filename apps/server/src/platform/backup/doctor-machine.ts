import { stat, statfs } from 'node:fs/promises';
import type { Storage } from '../storage/index.ts';
import { bad, good, warning, type Finding } from './finding.ts';

const oldestNode = [22, 18] as const;

export function checkNode(version = process.versions.node): Finding[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const oldEnough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (oldEnough) return [good('node', `Node ${version} runs the program.`)];
  return [
    bad(
      'node',
      `Node ${version} is too old.`,
      'Run `npm install`, which brings the right Node along, or install Node 24.',
    ),
  ];
}

// A browser, a webhook and a database connection hold a file each.
const enoughFiles = 4_096;
const leastFiles = 1_024;

export function checkOpenFiles(limit = readOpenFileLimit()): Finding[] {
  const name = 'open files';
  if (limit >= enoughFiles) return [good(name, `Up to ${limit} files and connections may be open.`)];
  const say = limit < leastFiles ? bad : warning;
  return [
    say(
      name,
      `Only ${limit} files and connections may be open at once.`,
      `Raise the limit to ${enoughFiles} or more: \`ulimit -n 65536\`, or LimitNOFILE=65536 in the systemd unit.`,
    ),
  ];
}

function readOpenFileLimit(): number {
  // Asking the system for names of network peers could take seconds.
  (process.report as { excludeNetwork?: boolean }).excludeNetwork = true;
  const report = process.report.getReport() as {
    userLimits?: { open_files?: { soft: number | 'unlimited' } };
  };
  const soft = report.userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : Number.MAX_SAFE_INTEGER;
}

export async function checkStorage(openStorage: () => Promise<Storage>): Promise<Finding[]> {
  const storage = await openStorage();
  try {
    await storage.probe();
    return [good('storage', 'Files can be written, read and deleted.')];
  } finally {
    await storage.close();
  }
}

const gigabyte = 1e9;

export async function checkDisk(folder: string, read = statfs): Promise<Finding[]> {
  const { bavail, bsize, blocks } = await read(folder);
  const free = (bavail * bsize) / gigabyte;
  const share = blocks === 0 ? 1 : bavail / blocks;
  const message = `${free.toFixed(1)} GB are free in ${folder}.`;
  if (free >= 5 && share >= 0.05) return [good('disk', message)];
  return [
    (free < 1 ? bad : warning)(
      'disk',
      message,
      'Free some space, move TRIKON_DATA to a larger disk, or keep files in S3.',
    ),
  ];
}

export async function checkKeyFile(file: string): Promise<Finding[]> {
  const name = 'master key file';
  const { mode } = await stat(file);
  if ((mode & 0o077) === 0) return [good(name, `${file} is readable by the program only.`)];
  return [bad(name, `${file} can be read by others on this machine.`, `Run \`chmod 600 ${file}\`.`)];
}
