/** A customer at the beginning of its first life, once it is known whether it stayed. */
export interface CustomerStart {
  readonly account: number;
  /** The first paid day, a local date. */
  readonly startedOn: string;
  /** '' when no plan is recorded. */
  readonly plan: string;
  /** Null when they are not recorded. */
  readonly seats: number | null;
  readonly stayed: boolean;
}

/** What somebody does: an event, and which feature of it where it names one. */
export interface Doing {
  readonly event: string;
  readonly feature: string | null;
}

/** How often, and by how many people, each customer did something within so many days of its start; in the order of the starts. */
export interface EarlyCounts extends Doing {
  readonly withinDays: number;
  readonly times: ArrayLike<number>;
  readonly people: ArrayLike<number>;
}

/** An early behaviour: done at least so many times, by at least so many different people, within so many days of the first paid day. */
export interface Behaviour extends Doing {
  readonly times: number;
  readonly people: number;
  readonly withinDays: number;
}
