import type { Me } from '#platform/access/contracts.ts';
import type { WorkspaceHere } from './session.ts';

/** What the parts of the frame know and can ask for. */
export interface FrameParts {
  readonly me: Me;
  readonly workspace: WorkspaceHere;
  readonly onSearch: () => void;
  readonly onKeys: () => void;
}
