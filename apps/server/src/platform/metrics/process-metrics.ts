import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Gauge, type Registry } from 'prom-client';

/**
 * The usual numbers of a Node process under their usual names, read when asked. prom-client's own set starts observers
 * that cannot be stopped, and an app that is closed must leave nothing running.
 */
export function watchProcess(registry: Registry): () => void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let utilization = performance.eventLoopUtilization();

  const read = (name: string, help: string, value: () => number): void => {
    const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(value()) });
  };
  read('process_cpu_seconds_total', 'CPU time used, user and system.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  read('process_resident_memory_bytes', 'Memory held by the process.', () => process.memoryUsage.rss());
  read('process_start_time_seconds', 'When the process started, in Unix time.', () =>
    Math.round(performance.timeOrigin / 1e3),
  );
  read('process_open_fds', 'Open files and sockets.', openFiles);
  read('nodejs_heap_size_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
  read(
    'nodejs_external_memory_bytes',
    'Memory of buffers outside the heap.',
    () => process.memoryUsage().external,
  );
  read('nodejs_eventloop_lag_mean_seconds', 'Mean delay of the event loop since the last reading.', () =>
    lag(delay.mean),
  );
  read('nodejs_eventloop_lag_p99_seconds', 'Delay that 1 % of turns exceeded since the last reading.', () =>
    lag(delay.percentile(99)),
  );
  read('nodejs_eventloop_lag_max_seconds', 'Longest delay since the last reading.', () => {
    const longest = lag(delay.max);
    // Read last of the three: metrics are collected in the order in which they were registered.
    delay.reset();
    return longest;
  });
  read(
    'nodejs_eventloop_utilization_ratio',
    'Share of time the event loop was busy since the last reading.',
    () => {
      const now = performance.eventLoopUtilization();
      const since = performance.eventLoopUtilization(now, utilization);
      utilization = now;
      return since.utilization;
    },
  );
  return () => delay.disable();
}

function lag(nanoseconds: number): number {
  return Number.isFinite(nanoseconds) && nanoseconds > 0 && nanoseconds < 1e15 ? nanoseconds / 1e9 : 0;
}

function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    // Only Linux tells.
    return Number.NaN;
  }
}
