/** Expressions over whatever relation is to be priced. */
interface PricedColumns {
  category: string;
  country: string;
  windowOpen: string;
  freeEntry: string;
  /** What is left when this row's turn comes: of many free-form messages, less by one for each before it. */
  allowanceLeft: string;
}

/**
 * `priceIn` for a whole relation: two common table expressions made of the tariff, a join to them, and what it then
 * costs. `tariff` is the tariff as a parameter, such as `$3`.
 */
export const priceInSql = (
  tariff: string,
  { category, country, windowOpen, freeEntry, allowanceLeft }: PricedColumns,
): { ctes: string; join: string; micros: string } => ({
  ctes: `tariff_rules as materialized (
      select "serviceFree" as service_free, "utilityFreeInWindow" as utility_free_in_window
      from jsonb_to_record(nullif((${tariff}::jsonb)->'rules', 'null')) as rule ("serviceFree" boolean, "utilityFreeInWindow" boolean)
      where (${tariff}::jsonb)->>'rules' is not null
    ), tariff_line as materialized (
      select category, country, micros
      from jsonb_to_recordset((${tariff}::jsonb)->'lines') as line (category text, country text, micros bigint)
    )`,
  join: `left join tariff_rules on true
    left join tariff_line on tariff_line.category = ${category} and tariff_line.country = ${country}
    left join tariff_line as tariff_rest on tariff_rest.category = ${category} and tariff_rest.country = '*'`,
  micros: `case
    when tariff_rules.service_free is null then null
    when ${freeEntry} then 0
    when ${category} = 'service' and (tariff_rules.service_free or ${allowanceLeft} > 0) then 0
    when ${category} = 'utility' and tariff_rules.utility_free_in_window and ${windowOpen} then 0
    else coalesce(tariff_line.micros, tariff_rest.micros) end`,
});
