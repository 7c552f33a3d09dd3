-- Portfolios: Meta's business that owns an account. User ids and the messaging limit are good for all of its numbers.

alter table whatsapp_accounts
  -- Meta's id of it; null while Meta has not told.
  add column portfolio_id text,
  -- What is limited together: the portfolio, or the account alone while its portfolio is unknown.
  add column limit_key text not null generated always as (coalesce(portfolio_id, account_id::text)) stored;
