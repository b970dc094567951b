/** What an account paid at the end of each month, from its step line; the last month is the one of `today`. Dates are 'YYYY-MM-DD'. */
export const monthsOfLine = (
  steps: readonly { readonly date: string; readonly mrrMinor: number }[],
  today: string,
): readonly { month: string; mrrMinor: number }[] => {
  const first = steps[0]?.date;
  if (!first) return [];
  const months: { month: string; mrrMinor: number }[] = [];
  for (let month = `${first.slice(0, 7)}-01`, at = 0, value = 0; month <= today; month = nextMonth(month)) {
    const end = nextMonth(month);
    for (; at < steps.length && (steps[at]?.date ?? '') < end; at += 1) value = steps[at]?.mrrMinor ?? value;
    months.push({ month, mrrMinor: value });
  }
  return months;
};

const nextMonth = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
};
