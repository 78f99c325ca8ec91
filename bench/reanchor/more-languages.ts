/** Invented sentences in French and Ukrainian, with names of persons and months; slots as in `words.ts`. */

const list = (text: string): string[] => text.split('|');

export const sentencesInMoreLanguages: Record<string, readonly string[]> = {
  french: list(
    "{W} a {v} {o} à {p} le {n} {m}.|{W} n'a pas {v} {o}, car {c}.|« Nous ne savions rien de {o} », a dit {w} à {p}.|" +
      "Près de {n} personnes sont venues {t} voir {o}.|L'été dernier, {w} a {v} {o} et {c}.|D'après {w}, {o} sera {v} {t}.|" +
      "Aujourd'hui {c}, mais {w} et {w} ont {v} {o}.|En {m}, {o} de {p} a coûté {n} couronnes à la ville.",
  ),
  ukrainian: list(
    '{W} {t} {v} {o} у місті {p}.|{W} не {v} {o}, бо {c}.|«Ми нічого не знали про {o}», — сказала {w} у місті {p}.|' +
      "Близько {n} людей прийшли {t} подивитися на {o}.|За словами {w}, {o} коштує {n} крон.|П'ятого {m} {c}, а {w} {v} {o}.|" +
      "У {m} об'єднання міста {p} {v} {o}, і {c}.",
  ),
};

export const placesInMoreLanguages: Record<string, readonly string[]> = {
  french: list('Valmont|Saint-Orens|Belleroche|Port-Clair|Nîmes|Évreux'),
  ukrainian: list('Київ|Одеса|Полтава|Чернівці|Кам’янець|Яготин'),
};

export const slotsInMoreLanguages: Record<string, Record<string, readonly string[]>> = {
  french: {
    w: list("Hélène Aubry|Jean-Luc Morel|Inès d'Arcy|Benoît Lefèvre|Zoé Garnier|Émile Roche"),
    m: list('janvier|février|mars|avril|juillet|août|octobre|décembre'),
    v: list('réparé|oublié|visité|dessiné|fermé|protégé|décrit|rouvert'),
    o: list(
      "le vieux pont|la salle du musée|le chemin de fer|l'école du port|le moulin près de la rivière|l'hôtel de ville|la nouvelle route|l'entrepôt vide",
    ),
    t: list("en hiver|à l'aube|lentement|la semaine dernière|à nouveau|sans bruit"),
    c: list(
      "les prix n'ont pas changé|personne ne l'a remarqué|la pluie n'a pas cessé|le bac était en retard|les documents ont disparu|l'argent manquait déjà",
    ),
  },
  ukrainian: {
    w: list('Ірина Коваленко|Софія Марченко|Ганна Ткач|Оксана Бондар|Леся Д’яченко|Марія Соловій'),
    m: list('січня|лютого|березня|квітня|липня|серпня|жовтня|грудня'),
    v: list('оглянула|полагодила|обговорила|залишила|перевірила|відкрила|захистила|описала'),
    o: list(
      'старий міст|музейну залу|залізницю|млин біля річки|шкільний архів|нову дорогу|порожній склад|міську лікарню',
    ),
    t: list('учора|навесні|взимку|минулого тижня|на світанку|знову|поволі'),
    c: list(
      'ціни не змінилися|ніхто цього не помітив|дощ не вщухав|пором запізнився|документи зникли|гроші вже закінчилися',
    ),
  },
};
