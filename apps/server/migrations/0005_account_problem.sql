-- Why Meta answered nothing useful when an account was last looked after; null while all is well.

alter table whatsapp_accounts add column problem text;
