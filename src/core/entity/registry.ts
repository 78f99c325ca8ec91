import type { Entity } from './entity';
import type { EntityFile, EntityRecord } from './entity-file';
import type { IgnoredName } from './file/ignored-names';
import { pathFrom } from './file/relative-path';

/** An entity file and where it stands. */
export interface LocatedEntityFile {
  readonly uri: string;
  readonly file: EntityFile;
}

/** Where an entity is written. */
export interface EntityDefinition {
  readonly uri: string;
  readonly record: EntityRecord;
}

/**
 * What must stand beside a name that mostly means something else: `after-comma` ("Sacramento,
 * Calif."), `before-parent` ("Nice, France": a comma and the country or state of the place); or what
 * kind of word it is: a `demonym` ("Russian"), which can be the language too.
 */
export type AliasContext = 'after-comma' | 'before-parent' | 'demonym';

/** Entities that come with the program; see `loadGazetteer`. */
export interface EntitySource {
  readonly entities: Iterable<Entity>;
  contextOf?(entity: Entity, alias: string): AliasContext | undefined;
  /** Adjectives and nouns for what belongs to a place: "Russian", "Russians". */
  demonymsOf?(entity: Entity): readonly string[];
}

const nothing: ReadonlySet<string> = new Set();

/** One way to name an entity in a text. */
export interface RegisteredAlias {
  readonly alias: string;
  /** Undefined: the matcher's rule for case applies. */
  readonly caseSensitive?: boolean;
  readonly entity: RegisteredEntity;
  readonly context?: AliasContext;
}

export interface RegisteredEntity {
  readonly entity: Entity;
  readonly source: 'file' | 'gazetteer';
}

/**
 * Every known entity by id and by name. An entity of the user's files wins over one of the gazetteer
 * that has the same id or the same name; of two files with the same id the first wins.
 * Immutable: build a new one when a file changes.
 */
export class EntityRegistry {
  readonly #byId = new Map<string, RegisteredEntity>();
  readonly #definitions = new Map<string, EntityDefinition[]>();
  readonly #ignored: readonly { readonly ignored: IgnoredName; readonly file: string }[];
  #shipped: ReadonlyMap<string, readonly Entity[]> | undefined;

  constructor(
    readonly files: readonly LocatedEntityFile[],
    private readonly gazetteer?: EntitySource,
  ) {
    this.#ignored = files.flatMap(({ uri, file }) =>
      file.ignored.map((ignored) => ({ ignored, file: uri })),
    );
    const names = new Set<string>();
    for (const { uri, file } of files) {
      for (const record of file.entities) {
        const { entity } = record;
        const known = this.#definitions.get(entity.id);
        if (known) known.push({ uri, record });
        else this.#definitions.set(entity.id, [{ uri, record }]);
        if (!this.#byId.has(entity.id)) this.#byId.set(entity.id, { entity, source: 'file' });
        names.add(`${entity.type} ${entity.name}`);
      }
    }
    for (const entity of gazetteer?.entities ?? []) {
      const own = this.#byId.get(entity.id)?.entity;
      const isSame = own?.name === entity.name && own.type === entity.type;
      // A place keeps its country, capital and population when the user's file says more of it.
      if (isSame && entity.facts) {
        this.#byId.set(entity.id, { entity: { ...own, facts: entity.facts }, source: 'file' });
      }
      // The same name in another type is another thing ("Georgia" the person), not the same one.
      if (this.#byId.has(entity.id) || names.has(`${entity.type} ${entity.name}`)) continue;
      this.#byId.set(entity.id, { entity, source: 'gazetteer' });
    }
  }

  /** The entity with this id, or undefined. */
  get(id: string): Entity | undefined {
    return this.#byId.get(id)?.entity;
  }

  /** Whether an entity stands in the user's files or comes with the program. */
  source(id: string): 'file' | 'gazetteer' | undefined {
    return this.#byId.get(id)?.source;
  }

  /** Every entity, those of the user's files first. */
  *entities(): Iterable<RegisteredEntity> {
    yield* this.#byId.values();
  }

  /**
   * Entities that have this name or alias, exactly as written; those of the user's files first. A look at each
   * name of the files: for a million some milliseconds, where a table of them would take a second to make.
   */
  candidates(alias: string): Entity[] {
    const found: Entity[] = [];
    for (const { entity, source } of this.#byId.values()) {
      if (source === 'file' && (entity.name === alias || entity.aliases.includes(alias)))
        found.push(entity);
    }
    return [...found, ...(this.#shippedByAlias().get(alias) ?? [])];
  }

  #shippedByAlias(): ReadonlyMap<string, readonly Entity[]> {
    if (this.#shipped) return this.#shipped;
    const shipped = new Map<string, Entity[]>();
    for (const { alias, entity } of this.#aliasesOf('gazetteer')) {
      const known = shipped.get(alias);
      if (known) known.push(entity.entity);
      else shipped.set(alias, [entity.entity]);
    }
    return (this.#shipped = shipped);
  }

  /** Every place in the entity files that defines this id: one, or several when it is a duplicate. */
  definitions(id: string): readonly EntityDefinition[] {
    return this.#definitions.get(id) ?? [];
  }

  /**
   * The names that the user's files take for none in a message.
   *
   * @param uri where the message's file stands, in the same form as the entity files' URIs
   */
  ignoredIn(uri?: string, messageId?: string | null): ReadonlySet<string> {
    if (this.#ignored.length === 0) return nothing;
    const names = this.#ignored.filter(({ ignored, file }) => {
      if (ignored.message !== undefined && ignored.message !== messageId) return false;
      return ignored.in === undefined || (uri !== undefined && ignored.in === pathFrom(file, uri));
    });
    return new Set(names.map(({ ignored }) => ignored.name));
  }

  /** Every name and alias of every entity, each once an entity, and the demonyms of places. */
  aliases(): Iterable<RegisteredAlias> {
    return this.#aliasesOf();
  }

  *#aliasesOf(only?: RegisteredEntity['source']): Iterable<RegisteredAlias> {
    for (const registered of this.#byId.values()) {
      const { entity, source } = registered;
      if (only && source !== only) continue;
      const caseSensitive = entity.match?.caseSensitive;
      for (let index = -1; index < entity.aliases.length; index++) {
        const alias = index === -1 ? entity.name : entity.aliases[index]!;
        const context =
          source === 'gazetteer' ? this.gazetteer?.contextOf?.(entity, alias) : undefined;
        if (context) yield { alias, entity: registered, context };
        else if (caseSensitive === undefined) yield { alias, entity: registered };
        else yield { alias, entity: registered, caseSensitive };
      }
      if (source !== 'gazetteer') continue;
      for (const alias of this.gazetteer?.demonymsOf?.(entity) ?? [])
        yield { alias, entity: registered, context: 'demonym' };
    }
  }
}
