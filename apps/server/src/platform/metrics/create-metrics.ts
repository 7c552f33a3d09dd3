import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { watchProcess } from './process-metrics.ts';

type Labels<Name extends string> = Record<Name, string>;

export type Metrics = {
  /** A number that only grows. The returned function adds to it. */
  counter<Name extends string>(definition: Definition<Name>): (labels: Labels<Name>, by?: number) => void;
  /** How values are spread: durations in seconds, sizes in bytes. */
  histogram<Name extends string>(
    definition: Definition<Name> & { buckets?: readonly number[] },
  ): (labels: Labels<Name>, value: number) => void;
  /** A number read when somebody asks, such as the length of a queue. */
  gauge(definition: { name: string; help: string }, read: () => number | Promise<number>): void;
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  contentType: string;
  close(): void;
};

type Definition<Name extends string> = { name: string; help: string; labels: readonly Name[] };

const DURATIONS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** A label whose values grow without end costs memory here and money in every system that stores it. */
const MOST_SERIES = 1_000;
const BEYOND = 'other';

/** The numbers of one app, in a registry of its own: two apps in one process, as in tests, do not meet. */
export function createMetrics({ watch = true }: { watch?: boolean } = {}): Metrics {
  const registry = new Registry();
  const stopWatching = watch ? watchProcess(registry) : () => undefined;

  return {
    counter(definition) {
      const counter = new Counter({ ...checked(definition), registers: [registry] });
      const bounded = boundLabels(definition.labels);
      return (labels, by = 1) => counter.inc(bounded(labels), by);
    },
    histogram(definition) {
      const buckets = [...(definition.buckets ?? DURATIONS)];
      const histogram = new Histogram({ ...checked(definition), buckets, registers: [registry] });
      const bounded = boundLabels(definition.labels);
      return (labels, value) => histogram.observe(bounded(labels), value);
    },
    gauge({ name, help }, read) {
      const gauge: Gauge = new Gauge({
        ...checked({ name, help, labels: [] }),
        registers: [registry],
        async collect() {
          // One number that cannot be read must not take the others with it.
          gauge.set(
            await Promise.resolve()
              .then(read)
              .catch(() => Number.NaN),
          );
        },
      });
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
    close() {
      stopWatching();
      registry.clear();
    },
  };
}

function checked<Name extends string>({
  name,
  help,
  labels,
}: Definition<Name>): { name: string; help: string; labelNames: Name[] } {
  if (!/^trikon_[a-z][a-z0-9_]*$/.test(name))
    throw new TypeError(`The metric "${name}" must be named trikon_….`);
  return { name, help, labelNames: [...labels] };
}

function boundLabels<Name extends string>(names: readonly Name[]): (labels: Labels<Name>) => Labels<Name> {
  const known = new Set<string>();
  const beyond = Object.fromEntries(names.map((name) => [name, BEYOND])) as Labels<Name>;
  return (labels) => {
    const series = names.map((name) => labels[name]).join('\u0000');
    if (known.has(series)) return labels;
    if (known.size >= MOST_SERIES) return beyond;
    known.add(series);
    return labels;
  };
}
