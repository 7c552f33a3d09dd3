/** What a spreadsheet takes for the beginning of a formula. */
const startsFormula = /^[=+\-@\t\r]/;

/** One row of a CSV file. An apostrophe keeps a spreadsheet from running what somebody wrote into a name. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(text: string): string {
  const safe = startsFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Without it Excel takes UTF-8 for something else. */
export const byteOrderMark = '\uFEFF';
