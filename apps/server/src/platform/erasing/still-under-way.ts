/** Something of theirs is on its way this very moment: to be tried again in a few seconds. */
export class StillUnderWay extends Error {
  override name = 'StillUnderWay';
}
