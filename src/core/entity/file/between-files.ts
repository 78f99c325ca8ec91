import type { Problem } from '../../problem';
import type { EntityRecord } from '../entity-file';
import type { LocatedEntityFile } from '../registry';

/** How many problems of one file are told. */
const mostProblems = 200;
const stepLength = 500;

/**
 * What is wrong or noteworthy between entity files: an id that an earlier file has too, whose entry is
 * used, and names that belong to entities of two files. What is so within one file is reported by
 * `parseEntityFile`. In steps, linear in the names.
 *
 * @param nameOf what people call a file
 * @returns problems by the file's URI
 */
export function* problemsBetweenFiles(
  files: readonly LocatedEntityFile[],
  nameOf: (uri: string) => string,
): Generator<void, ReadonlyMap<string, readonly Problem[]>> {
  const found = new Map<string, Problem[]>();
  if (files.length < 2) return found;
  const ids = new Map<string, string>();
  const owners = new Map<string, { readonly uri: string; readonly id: string }>();
  for (const { uri, file } of files) {
    const problems: Problem[] = [];
    const report = (problem: Problem) => {
      if (problems.length < mostProblems) problems.push(problem);
    };
    for (const [index, record] of file.entities.entries()) {
      if (index % stepLength === 0) yield;
      const { entity, keyRange: range } = record;
      const other = ids.get(entity.id);
      if (other !== undefined) {
        const message = `The id "${entity.id}" stands in ${nameOf(other)} too; that entry is used.`;
        report({ range, severity: 'warning', code: 'duplicate-id', message });
        continue;
      }
      ids.set(entity.id, uri);
      for (const { alias, range } of namesOf(record)) {
        const owner = owners.get(alias);
        if (!owner) owners.set(alias, { uri, id: entity.id });
        else if (owner.uri !== uri) {
          const message = `"${alias}" names both ${owner.id} in ${nameOf(owner.uri)} and ${entity.id}; an annotation decides where it matters.`;
          report({ range, severity: 'information', code: 'shared-alias', message });
        }
      }
    }
    if (problems.length > 0) found.set(uri, problems);
  }
  return found;
}

function* namesOf({ entity, nameRange, aliasRanges }: EntityRecord) {
  yield { alias: entity.name, range: nameRange };
  for (const [index, alias] of entity.aliases.entries()) {
    yield { alias, range: aliasRanges[index]! };
  }
}
