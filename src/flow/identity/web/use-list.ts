import { useEffect } from 'react';
import { deleteView, listSavedViews, saveView } from '#flow/signals/contracts.ts';
import type { FieldInfo } from '#kernel/page.ts';
import { useWorkspace } from '#web/app/session.ts';
import { useViewState } from '#web/app/view-state.ts';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { useMutationOf, useQueryOf } from '#web/queries.ts';
import { fieldDefinitionsOf } from '#web/ui/filter/field-infos.ts';
import type { FieldDefinition } from '#web/ui/filter/fields.ts';
import type { ListView } from '#web/ui/pages/ListPage.tsx';
import type { SavedViewsProps } from '#web/ui/pages/SavedViews.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { changeOf, keptState, ListState, stateOfView, viewOf } from './list-view.ts';
import { recordText } from './text/pages.ts';

export interface ListHere {
  readonly view: ListView;
  readonly onView: (change: Partial<ListView>) => void;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly savedViews: SavedViewsProps;
}

/** How this list is looked at, kept in the address, and the views that were saved of it. */
export const useList = (list: 'accounts' | 'people'): ListHere => {
  const t = useText(recordText);
  const [state, setState] = useViewState(ListState);
  const views = useQueryOf(listSavedViews, { query: { list } }).data?.rows ?? [];
  const save = useMutationOf(saveView, { refresh: [listSavedViews] });
  const remove = useMutationOf(deleteView, { refresh: [listSavedViews] });
  const chosen = views.find((view) => view.id === state.view);
  const linked = views.find((view) => view.id === state.saved);
  useEffect(() => {
    if (linked) setState({ ...stateOfView(linked), saved: undefined }, 'replace');
  }, [linked, setState]);
  return {
    view: viewOf(state),
    // Typing is not a step to go back to.
    onView: (change) => setState(changeOf(change), 'search' in change ? 'replace' : 'push'),
    openId: state.open ?? null,
    onOpen: (id) => setState({ open: id ?? undefined }, state.open && id ? 'replace' : 'push'),
    savedViews: {
      views,
      current: state.view ?? null,
      onPick: (id) => setState(stateOfView(views.find((view) => view.id === id) ?? null)),
      onSave: (name, shared) =>
        save.mutate(
          { body: { list, name, shared, state: keptState(state) } },
          {
            onSuccess: (view) => {
              setState({ view: view.id }, 'replace');
              showToast({ text: t('viewSaved', { name }) });
            },
          },
        ),
      ...(chosen?.mine
        ? {
            onRemove: (id: string) =>
              remove.mutate(
                { params: { id } },
                {
                  onSuccess: () => {
                    setState({ view: undefined }, 'replace');
                    showToast({ text: t('viewRemoved', { name: chosen.name }) });
                  },
                },
              ),
          }
        : {}),
    },
  };
};

/** The fields of the catalogue for the filter bar, in the reader's language, those of a kind together. */
export const useFilterFields = (infos: readonly FieldInfo[]): readonly FieldDefinition[] => {
  const t = useText(recordText);
  const { currency } = useWorkspace();
  return fieldDefinitionsOf(infos, { language: currentLanguage(), currency }).map((field, at) => {
    const group = infos[at]?.group;
    return group ? { ...field, group: t(`group.${group}`) } : field;
  });
};
