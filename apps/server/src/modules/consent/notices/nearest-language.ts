/** Of what there is: the same language, then the same in another script or country, then English, then the first. */
export function nearestLanguage(available: readonly string[], wanted: string): string {
  const sorted = available.toSorted();
  const bare = (language: string): string => language.split('-', 1)[0]!;
  const candidates = [
    sorted.find((each) => each === wanted),
    sorted.find((each) => each === bare(wanted)),
    sorted.find((each) => bare(each) === bare(wanted)),
    sorted.find((each) => bare(each) === 'en'),
    sorted[0],
  ];
  const found = candidates.find((each) => each !== undefined);
  if (found === undefined) throw new RangeError('A notice has words in at least one language.');
  return found;
}
