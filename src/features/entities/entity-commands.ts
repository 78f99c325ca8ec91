import type { Host } from '../../host/host';
import { annotateMentions } from './annotate-mentions';
import { ignoreEverywhere, ignoreHere } from './ignore-name';
import { mergeEntity } from './merge-entity';
import { openEntity } from './open-entity';
import { removeEntity } from './remove-entity';
import { settleMention } from './settle-mention';
import { showMentions } from './show-mentions';
import { splitEntity } from './split-entity';

/** The commands on entities by their ids, without the prefix. */
export const entityCommands = {
  annotateMentions,
  ignoreEverywhere,
  ignoreHere,
  mergeEntity,
  openEntity,
  removeEntity,
  settleMention,
  showMentions,
  splitEntity,
  stopCounting: async (host: Host) => host.mentionIndex.stop(),
};
