import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsAnchored,
  dateOf,
  daysBetween,
  isDate,
  isZone,
  nextPeriod,
  periodEnd,
  periodOf,
  periodsBetween,
  startOfDate,
  type Weekday,
  weekdayOf,
} from './calendar.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/St_Johns',
];
const instants = fc.integer({ min: Date.UTC(1985, 0, 1), max: Date.UTC(2035, 0, 1) });
const dates = fc.integer({ min: -10_000, max: 40_000 }).map((days) => addDays('1970-01-01', days));
const utc = (text: string) => Date.parse(text);

describe('dateOf', () => {
  it('reads the clock of the zone on both sides of midnight', () => {
    expect(dateOf(utc('2024-01-31T22:59:59.999Z'), 'Europe/Berlin')).toBe('2024-01-31');
    expect(dateOf(utc('2024-01-31T23:00:00.000Z'), 'Europe/Berlin')).toBe('2024-02-01');
    expect(dateOf(utc('2024-01-31T18:14:59.999Z'), 'Asia/Kathmandu')).toBe('2024-01-31');
    expect(dateOf(utc('2024-01-31T18:15:00.000Z'), 'Asia/Kathmandu')).toBe('2024-02-01');
  });

  it('agrees with the time zone database at any instant', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        expect(dateOf(instant, zone)).toBe(databaseDate(instant, zone));
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees through every hour of the days around changes of the clocks', () => {
    for (const zone of ZONES) {
      for (const day of ['1986-10-26', '2011-12-30', '2018-02-18', '2018-11-04', '2024-03-31', '2024-04-07', '2024-10-06', '2024-10-27']) {
        const noon = utc(`${day}T12:00:00Z`);
        for (let minutes = -36 * 60; minutes <= 36 * 60; minutes += 30) {
          for (const edge of [-1, 0]) {
            const instant = noon + minutes * 60_000 + edge;
            expect(dateOf(instant, zone), `${zone} ${instant}`).toBe(databaseDate(instant, zone));
          }
        }
      }
    }
  });

  it('agrees through short spells of daylight time and offsets with seconds', () => {
    const spells = [
      { zone: 'America/Argentina/Tucuman', from: '2004-05-25', to: '2004-06-20' },
      { zone: 'Africa/Casablanca', from: '2012-07-10', to: '2012-08-30' },
      { zone: 'Europe/Amsterdam', from: '1937-06-25', to: '1937-07-05' },
    ];
    for (const { zone, from, to } of spells) {
      for (let instant = utc(from); instant < utc(to); instant += 1_789_000) {
        expect(dateOf(instant, zone), `${zone} ${instant}`).toBe(databaseDate(instant, zone));
      }
    }
  });

  it('refuses years that a date cannot name', () => {
    expect(() => dateOf(utc('+010000-01-02T00:00:00Z'), 'UTC')).toThrow(RangeError);
    expect(() => dateOf(Number.NaN, 'UTC')).toThrow(RangeError);
  });
});

describe('startOfDate', () => {
  it('makes days of 23, 24, 25 and 23.5 hours', () => {
    expect(hoursOf('2024-03-31', 'Europe/Berlin')).toBe(23);
    expect(hoursOf('2024-06-01', 'Europe/Berlin')).toBe(24);
    expect(hoursOf('2024-10-27', 'Europe/Berlin')).toBe(25);
    expect(hoursOf('2024-10-06', 'Australia/Lord_Howe')).toBe(23.5);
  });

  it('begins a day whose midnight does not exist at the first moment that does', () => {
    // São Paulo put its clocks forward at 2018-11-04 00:00 local: the day begins at 01:00, which is 03:00 UTC.
    expect(startOfDate('2018-11-04', 'America/Sao_Paulo')).toBe(utc('2018-11-04T03:00:00Z'));
    expect(hoursOf('2018-11-04', 'America/Sao_Paulo')).toBe(23);
  });

  it('gives the day that Apia skipped no length', () => {
    expect(hoursOf('2011-12-30', 'Pacific/Apia')).toBe(0);
    expect(startOfDate('2011-12-30', 'Pacific/Apia')).toBe(utc('2011-12-30T10:00:00Z'));
    expect(dateOf(utc('2011-12-30T09:59:59.999Z'), 'Pacific/Apia')).toBe('2011-12-29');
    expect(dateOf(utc('2011-12-30T10:00:00Z'), 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('agrees with the time zone database on every day of sixteen years', () => {
    for (const zone of ZONES) {
      for (let date = '2004-01-01'; date < '2020-01-01'; date = addDays(date, 1)) {
        const start = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
        if (startOfDate(date, zone) !== start) expect.fail(`${date} in ${zone}`);
      }
    }
  });

  it('begins no later than any instant of its day', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const date = dateOf(instant, zone);
        const start = startOfDate(date, zone);
        expect(start).toBeLessThanOrEqual(instant);
        expect(dateOf(start, zone)).toBe(date);
        expect(dateOf(start - 1, zone) < date).toBe(true);
      }),
    );
  });

  it('refuses what is not a date', () => {
    expect(() => startOfDate('2024-02-30', 'UTC')).toThrow(RangeError);
  });
});

describe('date arithmetic', () => {
  it('clamps to the month end and remembers the anchor', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
    expect(addMonths('2024-11-15', 2)).toBe('2025-01-15');
    expect(addMonthsAnchored('2023-02-28', 1, 31)).toBe('2023-03-31');
    expect(addMonthsAnchored('2023-03-31', 1, 31)).toBe('2023-04-30');
  });

  it('agrees with the calendar of Temporal', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -500, max: 500 }), (date, n) => {
        const plain = Temporal.PlainDate.from(date);
        expect(addDays(date, n)).toBe(plain.add({ days: n }).toString());
        expect(addMonths(date, n)).toBe(plain.add({ months: n }).toString());
        expect(weekdayOf(date)).toBe(plain.dayOfWeek);
        expect(daysBetween(date, addDays(date, n))).toBe(n);
      }),
    );
  });

  it('knows the leap days and the last year', () => {
    expect(addDays('1900-02-28', 1)).toBe('1900-03-01');
    expect(addDays('2000-02-28', 1)).toBe('2000-02-29');
    expect(addDays('0000-02-28', 1)).toBe('0000-02-29');
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  it('tells dates from other text', () => {
    expect(['2024-02-29', '1999-12-31'].map(isDate)).toEqual([true, true]);
    expect(['2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '2024-01-01T00:00:00Z', ''].map(isDate)).toEqual(Array(6).fill(false));
    expect(['20a4-01-01', ' 024-02-01', '2024/01/01', '2024-01 01', '2024-0１-01'].map(isDate)).toEqual(Array(5).fill(false));
  });
});

describe('periods', () => {
  it('begin where they should', () => {
    expect(periodOf('2024-05-15', 'day')).toBe('2024-05-15');
    expect(periodOf('2024-05-15', 'week')).toBe('2024-05-13');
    expect(periodOf('2024-05-15', 'week', 7)).toBe('2024-05-12');
    expect(periodOf('2024-05-15', 'month')).toBe('2024-05-01');
    expect(periodOf('2024-05-15', 'quarter')).toBe('2024-04-01');
    expect(periodOf('2024-12-31', 'quarter')).toBe('2024-10-01');
    expect(periodOf('2024-05-15', 'year')).toBe('2024-01-01');
    expect(periodEnd('2024-02-10', 'month')).toBe('2024-03-01');
    expect(nextPeriod('2024-01-01', 'quarter', -1)).toBe('2023-10-01');
  });

  it('are listed for half-open ranges', () => {
    expect(periodsBetween({ from: '2024-01-15', to: '2024-03-01' }, 'month')).toEqual(['2024-01-01', '2024-02-01']);
    expect(periodsBetween({ from: '2024-01-15', to: '2024-03-02' }, 'month')).toEqual(['2024-01-01', '2024-02-01', '2024-03-01']);
    expect(periodsBetween({ from: '2024-01-15', to: '2024-01-15' }, 'day')).toEqual([]);
  });

  it('cover every date once', () => {
    const weekStarts = fc.integer({ min: 1, max: 7 }).map((day) => day as Weekday);
    fc.assert(
      fc.property(dates, fc.constantFrom('day', 'week', 'month', 'quarter', 'year'), weekStarts, (date, unit, weekStart) => {
        const start = periodOf(date, unit, weekStart);
        const end = periodEnd(date, unit, weekStart);
        expect(start <= date && date < end).toBe(true);
        expect(periodOf(addDays(end, -1), unit, weekStart)).toBe(start);
        expect(periodOf(end, unit, weekStart)).toBe(end);
        expect(periodsBetween({ from: start, to: addDays(end, 1) }, unit, weekStart)).toEqual([start, end]);
        if (unit === 'week') expect(weekdayOf(start)).toBe(weekStart);
      }),
    );
  });
});

describe('isZone', () => {
  it('accepts exact IANA names only', () => {
    expect(ZONES.map(isZone)).toEqual(ZONES.map(() => true));
    expect(['europe/berlin', '+01:00', 'Mars/Olympus', ''].map(isZone)).toEqual([false, false, false, false]);
  });
});

function databaseDate(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

function hoursOf(date: string, zone: string): number {
  return (startOfDate(addDays(date, 1), zone) - startOfDate(date, zone)) / 3_600_000;
}
