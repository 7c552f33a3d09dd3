import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../http/index.ts';
import { listProcesses } from '../processes/index.ts';
import { runChecks, type Check, type HealthSources } from './checks.ts';

export function healthRoutes(sources: HealthSources & { version: string; startedAt: Date }): Route[] {
  const { db, version, startedAt } = sources;
  return workspaceRoutes('health', contract.health, {
    get: async () => {
      const [checks, processes] = await Promise.all([
        runChecks(sources),
        db.acrossWorkspaces('processes', (tx) => listProcesses(tx)),
      ]);
      return { state: worst(checks), version, startedAt, checks, processes };
    },
  });
}

function worst(checks: Check[]): Check['state'] {
  if (checks.some(({ state }) => state === 'bad')) return 'bad';
  return checks.some(({ state }) => state === 'warning') ? 'warning' : 'good';
}
