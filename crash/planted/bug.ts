/** A mistake that somebody could make, as an exact replacement in one file, and who has to notice it. */
export interface PlantedBug {
  name: string;
  file: string;
  find: string;
  put: string;
  /**
   * A test file and some of the name of the test in it, without those of the groups around it, so that no other test
   * that fails by chance is taken for the one; or the arguments of a crash run.
   */
  caughtBy: { test: string; named: string } | { crash: string[] };
}

export const testOf =
  (test: string) =>
  (named: string): PlantedBug['caughtBy'] => ({ test, named });
