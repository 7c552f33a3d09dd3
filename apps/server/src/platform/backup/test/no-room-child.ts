import { systemClock } from '../../clock/index.ts';
import { backup } from '../index.ts';

// Makes a backup where there is little room and says why it failed, for backup.pg.test.ts.
const given = JSON.parse(process.argv[2]!) as {
  url: string;
  masterKey: string;
  rolePrefix: string;
  file: string;
};
try {
  const masterKey = Buffer.from(given.masterKey, 'base64');
  await backup({ ...given, masterKey, clock: systemClock, version: 'child' });
} catch (error) {
  process.stdout.write((error as Error).message);
}
