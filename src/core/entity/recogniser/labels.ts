/** The kinds of names a stretch of words can be; the order is that of the weights. */
export const labels = ['person', 'organization', 'place', 'other'] as const;
export type Label = (typeof labels)[number];
export const labelCount = labels.length;
