/** How a statement is run, by whatever connection the caller holds. */
type RunSql = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** Keeps what is there; of two programs that start at once, both then read the first one's. */
export async function addSetting(run: RunSql, name: string, value: unknown): Promise<void> {
  await run(
    `insert into system.settings (name, value)
     select $1, $2::jsonb where not exists (select from system.settings where name = $1)
     on conflict do nothing`,
    [name, JSON.stringify(value)],
  );
}

export async function putSetting(run: RunSql, name: string, value: unknown): Promise<void> {
  await run(
    `insert into system.settings (name, value) values ($1, $2::jsonb)
     on conflict (name) do update set value = excluded.value`,
    [name, JSON.stringify(value)],
  );
}
