const entityId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Names of JavaScript's own that a program could mistake for something else than an id. */
const reservedIds = new Set(['constructor', 'prototype', 'valueof', 'tostring']);
const longestId = 200;

/** Whether a text can be an entity's id (design section 6). */
export function isEntityId(text: string): boolean {
  return text.length <= longestId && entityId.test(text) && !reservedIds.has(text);
}
