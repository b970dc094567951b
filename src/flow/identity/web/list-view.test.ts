import { describe, expect, it } from 'vitest';
import { type Condition, EVERYTHING } from '#kernel/condition.ts';
import { changeOf, keptState, queryOf, stateOfView, viewOf } from './list-view.ts';

const bad: Condition = { all: [{ field: 'health_band', op: 'in', value: ['bad'] }] };

describe('the address of a list', () => {
  it('becomes a view and a question to the API', () => {
    const view = viewOf({ q: 'acme', sort: 'mrr', order: 'desc', filter: bad });
    expect(view).toEqual({ search: 'acme', sort: { key: 'mrr', direction: 'desc' }, filter: bad, columns: null });
    expect(queryOf(view)).toEqual({ search: 'acme', sort: 'mrr', order: 'desc', filter: JSON.stringify(bad) });
    expect(queryOf(viewOf({}))).toEqual({ search: undefined, sort: undefined, order: undefined, filter: undefined });
  });

  it('of an owner is a filter, until the reader changes the filter', () => {
    expect(viewOf({ owner: 'usr_1' }).filter).toEqual({ all: [{ field: 'owner', op: 'in', value: ['usr_1'] }] });
    expect(changeOf({ filter: EVERYTHING })).toEqual({ filter: undefined, owner: undefined });
    expect(changeOf({ search: '' })).toEqual({ q: undefined });
    expect(changeOf({ sort: null })).toEqual({ sort: undefined, order: undefined });
  });
});

describe('a saved view', () => {
  it('brings back what it kept and takes away everything else', () => {
    const kept = keptState({ q: 'a', owner: 'usr_1', open: 'acc_1', view: 'viw_0' });
    expect(kept).toEqual({ q: 'a', filter: { all: [{ field: 'owner', op: 'in', value: ['usr_1'] }] } });
    expect(stateOfView({ id: 'viw_1', state: kept })).toMatchObject({ q: 'a', sort: undefined, owner: undefined, view: 'viw_1' });
    expect(stateOfView({ id: 'viw_1', state: { q: 7, sort: 'mrr', filter: 'x' } })).toMatchObject({
      q: undefined,
      sort: 'mrr',
      filter: undefined,
    });
    expect(stateOfView(null)).toMatchObject({ q: undefined, view: undefined });
  });
});
