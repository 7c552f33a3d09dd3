import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Clock } from './clock.ts';
import { Tasks } from './tasks.ts';

function planner() {
  const clock = new Clock({ now: 0, rate: 0 });
  const failures: unknown[] = [];
  const tasks = new Tasks(clock, (error) => failures.push(error));
  const done: string[] = [];
  const plan = tasks.on<string>('note', (name) => void done.push(name));
  return { clock, tasks, done, plan, failures };
}

test('things happen in the order of their time, and in the order of planning at the same moment', () => {
  const { clock, tasks, done, plan } = planner();
  for (const [name, at] of [
    ['late', 30],
    ['first', 10],
    ['second', 10],
    ['past', -5],
  ] as const)
    plan(at, name);
  clock.jump(20);
  tasks.runDue();
  expect(done).toEqual(['past', 'first', 'second']);
  expect(tasks.nextAt).toBe(30);
  expect(tasks.size).toBe(1);
});

test('planning, cancelling and performing in any order is like a sorted list', () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ plan: fc.integer({ min: 0, max: 50 }) }) },
    fc.record({ cancel: fc.nat(60) }),
    fc.record({ pass: fc.nat(10) }),
    fc.record({ reload: fc.constant(true) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { clock, tasks, done, plan } = planner();
      let model: { id: number; at: number }[] = [];
      const expected: string[] = [];
      for (const one of steps) {
        if ('plan' in one) {
          const id = plan(one.plan, String(tasks.save().nextId));
          model.push({ id, at: one.plan });
        } else if ('cancel' in one) {
          tasks.cancel(one.cancel);
          model = model.filter(({ id }) => id !== one.cancel);
        } else if ('reload' in one) {
          tasks.restore(structuredClone(tasks.save()));
        } else {
          clock.jump(clock.now() + one.pass);
          tasks.runDue();
          const now = clock.now();
          const due = model.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at || a.id - b.id);
          expected.push(...due.map(({ id }) => String(id)));
          model = model.filter(({ at }) => at > now);
        }
        expect(done).toEqual(expected);
        expect(tasks.size).toBe(model.length);
        expect(tasks.nextAt).toBe(Math.min(Infinity, ...model.map(({ at }) => at)));
      }
    }),
  );
});

test('what is cancelled leaves memory, however far away it was', () => {
  const { tasks, plan } = planner();
  for (let count = 0; count < 5000; count++) tasks.cancel(plan(1_000_000, 'never'));
  expect(tasks.save().tasks).toEqual([]);
  expect(tasks.size).toBe(0);
  expect(tasks.nextAt).toBe(Infinity);
});

test('what is due at a frozen moment happens without time moving', async () => {
  const { tasks, done, plan } = planner();
  tasks.start();
  plan(0, 'now');
  plan(1, 'never');
  await vi.waitFor(() => expect(done).toEqual(['now']));
  tasks.stop();
});

test('a moved clock wakes what became due, and a stopped world does nothing', async () => {
  const { clock, tasks, done, plan } = planner();
  tasks.start();
  plan(100, 'one');
  clock.jump(100);
  tasks.rewind();
  await vi.waitFor(() => expect(done).toEqual(['one']));
  tasks.stop();
  plan(100, 'two');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toEqual(['one']);
});

test('a task that fails is reported, and the others have their turn', () => {
  const { tasks, done, plan, failures } = planner();
  tasks.on('bad', () => {
    throw new Error('broken');
  });
  tasks.schedule({ kind: 'bad', at: 0, payload: null });
  plan(0, 'good');
  tasks.runDue();
  expect(done).toEqual(['good']);
  expect(failures).toEqual([new Error('broken')]);
});

test('a task of an unknown kind, of a kind declared twice, or without a time is a mistake that shows at once', () => {
  const { tasks, plan } = planner();
  expect(() => tasks.schedule({ kind: 'unheard', at: 0, payload: 1 })).toThrow('Nobody performs');
  expect(() => tasks.on('note', () => {})).toThrow('twice');
  expect(() => plan(NaN, 'x')).toThrow('no time');
});
