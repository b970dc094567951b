import { describe, expect, it } from 'vitest';
import { campaignFrom, clickIdsFrom } from './campaign.ts';

describe('campaignFrom', () => {
  it('names the five utm parts in the words of the tracking API', () => {
    expect(campaignFrom('?utm_source=news&utm_medium=email&utm_campaign=may+sale&utm_term=crm&utm_content=top')).toEqual({
      source: 'news',
      medium: 'email',
      name: 'may sale',
      term: 'crm',
      content: 'top',
    });
  });

  it('is undefined when the address names none, or only empty ones', () => {
    expect(campaignFrom('')).toBeUndefined();
    expect(campaignFrom('?utm_source=&q=utm_source&utm_=x')).toBeUndefined();
  });
});

describe('clickIdsFrom', () => {
  it('finds the click ids of every network and nothing else', () => {
    const ids = { gclid: '1', fbclid: '2', msclkid: '3', ttclid: '4', li_fat_id: '5', wbraid: '6', gbraid: '7' };
    expect(clickIdsFrom(`?${new URLSearchParams({ ...ids, q: '8', utm_source: '9' })}`)).toEqual(ids);
    expect(clickIdsFrom('?q=8')).toBeUndefined();
  });
});
