/**
 * Which name does each column of a header row get? A name seen before gets _1, _2 …, avoiding every name that the row already uses;
 * blank names stay blank (a reader of rows by position labels them).
 */
export function distinctNames(header: readonly string[]): readonly string[] {
  const used = new Set(header);
  const seen = new Map<string, number>();
  return header.map((name) => {
    let count = seen.get(name) ?? 0;
    if (count === 0) {
      seen.set(name, 1);
      return name;
    }
    let candidate = `${name}_${count}`;
    while (used.has(candidate)) {
      count += 1;
      candidate = `${name}_${count}`;
    }
    used.add(candidate);
    seen.set(name, count + 1);
    return candidate;
  });
}

/** Which name does a person see for each column? As `distinctNames`, trimmed, and 'Column 38' for a column without a name. */
export function columnLabels(header: readonly string[], width = header.length): readonly string[] {
  return distinctNames(
    Array.from({ length: Math.max(width, header.length) }, (_, index) => header[index]?.trim() || `Column ${index + 1}`),
  );
}
