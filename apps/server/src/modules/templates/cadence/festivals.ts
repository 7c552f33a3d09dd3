import type { festivalCertainties } from '@trikon/contract';

interface Festival {
  key: string;
  name: { en: string; hi: string };
  certainty: (typeof festivalCertainties)[number];
  /** ISO days, by year. */
  days: readonly string[];
}

const festival = (
  key: string,
  [en, hi]: readonly [string, string],
  certainty: Festival['certainty'],
  days: string,
): Festival => ({ key, name: { en, hi }, certainty, days: days.split(' ') });

/**
 * Days of 2026 to 2028, from the lists of holidays that the central government publishes and, where those do not reach,
 * computed from the moon. What may move is settled by its sighting, the region or the almanac.
 */
export const festivals: readonly Festival[] = [
  festival('new_year', ['New Year', 'नया साल'], 'fixed', '2026-01-01 2027-01-01 2028-01-01'),
  festival('lohri', ['Lohri', 'लोहड़ी'], 'may_move', '2026-01-13 2027-01-13 2028-01-14'),
  festival(
    'pongal',
    ['Pongal and Makar Sankranti', 'पोंगल और मकर संक्रांति'],
    'may_move',
    '2026-01-14 2027-01-15 2028-01-15',
  ),
  festival('republic_day', ['Republic Day', 'गणतंत्र दिवस'], 'fixed', '2026-01-26 2027-01-26 2028-01-26'),
  festival(
    'maha_shivaratri',
    ['Maha Shivaratri', 'महाशिवरात्रि'],
    'listed',
    '2026-02-15 2027-03-06 2028-02-23',
  ),
  festival('holi', ['Holi', 'होली'], 'listed', '2026-03-04 2027-03-22 2028-03-11'),
  festival(
    'ugadi',
    ['Ugadi and Gudi Padwa', 'उगादी और गुड़ी पड़वा'],
    'listed',
    '2026-03-19 2027-04-07 2028-03-27',
  ),
  festival('eid_al_fitr', ['Eid al-Fitr', 'ईद-उल-फ़ित्र'], 'may_move', '2026-03-21 2027-03-10 2028-02-27'),
  festival('ram_navami', ['Ram Navami', 'राम नवमी'], 'may_move', '2026-03-26 2027-04-15 2028-04-03'),
  festival('good_friday', ['Good Friday', 'गुड फ़्राइडे'], 'fixed', '2026-04-03 2027-03-26 2028-04-14'),
  festival(
    'vaisakhi',
    ['Vaisakhi and Tamil New Year', 'बैसाखी और तमिल नववर्ष'],
    'may_move',
    '2026-04-14 2027-04-14 2028-04-13',
  ),
  festival(
    'vishu',
    ['Vishu and Bohag Bihu', 'विशु और बोहाग बिहू'],
    'may_move',
    '2026-04-15 2027-04-15 2028-04-14',
  ),
  festival(
    'akshaya_tritiya',
    ['Akshaya Tritiya', 'अक्षय तृतीया'],
    'may_move',
    '2026-04-19 2027-05-09 2028-04-27',
  ),
  festival('eid_al_adha', ['Eid al-Adha', 'ईद-उल-अज़हा'], 'may_move', '2026-05-27 2027-05-17 2028-05-05'),
  festival('muharram', ['Muharram', 'मुहर्रम'], 'may_move', '2026-06-26 2027-06-16 2028-06-04'),
  festival('rath_yatra', ['Rath Yatra', 'रथ यात्रा'], 'listed', '2026-07-16 2027-07-05 2028-06-24'),
  festival(
    'independence_day',
    ['Independence Day', 'स्वतंत्रता दिवस'],
    'fixed',
    '2026-08-15 2027-08-15 2028-08-15',
  ),
  festival('onam', ['Onam', 'ओणम'], 'listed', '2026-08-26 2027-09-12 2028-09-01'),
  festival('raksha_bandhan', ['Raksha Bandhan', 'रक्षाबंधन'], 'listed', '2026-08-28 2027-08-17 2028-08-05'),
  festival('janmashtami', ['Janmashtami', 'जन्माष्टमी'], 'may_move', '2026-09-04 2027-08-25 2028-08-13'),
  festival(
    'ganesh_chaturthi',
    ['Ganesh Chaturthi', 'गणेश चतुर्थी'],
    'listed',
    '2026-09-14 2027-09-04 2028-08-23',
  ),
  festival('gandhi_jayanti', ['Gandhi Jayanti', 'गांधी जयंती'], 'fixed', '2026-10-02 2027-10-02 2028-10-02'),
  festival('navratri', ['Navratri', 'नवरात्रि'], 'listed', '2026-10-11 2027-09-30 2028-09-19'),
  festival('durga_puja', ['Durga Puja', 'दुर्गा पूजा'], 'may_move', '2026-10-18 2027-10-07 2028-09-25'),
  festival('dussehra', ['Dussehra', 'दशहरा'], 'may_move', '2026-10-20 2027-10-09 2028-09-27'),
  festival('karva_chauth', ['Karva Chauth', 'करवा चौथ'], 'listed', '2026-10-29 2027-10-18 2028-10-07'),
  festival('dhanteras', ['Dhanteras', 'धनतेरस'], 'may_move', '2026-11-06 2027-10-27 2028-10-15'),
  festival('diwali', ['Diwali', 'दिवाली'], 'listed', '2026-11-08 2027-10-29 2028-10-17'),
  festival('bhai_dooj', ['Bhai Dooj', 'भाई दूज'], 'listed', '2026-11-11 2027-10-31 2028-10-19'),
  festival('chhath', ['Chhath', 'छठ'], 'listed', '2026-11-15 2027-11-04 2028-10-23'),
  festival(
    'guru_nanak_jayanti',
    ['Guru Nanak Jayanti', 'गुरु नानक जयंती'],
    'listed',
    '2026-11-24 2027-11-14 2028-11-02',
  ),
  festival('christmas', ['Christmas', 'क्रिसमस'], 'fixed', '2026-12-25 2027-12-25 2028-12-25'),
];

export const isFestival = (key: string): boolean => festivals.some((each) => each.key === key);
