import { expect, it } from 'vitest';
import { weekStartOptions } from './week-starts.ts';

it('names the days on which weeks begin', () => {
  expect(weekStartOptions('en')).toEqual([
    { value: '1', label: 'Monday' },
    { value: '0', label: 'Sunday' },
    { value: '6', label: 'Saturday' },
  ]);
  expect(weekStartOptions('zh-CN')[0]?.label).toBe('星期一');
});
