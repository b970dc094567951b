/** What must be written so that stored rows, numbered from 0 in each account, become the wanted ones. */
export interface Changes<Row> {
  readonly changed: readonly { readonly account: number; readonly n: number; readonly row: Row }[];
  /** Accounts that keep fewer rows than they had. */
  readonly shorter: readonly { readonly account: number; readonly length: number }[];
}

/** Which rows differ, place by place? Rows only ever grow at their end unless something was corrected, so that little is written. */
export const changedRows = <Row extends object>(
  stored: ReadonlyMap<number, readonly Row[]>,
  wanted: ReadonlyMap<number, readonly Row[]>,
): Changes<Row> => {
  const changed: { account: number; n: number; row: Row }[] = [];
  const shorter: { account: number; length: number }[] = [];
  for (const [account, rows] of wanted) {
    const before = stored.get(account) ?? [];
    rows.forEach((row, n) => {
      const held = before[n];
      if (held === undefined || !isSame(held, row)) changed.push({ account, n, row });
    });
    if (before.length > rows.length) shorter.push({ account, length: rows.length });
  }
  return { changed, shorter };
};

const isSame = <Row extends object>(a: Row, b: Row): boolean =>
  (Object.keys(b) as (keyof Row)[]).every((key) => a[key] === b[key] || JSON.stringify(a[key]) === JSON.stringify(b[key]));
