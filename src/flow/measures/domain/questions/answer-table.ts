import type { Figure } from '../../contracts.ts';
import type { Answer } from '../../question-contracts.ts';

type Cell = string | number | null;
/** What a question comes to, as one table: the head first. */
export type AnswerTable = readonly (readonly Cell[])[];

/** The answer of a question as one table: a row per point, step, cell, edge or feature. */
export const tableOf = (answer: Answer): AnswerTable => {
  switch (answer.kind) {
    case 'trend':
      return trendTable(answer);
    case 'funnel':
      return funnelTable(answer);
    case 'retention':
      return [
        ['slice', 'cohort', 'size', ...answer.columns],
        ...answer.slices.flatMap(({ key, rows }) => rows.map(({ cohort, size, cells }) => [key, cohort, size, ...cells.map(shareOf)])),
      ];
    case 'stickiness':
      return stickinessTable(answer);
    case 'lifecycle':
      return [
        ['slice', 'period', 'new', 'returning', 'resurrecting', 'dormant'],
        ...answer.slices.flatMap(({ key, points }) =>
          points.map((one) => [key, one.period, one.fresh, one.returning, one.resurrecting, one.dormant]),
        ),
      ];
    case 'paths':
      return [
        ['step', 'from', 'to', 'transitions', 'units'],
        ...answer.edges.map(({ step, from, to, transitions, units }) => [step, from, to, transitions, units]),
      ];
    case 'sessions':
      return sessionsTable(answer);
    case 'adoption':
      return [
        ['feature', 'using', 'eligible', 'share', 'facts', 'depth'],
        ...answer.features.map(({ label, share, facts, depth }) => [
          label,
          share.numerator ?? null,
          share.denominator ?? null,
          share.value,
          facts,
          depth.value,
        ]),
      ];
  }
};

const shareOf = ({ value }: Figure): number | null => value;

const trendTable = ({ series: lines }: Extract<Answer, { kind: 'trend' }>): AnswerTable => {
  const isCompared = lines.some(({ previous }) => previous !== null);
  const before = (value: number | null | undefined): readonly Cell[] => (isCompared ? [value ?? null] : []);
  return [
    ['series', 'name', 'slice', 'period', 'value', ...(isCompared ? ['previous'] : [])],
    ...lines.flatMap(({ series, label, key, points, total, previous, previousTotal }) => [
      ...points.map(({ period, value }, at) => [series, label, key, period, value, ...before(previous?.[at]?.value)]),
      [series, label, key, 'total', total.value, ...before(previousTotal?.value)],
    ]),
  ];
};

// Where time is told by module, that is what was asked for, and the visits stand beside it.
const sessionsTable = ({ slices, modules }: Extract<Answer, { kind: 'sessions' }>): AnswerTable =>
  modules
    ? [
        ['module', 'seconds', 'sessions', 'units'],
        ...modules.map(({ module, seconds, sessions, units }) => [module, seconds, sessions, units]),
      ]
    : [
        ['slice', 'period', 'sessions', 'units', 'facts', 'of one fact', 'median seconds of longer'],
        ...slices.flatMap(({ key, points }) =>
          points.map((one) => [key, one.period, one.sessions, one.units, one.facts, one.sessions - one.longer.n, one.longer.median]),
        ),
      ];

const funnelTable = ({ slices, trend, times }: Extract<Answer, { kind: 'funnel' }>): AnswerTable => {
  if (times) return [['from seconds', 'units'], ...times.bins];
  if (trend)
    return [
      ['slice', 'period', 'entered', 'converted', 'rate'],
      ...trend.flatMap(({ key, points }) =>
        points.map(({ period, entered, converted, rate }) => [key, period, entered, converted, rate.value]),
      ),
    ];
  return [
    ['slice', 'step', 'units', 'open', 'from first', 'from previous', 'median seconds from previous'],
    ...slices.flatMap(({ key, steps }) =>
      steps.map((one, index) => [
        key,
        index + 1,
        one.units,
        one.open,
        one.fromFirst.value,
        one.fromPrevious.value,
        one.timeFromPrevious.median,
      ]),
    ),
  ];
};

const stickinessTable = ({ distribution, actives }: Extract<Answer, { kind: 'stickiness' }>): AnswerTable =>
  actives
    ? [
        ['period', 'day', 'week', 'month', 'ratio'],
        ...actives.map(({ period, day, week, month, ratio }) => [period, day, week, month, ratio.value]),
      ]
    : [
        ['slice', 'intervals', 'units'],
        ...(distribution ?? []).flatMap(({ key, counts }) => counts.map((units, index) => [key, index + 1, units])),
      ];

/** The table as CSV (RFC 4180); a text that a spreadsheet would take for a formula is quoted with an apostrophe. */
export const csv = (table: AnswerTable): string => {
  const cell = (value: Cell): string => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
};
