// The days with which weeks begin anywhere: Monday, Sunday, Saturday. 2026-01-04 was a Sunday.
const STARTS = [1, 0, 6] as const;
const A_SUNDAY = Date.UTC(2026, 0, 4);
const DAY = 86_400_000;

/** The days on which a week may start (0 is Sunday), under their names in a language. */
export const weekStartOptions = (language: string): readonly { readonly value: string; readonly label: string }[] => {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return STARTS.map((day) => ({ value: String(day), label: name.format(A_SUNDAY + day * DAY) }));
};
