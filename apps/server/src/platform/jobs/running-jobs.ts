/** The jobs that run in this copy now, each with the means to ask it to stop. */
export class RunningJobs {
  readonly #controllers = new Map<string, AbortController>();
  readonly #unfinished = new Set<string>();
  #stopping = false;

  begin(jobId: string): AbortSignal {
    const controller = new AbortController();
    this.#controllers.set(jobId, controller);
    // The library may have been fetching it while the stop was asked for.
    if (this.#stopping) controller.abort(interruption());
    return controller.signal;
  }

  end(jobId: string): void {
    this.#controllers.delete(jobId);
  }

  /** Keeps in mind that a stop ended the job before it was done. */
  leaveUnfinished(jobId: string): void {
    if (this.#stopping) this.#unfinished.add(jobId);
  }

  interrupt(): void {
    for (const controller of this.#controllers.values()) controller.abort(interruption());
  }

  stop(): void {
    this.#stopping = true;
    this.interrupt();
  }

  get ids(): string[] {
    return [...this.#controllers.keys()];
  }

  get unfinished(): string[] {
    return [...this.#unfinished];
  }
}

const interruption = (): Error => new Error('The program stops, or has lost this job.');
