import type { ImportFailure, ImportProblem } from '@trikon/contract';

export const failureWords: Record<ImportFailure, string> = {
  empty: 'There is nothing in this file.',
  binary: 'This is neither a CSV file nor an Excel workbook. Save it as one of them.',
  old_excel:
    'This workbook is of an old Excel, or locked with a password. Save it as .xlsx without a password, or as CSV.',
  damaged: 'This workbook is damaged: it cannot be unpacked. Save it again and try the new file.',
  protected: 'This workbook is locked with a password. Save it without one.',
  unpacks_too_large: 'This workbook unpacks to far more than it should. Save the sheet as CSV instead.',
  too_many_texts:
    'There is more text in this workbook than can be kept in memory. Save the sheet as CSV instead.',
  no_sheet: 'This workbook has no sheet.',
  too_many_columns: 'There are more than 500 columns. Keep those that say something about contacts.',
  too_many_rows: 'There are more than 1,100,000 rows. Split the file.',
  row_too_long: 'One row has more than a million characters. This seems to be no list of contacts.',
  open_quote: 'A quotation mark is opened and never closed. Close it, or take it out.',
  file_gone: 'The file is not kept any more. Upload it again.',
};

/** Beside the row in the file of those that were not taken. */
export const problemWords: Record<ImportProblem, string> = {
  no_phone: 'There is no phone number in this row.',
  phone_no_number: 'This is not a phone number.',
  phone_rounded:
    'A spreadsheet has rounded this phone number; its last digits are lost. Format the column as text and enter it again.',
  email_wrong: 'This is not an e-mail address.',
  name_too_long: 'The name is longer than 200 characters.',
  city_too_long: 'The city is longer than 100 characters.',
  language_unknown: 'This is not a language. Write it like Hindi or hi.',
  owner_unknown: 'No member of the workspace has this e-mail address or name.',
  field_wrong: 'This value does not fit the field.',
  consent_unclear: 'This is neither a yes nor a no.',
  no_key: 'The value by which contacts are recognised is missing.',
  several_have_key: 'More than one contact has this value, so it is not clear who is meant.',
  other_phone: 'This phone belongs to another contact, or the contact has another phone.',
  unreadable_text: 'Some characters of this row cannot be read. Save the file as UTF-8.',
  too_many_cells: 'This row has more cells than the header. A comma or a quotation mark may be too many.',
  twice_in_file: 'This person stands further up in the file already.',
};
