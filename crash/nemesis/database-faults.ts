import { setTimeout as pause } from 'node:timers/promises';
import type { RunDatabase } from '../stage/database.ts';
import type { Fault } from './fault.ts';

/** What happens to the database. */
export const databaseFaults: Fault[] = [
  {
    name: 'kill-database',
    kills: true,
    leaves: ['unavailable', 'slow'],
    strike: async ({ database }, chance) => {
      await pause(chance.between(0, 900));
      database.killPostmaster();
      await isBack(database);
    },
  },
  {
    name: 'kill-backend',
    kills: true,
    leaves: ['unavailable', 'slow'],
    strike: async ({ database }, chance) => {
      const sessions = await sessionsOf(database);
      if (sessions.length > 0) process.kill(chance.pick(sessions), 'SIGKILL');
      await isBack(database);
    },
  },
  {
    name: 'terminate-sessions',
    leaves: ['ended'],
    strike: async ({ database }, chance) => {
      for (let left = chance.between(15, 30); left > 0; left--) {
        const sessions = await sessionsOf(database);
        if (sessions.length > 0)
          await database.ask('select pg_terminate_backend($1)', [chance.pick(sessions)]);
        await pause(chance.between(20, 120));
      }
    },
  },
  {
    name: 'fill-disk',
    leaves: ['unavailable'],
    missing: ({ database }) => database.diskProblem,
    strike: async ({ database }, chance) => {
      database.fill();
      await pause(chance.between(2_500, 5_000));
      database.makeRoom();
      await isBack(database);
    },
  },
];

async function sessionsOf(database: RunDatabase): Promise<number[]> {
  const rows = await database.ask<{ pid: number }>(
    `select pid from pg_stat_activity where application_name in ('trikon app', 'trikon system') order by pid`,
  );
  return rows.map(({ pid }) => pid);
}

async function isBack(database: RunDatabase): Promise<void> {
  await pause(100);
  for (let tries = 0; tries < 600; tries++) {
    const answered = await database.ask('select 1').catch(() => null);
    if (answered !== null) return;
    await pause(100);
  }
  throw new Error('The database did not come back within a minute.');
}
