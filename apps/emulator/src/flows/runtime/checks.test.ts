import { describe, expect, it } from 'vitest';
import type { Json } from '../../world/json.ts';
import { wrongWith } from './checks.ts';

const options = [{ id: 'a' }, { id: 'b' }, { id: 'c', enabled: false }];
const file = (file_name: string, size_kb: number, mime_type = 'image/png') => ({
  file_name,
  size_kb,
  mime_type,
});

describe('what a person entered', () => {
  it.each<[object, Json, string | undefined]>([
    [{ type: 'TextInput', required: true }, ' ', 'Please fill in this field.'],
    [{ type: 'TextInput' }, '', undefined],
    [{ type: 'TextInput', 'input-type': 'email' }, 'asha@example.in', undefined],
    [{ type: 'TextInput', 'input-type': 'email' }, 'asha', 'Please enter a valid email address.'],
    [{ type: 'TextInput', 'input-type': 'number' }, '12.5', undefined],
    [{ type: 'TextInput', 'input-type': 'number' }, 'twelve', 'Please enter a number.'],
    [{ type: 'TextInput', 'input-type': 'phone' }, '+91 98765 43210', undefined],
    [{ type: 'TextInput', 'input-type': 'phone' }, 'call me', 'Please enter a valid phone number.'],
    [{ type: 'TextInput', 'input-type': 'passcode' }, '12a4', 'Please enter digits only.'],
    [{ type: 'TextInput', 'min-chars': 3 }, 'ab', 'Please enter at least 3 characters.'],
    [{ type: 'TextInput', 'max-chars': '5' }, 'abcdef', 'Please enter at most 5 characters.'],
    [{ type: 'TextInput' }, 'x'.repeat(81), 'Please enter at most 80 characters.'],
    [{ type: 'TextInput', pattern: '007', 'helper-text': 'Contains 007' }, 'x007', undefined],
    [
      { type: 'TextInput', pattern: '007', 'helper-text': 'Contains 007' },
      '7',
      'This does not have the right format. Contains 007',
    ],
    [{ type: 'TextInput', pattern: '(' }, 'x', undefined],
    [{ type: 'TextArea' }, 'x'.repeat(601), 'Please enter at most 600 characters.'],
    [{ type: 'OptIn', required: true }, false, 'Please tick this box to go on.'],
    [{ type: 'Dropdown', 'data-source': options }, 'a', undefined],
    [{ type: 'Dropdown', 'data-source': options }, 'c', 'Please choose from the list.'],
    [{ type: 'RadioButtonsGroup', 'data-source': options, required: true }, '', 'Please fill in this field.'],
    [
      { type: 'CheckboxGroup', 'data-source': options, 'min-selected-items': 2 },
      ['a'],
      'Please choose at least 2.',
    ],
    [
      { type: 'CheckboxGroup', 'data-source': options, 'max-selected-items': 1 },
      ['a', 'b'],
      'Please choose at most 1.',
    ],
    [{ type: 'CheckboxGroup', 'data-source': options }, ['a', 'z'], 'Please choose from the list.'],
    [{ type: 'DatePicker', 'min-date': '2026-10-05' }, '2026-10-04', 'Please choose 2026-10-05 or later.'],
    [{ type: 'DatePicker', 'max-date': '2026-10-05' }, '2026-10-06', 'Please choose 2026-10-05 or earlier.'],
    [
      { type: 'DatePicker', 'unavailable-dates': ['2026-10-20'] },
      '2026-10-20',
      'This date is not available.',
    ],
    [{ type: 'DatePicker' }, 'tomorrow', 'Please choose a date.'],
    [
      { type: 'DatePicker', 'min-date': '1693569600000' },
      '1693400000000',
      'Please choose 2023-09-01 or later.',
    ],
    [{ type: 'CalendarPicker', 'include-days': ['Mon'] }, '2026-10-20', 'This date is not available.'],
    [{ type: 'CalendarPicker', 'include-days': ['Tue'] }, '2026-10-20', undefined],
    [
      { type: 'CalendarPicker', mode: 'range' },
      { 'start-date': '2026-10-20' },
      'Please choose a first and a last day.',
    ],
    [
      { type: 'CalendarPicker', mode: 'range', 'min-days': 3 },
      { 'start-date': '2026-10-20', 'end-date': '2026-10-21' },
      'Please choose at least 3 days.',
    ],
    [
      { type: 'CalendarPicker', mode: 'range', 'max-days': 1 },
      { 'start-date': '2026-10-20', 'end-date': '2026-10-21' },
      'Please choose at most 1 days.',
    ],
    [{ type: 'CalendarPicker', mode: 'range', required: true }, {}, 'Please fill in this field.'],
    [{ type: 'PhotoPicker', 'min-uploaded-photos': 1 }, [], 'Please add at least 1.'],
    [
      { type: 'PhotoPicker', 'max-uploaded-photos': 1 },
      [file('a.png', 1), file('b.png', 1)],
      'Please add at most 1.',
    ],
    [{ type: 'PhotoPicker', 'max-file-size-kb': 100 }, [file('a.png', 101)], 'a.png is larger than 100 KB.'],
    [
      { type: 'DocumentPicker', 'allowed-mime-types': ['application/pdf'] },
      [file('a.png', 1)],
      'a.png is of a type that is not accepted.',
    ],
  ])('%j with %j: %s', (component, value, words) => {
    expect(wrongWith({ ...component }, value)).toBe(words);
  });
});
